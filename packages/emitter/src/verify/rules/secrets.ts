import {
  isObject,
  objectAt,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { findLiterals } from '../../literals/find-literals';
import { isTemplated } from '../reading/templates';
import { Found, Rule } from '../rule';
import { madeSecrets } from './made-secrets';

const NO_VALUES =
  'Write the value into Vault and name the Secret of an ExternalSecret here, such as by existingSecret or secretKeyRef.';

/** Kinds that describe others, or hold what is encrypted. */
const SKIPPED = new Set([
  'CustomResourceDefinition',
  'SealedSecret',
  'Secret',
  'ExternalSecret',
  'ClusterExternalSecret',
  'PushSecret',
  'SecretStore',
  'ClusterSecretStore',
  'Role',
  'ClusterRole',
  'Kustomization',
]);

/** Check 3: no value of a secret stands in Git. */
export const literalSecret: Rule = {
  code: 'LiteralSecret',
  check: 3,
  severity: 'error',
  title: 'No value of a secret stands under a key named like one.',
  find: repository => {
    const names = madeSecrets(repository).names;
    const plain = repository.manifests
      .filter(({ value }) => !SKIPPED.has(String(value.kind)))
      .map(document => ({
        document,
        at: [] as Array<string | number>,
        value: withoutValues(document.value),
        embedded: false,
        inValues: false,
      }));
    const values = repository.values.map(one => ({
      document: one.document,
      at: one.at,
      value: one.values as unknown,
      embedded: one.embedded,
      inValues: true,
    }));
    return [...plain, ...values].flatMap(one =>
      findLiterals(one.value, names, { bareKeys: one.inValues }).map(
        ({ path, what }): Found => ({
          document: one.document,
          at: one.embedded ? one.at : [...one.at, ...path],
          message: `${what} Secrets do not belong into Git.`,
          fix: NO_VALUES,
        }),
      ),
    );
  },
};

/** The values of a chart are looked at on their own. */
function withoutValues(value: Record<string, unknown>): unknown {
  if (value.kind !== 'Application') {
    return value;
  }
  const without = (source: unknown) =>
    isObject(source)
      ? {
          ...source,
          helm: {
            ...objectAt(source, 'helm'),
            valuesObject: undefined,
            values: undefined,
          },
        }
      : source;
  const spec = objectAt(value, 'spec');
  return {
    ...value,
    spec: {
      ...spec,
      source: without(spec.source),
      sources: Array.isArray(spec.sources) ? spec.sources.map(without) : [],
    },
  };
}

/** Check 3: no Secret with data stands in Git. */
export const secretInGit: Rule = {
  code: 'SecretInGit',
  check: 3,
  severity: 'error',
  title: 'No Secret with data stands in Git.',
  find: ({ manifests }) =>
    manifests
      .filter(
        ({ value }) => value.kind === 'Secret' && value.apiVersion === 'v1',
      )
      .flatMap((document): Found[] => {
        const field = ['data', 'stringData'].find(name =>
          Object.values(objectAt(document.value, name)).some(
            value => value !== '' && value !== null && !isHidden(value),
          ),
        );
        return field
          ? [
              {
                document,
                at: [field],
                message: `The Secret ${
                  stringAt(document.value, 'metadata', 'name') ?? ''
                } has data in Git, which base64 does not hide.`,
                fix: 'Write the values into Vault, replace it by an ExternalSecret, and change what was exposed.',
              },
            ]
          : [];
      }),
};

/** Encrypted (SOPS), or put in when it is applied: by Helm, or by a plugin that looks it up (`<path:…#…>`). */
function isHidden(value: unknown): boolean {
  return (
    isTemplated(value) ||
    (typeof value === 'string' &&
      (/^ENC\[.*\]$/s.test(value.trim()) || /^<[^<>]+>$/.test(value.trim())))
  );
}
