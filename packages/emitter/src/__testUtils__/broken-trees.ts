import { EmitKind, Finding, VerifyOptions } from '..';
import { definitionCases } from './broken-definitions';
import { objectCases } from './broken-objects';
import { tree } from './good-trees';

/** One change to a good tree, and what is then found, on which line. */
export interface Case {
  code: string;
  /** Words of the line that the finding names. */
  line: string;
  app: EmitKind;
  file: string;
  from?: string | RegExp;
  to?: string;
  /** A file beside, that was not there. */
  add?: Record<string, string>;
  remove?: string;
  options?: VerifyOptions;
  severity?: Finding['severity'];
}

/** The good tree of a case, broken as it says. A change that changes nothing is a mistake of the case. */
export function brokenTree(one: Case): Map<string, string> {
  const contents = tree(one.app);
  if (one.remove && !contents.delete(one.remove)) {
    throw new Error(`There is no ${one.remove}.`);
  }
  Object.entries(one.add ?? {}).forEach(([path, text]) =>
    contents.set(path, text),
  );
  if (one.from !== undefined) {
    const before = contents.get(one.file) ?? '';
    const after = before.replace(one.from, one.to ?? '');
    if (after === before) {
      throw new Error(`${one.file} does not hold ${one.from}.`);
    }
    contents.set(one.file, after);
  }
  return contents;
}

/** What each check finds. */
export const CASES: Case[] = [...definitionCases, ...objectCases];
