import { emit, EmitKind } from '..';
import { plain } from './plain-answers';

/** The files of an app that all checks pass. */
export function tree(kind: EmitKind): Map<string, string> {
  const { files } = emit(kind, plain[kind] as never);
  return new Map(files.map(({ path, content }) => [path, content]));
}
