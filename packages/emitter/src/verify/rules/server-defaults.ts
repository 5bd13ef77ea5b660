import {
  isObject,
  objectAt,
  objectsAt,
  stringAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';
import { Found, Rule, titleOf } from '../rule';

interface Missing {
  at: Path;
  field: string;
  value: string;
}

/** Check 10: what the API server would fill in is written, so that Argo CD sees no difference. */
export const serverDefaultsMissing: Rule = {
  code: 'ServerDefaultsMissing',
  check: 10,
  severity: 'warning',
  title: 'HTTPRoutes and ExternalSecrets spell out what the server fills in.',
  find: repository =>
    repository.manifests
      .filter(document => !document.file.blocks)
      .filter(document => !isIgnored(document, repository))
      .flatMap((document): Found[] => {
        const missing = missingIn(document, repository);
        if (missing.length === 0) {
          return [];
        }
        const fields = [...new Set(missing.map(one => one.field))];
        return [
          {
            document,
            at: missing[0].at,
            message: `${titleOf(document)} leaves out ${fields.join(
              ', ',
            )}, which the server fills in: Argo CD may show it as out of sync for ever.`,
            fix: `Write ${[
              ...new Set(missing.map(one => `${one.field}: ${one.value}`)),
            ].join(', ')}.`,
          },
        ];
      }),
};

function missingIn(
  document: ReadDocument,
  { conventions }: Repository,
): Missing[] {
  const { value } = document;
  const group = String(value.apiVersion).split('/')[0];
  if (value.kind === 'HTTPRoute' && group === 'gateway.networking.k8s.io') {
    return inRoute(value);
  }
  if (value.kind === 'ExternalSecret' && group === 'external-secrets.io') {
    return inExternalSecret(value, conventions.secrets.nullBytePolicy);
  }
  return [];
}

/** Fields of an object that are not there. */
function lacking(
  from: unknown,
  at: Path,
  name: string,
  fields: Record<string, string>,
): Missing[] {
  return Object.entries(fields)
    .filter(([field]) => valueAt(from, field) === undefined)
    .map(([field, value]) => ({ at, field: `${name}.${field}`, value }));
}

function inRoute(value: Record<string, unknown>): Missing[] {
  return [
    ...objectsAt(value, 'spec', 'parentRefs').flatMap((ref, index) =>
      lacking(ref, ['spec', 'parentRefs', index], 'parentRefs', {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
      }),
    ),
    ...objectsAt(value, 'spec', 'rules').flatMap((rule, index) => {
      const at: Path = ['spec', 'rules', index];
      return [
        ...lacking(rule, at, 'rules', {
          matches: '[{ path: { type: PathPrefix, value: / } }]',
        }),
        ...objectsAt(rule, 'backendRefs').flatMap((ref, position) =>
          lacking(ref, [...at, 'backendRefs', position], 'backendRefs', {
            group: "''",
            kind: 'Service',
            weight: '1',
          }),
        ),
      ];
    }),
  ];
}

function inExternalSecret(
  value: Record<string, unknown>,
  nullBytePolicy: boolean,
): Missing[] {
  const remote = {
    conversionStrategy: 'Default',
    decodingStrategy: 'None',
    metadataPolicy: 'None',
    ...(nullBytePolicy ? { nullBytePolicy: 'Ignore' } : {}),
  };
  const spec = objectAt(value, 'spec');
  return [
    ...(spec.refreshPolicy === 'CreatedOnce' ||
    spec.refreshPolicy === 'OnChange'
      ? []
      : lacking(spec, ['spec'], 'spec', { refreshInterval: '1h0m0s' })),
    ...lacking(spec.target, ['spec', 'target'], 'target', {
      creationPolicy: 'Owner',
      deletionPolicy: 'Retain',
    }),
    ...objectsAt(spec, 'data').flatMap((entry, index) =>
      lacking(
        entry.remoteRef,
        ['spec', 'data', index, 'remoteRef'],
        'remoteRef',
        remote,
      ),
    ),
    ...objectsAt(spec, 'dataFrom').flatMap((entry, index) =>
      isObject(entry.find)
        ? lacking(entry.find, ['spec', 'dataFrom', index, 'find'], 'find', {
            conversionStrategy: 'Default',
            decodingStrategy: 'None',
          })
        : [],
    ),
    ...objectsAt(spec, 'dataFrom').flatMap((entry, index) =>
      isObject(entry.extract)
        ? lacking(
            entry.extract,
            ['spec', 'dataFrom', index, 'extract'],
            'extract',
            remote,
          )
        : [],
    ),
  ];
}

function isIgnored(document: ReadDocument, { appOf }: Repository): boolean {
  const app = appOf.get(document);
  return objectsAt(app?.document.value, 'spec', 'ignoreDifferences').some(
    one => stringAt(one, 'kind') === document.value.kind,
  );
}

/** Check 10: a version that the operator no longer serves cannot be applied. */
export const versionNotServed: Rule = {
  code: 'ExternalSecretVersionNotServed',
  check: 10,
  severity: 'warning',
  title:
    'Objects of the External Secrets Operator are written in a version it serves.',
  find: ({ manifests }) =>
    manifests
      .filter(
        ({ value }) =>
          /^external-secrets\.io\/v1(alpha1|beta1)$/.test(
            String(value.apiVersion),
          ) && value.kind !== 'PushSecret',
      )
      .map(document => ({
        document,
        at: ['apiVersion'],
        message: `${titleOf(document)} is written in ${String(
          document.value.apiVersion,
        )}, which the operator no longer serves from 2.0 on.`,
        fix: 'Write external-secrets.io/v1.',
      })),
};
