import { JsonObject } from '@backstage/types';
import { EmitKind, EmittedFile, ExistingFiles, Refusal } from '@socle/emitter';
import { PlatformConventions } from '../conventions/platform-conventions';
import { answersFor } from '../emission/answers';
import { emissionOf } from '../emission/emission-of';

/** The repository as it was read, or why it was not. */
export interface ReadRepository {
  files?: ExistingFiles;
  message?: string;
}

/** What answers lead to. */
export interface Preview {
  files: Array<EmittedFile & { state: 'new' | 'same' }>;
  order: string[];
  refusals: Refusal[];
  repository: { state: 'read' | 'notRead'; message?: string };
}

/** The files that the answers of a form lead to, by each of the actions that its template runs. */
export function preview(
  kinds: readonly EmitKind[],
  form: JsonObject,
  platform: PlatformConventions,
  { files: existing, message }: ReadRepository,
): Preview {
  const files = new Map<string, Preview['files'][number]>();
  const order: string[] = [];
  const refusals = new Map<string, Refusal>();
  for (const kind of kinds) {
    const answers = answersFor(kind, form);
    const emission = emissionOf(
      kind,
      form.cluster === undefined
        ? answers
        : { ...answers, cluster: form.cluster },
      platform,
      existing,
    );
    for (const file of emission.files) {
      const state = existing?.has(file.path) ? 'same' : 'new';
      files.set(file.path, { ...file, state });
    }
    order.push(...emission.order);
    for (const refusal of emission.refusals) {
      refusals.set(`${refusal.field} ${refusal.problem}`, refusal);
    }
  }
  const refused = refusals.size > 0;
  return {
    files: refused ? [] : [...files.values()],
    order: refused ? [] : [...new Set(order)],
    refusals: [...refusals.values()],
    repository: existing ? { state: 'read' } : { state: 'notRead', message },
  };
}
