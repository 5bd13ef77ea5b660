import { secretSchema } from '../apps/app-schema';
import { repeated } from '../apps/app-checks';
import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { define } from '../emission/definition';
import { externalSecret, secretName, vaultPath } from './external-secret';

/** @public A Secret that is added to an app. */
export interface ExternalSecretInput extends CompanionInput {
  purpose: string;
  /** Keys of the Secret, each from a property of the same name in Vault unless another is given. */
  keys: Array<{ key: string; property?: string }>;
}

const { properties = {} } = secretSchema({});

/** A Secret that the External Secrets Operator fills from Vault. */
export const externalSecretFile = define<ExternalSecretInput>({
  title: 'ExternalSecret',
  schema: companionSchema('ExternalSecret', properties, ['purpose', 'keys']),
  refuse: (input, conventions) => [
    ...companionRefusals(input, conventions),
    ...repeated(input.keys, 'keys', 'key'),
  ],
  build(input, conventions) {
    const { app, purpose, keys } = input;
    const path = `${conventions.vault.mount}/${vaultPath(app, purpose)}`;
    return {
      files: [
        companionFile(
          input,
          `external-secret-${purpose}`,
          externalSecret(app, input.namespace ?? app, input, conventions),
          `Fills a Secret from ${path} in Vault; no value stands in Git.`,
          conventions,
        ),
      ],
      order: [
        `Who owns the values writes ${keys
          .map(({ key, property }) => property ?? key)
          .join(', ')} to ${path} in Vault.`,
        `After the merge, the External Secrets Operator makes the Secret ${secretName(
          app,
          purpose,
        )}.`,
        'The workload names that Secret, in its values or its pod template.',
      ],
    };
  },
});
