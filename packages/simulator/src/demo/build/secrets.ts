import { KubeObject } from '../../storage/object';
import { DemoApplication, DemoSecret } from '../platform';
import {
  condition,
  days,
  ObjectFactory,
  ownedBy,
  uidOf,
} from './object-factory';

const API = 'external-secrets.io/v1';

/** The store that speaks to Vault. */
export function storeObjects(make: ObjectFactory): KubeObject[] {
  return [
    make.make(API, 'ClusterSecretStore', undefined, 'vault-backend', {
      spec: {
        provider: {
          vault: {
            server: 'http://vault.vault.svc:8200',
            path: 'kv',
            version: 'v2',
            auth: {
              kubernetes: {
                mountPath: 'kubernetes',
                role: 'external-secrets',
                serviceAccountRef: {
                  name: 'external-secrets',
                  namespace: 'external-secrets',
                },
              },
            },
          },
        },
      },
      status: {
        capabilities: 'ReadWrite',
        conditions: [
          condition(
            'Ready',
            'True',
            make.ago(days(12)),
            'Valid',
            'store validated',
          ),
        ],
      },
    }),
  ];
}

/** What an application gets from Vault: the ExternalSecret and the Secret that it made. Values are never real. */
export function secretObjects(
  application: DemoApplication,
  secrets: DemoSecret[],
  make: ObjectFactory,
): KubeObject[] {
  return secrets.flatMap(secret => {
    const external = externalSecret(application, secret, make);
    return secret.missingMinutes === undefined
      ? [external, secretObject(application, secret, external, make)]
      : [external, refusal(external, secret, make)];
  });
}

function externalSecret(
  application: DemoApplication,
  secret: DemoSecret,
  make: ObjectFactory,
): KubeObject {
  const { namespace } = application;
  const remote = (property: string) => ({
    key: secret.path,
    property,
    conversionStrategy: 'Default',
    decodingStrategy: 'None',
    metadataPolicy: 'None',
  });
  const since = make.ago(secret.missingMinutes ?? days(12));
  return make.make(API, 'ExternalSecret', namespace, secret.name, {
    ageMinutes: secret.missingMinutes ?? days(90),
    metadata: {
      annotations: {
        'argocd.argoproj.io/tracking-id': `${application.name}:external-secrets.io/ExternalSecret:${namespace}/${secret.name}`,
      },
      finalizers: [
        'externalsecrets.external-secrets.io/externalsecret-cleanup',
      ],
    },
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault-backend' },
      target: {
        name: secret.name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
      },
      data: secret.keys.map(key => ({
        secretKey: key,
        remoteRef: remote(key),
      })),
    },
    status: secret.missingMinutes
      ? {
          binding: { name: '' },
          conditions: [
            condition(
              'Ready',
              'False',
              since,
              'SecretSyncedError',
              'could not get secret data from provider',
            ),
          ],
          refreshTime: null,
          syncedResourceVersion: '',
        }
      : {
          binding: { name: secret.name },
          conditions: [
            condition('Ready', 'True', since, 'SecretSynced', 'secret synced'),
          ],
          refreshTime: make.ago(20),
          syncedResourceVersion: `1-${uidOf('sync', secret.name).replace(
            /-/g,
            '',
          )}`,
        },
  });
}

/** The event in which the operator says what its condition does not. */
function refusal(
  external: KubeObject,
  { name, path, missingMinutes = 0 }: DemoSecret,
  make: ObjectFactory,
): KubeObject {
  const { namespace, uid } = external.metadata;
  return make.make(
    'v1',
    'Event',
    namespace,
    `${name}.${uidOf('event', name).slice(0, 8)}`,
    {
      ageMinutes: missingMinutes,
      involvedObject: {
        apiVersion: external.apiVersion,
        kind: external.kind,
        namespace,
        name,
        uid,
      },
      reason: 'UpdateFailed',
      message: `error processing spec.data[0] (key: ${path}), err: Secret does not exist`,
      type: 'Warning',
      count: missingMinutes,
      firstTimestamp: make.ago(missingMinutes),
      lastTimestamp: make.ago(0.5),
      source: { component: 'external-secrets' },
      reportingComponent: 'external-secrets',
      reportingInstance: '',
      eventTime: null,
    },
  );
}

function secretObject(
  application: DemoApplication,
  secret: DemoSecret,
  owner: KubeObject,
  make: ObjectFactory,
): KubeObject {
  return make.make('v1', 'Secret', application.namespace, secret.name, {
    metadata: {
      labels: {
        'reconcile.external-secrets.io/managed': 'true',
        'reconcile.external-secrets.io/created-by': uidOf(
          'by',
          secret.name,
        ).replace(/-/g, ''),
      },
      annotations: {
        'reconcile.external-secrets.io/data-hash': uidOf(
          'data',
          secret.name,
        ).replace(/-/g, ''),
      },
      ownerReferences: [ownedBy(owner)],
      managedFields: [
        {
          manager: `externalsecrets.external-secrets.io/${secret.name}`,
          operation: 'Update',
          apiVersion: 'v1',
          // Read again each hour, and written when it came: nothing has changed in Vault since.
          time: make.ago(days(80)),
          fieldsType: 'FieldsV1',
          fieldsV1: {
            'f:data': {
              '.': {},
              ...Object.fromEntries(secret.keys.map(key => [`f:${key}`, {}])),
            },
            'f:type': {},
          },
        },
      ],
    },
    type: secret.type ?? 'Opaque',
    data: Object.fromEntries(secret.keys.map(key => [key, madeUp(key)])),
  });
}

/** No value of the demo is a secret; what must be JSON for the API server is. */
function madeUp(key: string): string {
  const value =
    key === '.dockerconfigjson' ? '{"auths":{}}' : 'made up for the demo';
  return Buffer.from(value).toString('base64');
}
