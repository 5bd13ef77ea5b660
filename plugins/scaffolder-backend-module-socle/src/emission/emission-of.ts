import { JsonObject } from '@backstage/types';
import {
  emit,
  Emission,
  EmitInputs,
  EmitKind,
  ExistingFiles,
  inputSchema,
  Refusal,
} from '@socle/emitter';
import { PlatformConventions } from '../conventions/platform-conventions';
import { completed } from './answers';
import { appInRepository } from './app-in-repository';

const noSuchApp: Refusal = {
  field: 'app',
  problem: 'The GitOps repository has no such app.',
  allowed: 'An app that is there; or its pattern, where it lies elsewhere.',
};

const noPattern: Refusal = {
  field: 'pattern',
  problem:
    'The GitOps repository was not read, so nothing tells where the files of the app lie.',
  allowed: 'A, B, C or D.',
};

/**
 * The files that answers lead to, beside what is in the repository already; `existing` is undefined where that could
 * not be read.
 */
export function emissionOf(
  kind: EmitKind,
  answers: JsonObject,
  platform: PlatformConventions,
  existing: ExistingFiles | undefined,
): Emission {
  const cluster =
    typeof answers.cluster === 'string' ? answers.cluster : undefined;
  const unknown = platform.refusalsOf(cluster);
  if (unknown.length > 0) {
    return { files: [], order: [], refusals: unknown };
  }
  let conventions = platform.of(cluster);
  const input = completed(kind, answers);
  const { properties = {} } = inputSchema(kind);
  const app = typeof input.app === 'string' ? input.app : undefined;
  if (app !== undefined && existing) {
    const found = appInRepository(app, existing, conventions);
    if (found && properties.pattern) {
      if (input.pattern === undefined && found.configsFolder) {
        const { configsFolder } = found;
        conventions = {
          ...conventions,
          gitops: { ...conventions.gitops, configsFolder },
        };
      }
      input.pattern ??= found.pattern;
    }
    if (found?.namespace && properties.namespace) {
      input.namespace ??= found.namespace;
    }
  }
  const missing = app !== undefined && properties.pattern && !input.pattern;
  if (missing) {
    return {
      files: [],
      order: [],
      refusals: [existing ? noSuchApp : noPattern],
    };
  }
  // The emitter checks the input against its schema before it takes it for one.
  return emit(
    kind,
    input as unknown as EmitInputs[typeof kind],
    conventions,
    existing,
  );
}

/** Refusals as one message. It names fields and never repeats an answer. */
export function refusalMessage(refusals: readonly Refusal[]): string {
  return [
    'Nothing was written:',
    ...refusals.map(
      ({ field, problem, allowed }) => `${field}: ${problem} ${allowed}`,
    ),
  ].join('\n');
}
