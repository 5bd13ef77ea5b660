import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { Conventions } from '../conventions/conventions';
import { define } from '../emission/definition';
import { defined, Manifest, syncAnnotations } from '../emission/manifest';
import { cpu, namespaceName, purposeName, size } from '../input/fields';
import { externalSecret, secretName } from '../secrets/external-secret';
import { count, serviceName } from './service-fields';

/** @public A cache of an app that speaks Redis' protocol, run by the Dragonfly operator. */
export interface CacheInput extends CompanionInput {
  /** With the name of the app it makes the name of the Dragonfly; `cache` where left out. */
  name?: string;
  /** 2 where left out: a master and one that takes over. */
  replicas?: number;
  memory?: string;
  cpu?: string;
  /** Left out: what is in memory is lost with the pods. */
  snapshotSize?: string;
  storageClass?: string;
}

const NAME = 'cache';

export const cacheFiles = define<CacheInput>({
  title: 'Dragonfly cache',
  schema: companionSchema(
    'Dragonfly cache',
    {
      name: purposeName,
      replicas: count('Pods', 1, 9),
      memory: size,
      cpu,
      snapshotSize: size,
      storageClass: { ...namespaceName, title: 'StorageClass' },
    },
    [],
  ),
  refuse: companionRefusals,
  build(input, conventions) {
    const purpose = input.name ?? NAME;
    const name = serviceName(input.app, purpose);
    const namespace = input.namespace ?? input.app;
    return {
      files: [
        companionFile(
          input,
          `external-secret-${purpose}`,
          externalSecret(
            input.app,
            namespace,
            { purpose, keys: [{ key: 'password' }] },
            conventions,
          ),
          'The password of the cache, from Vault; no value stands in Git.',
          conventions,
        ),
        companionFile(
          input,
          `dragonfly-${purpose}`,
          dragonfly(name, namespace, input, conventions),
          'A master, and those that take over.',
          conventions,
        ),
      ],
      order: [
        `Who owns the cache writes password to ${conventions.vault.mount}/${input.app}/${purpose} in Vault.`,
        `The operator starts ${name}; the workload reaches the master at ${name}:6379 with the key password of the Secret ${name}.`,
      ],
    };
  },
});

function dragonfly(
  name: string,
  namespace: string,
  input: CacheInput,
  { storage }: Conventions,
): Manifest {
  const memory = input.memory ?? '512Mi';
  return {
    apiVersion: 'dragonflydb.io/v1alpha1',
    kind: 'Dragonfly',
    metadata: {
      name,
      namespace,
      annotations: syncAnnotations(
        -2,
        input.snapshotSize ? ['Prune=false'] : [],
      ),
    },
    spec: defined({
      replicas: input.replicas ?? 2,
      authentication: {
        passwordFromSecret: {
          name: secretName(input.app, input.name ?? NAME),
          key: 'password',
        },
      },
      resources: {
        requests: { cpu: input.cpu ?? '250m', memory },
        limits: { memory },
      },
      snapshot: input.snapshotSize
        ? {
            cron: '*/30 * * * *',
            persistentVolumeClaimSpec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: input.snapshotSize } },
              storageClassName: input.storageClass ?? storage.className,
            },
          }
        : undefined,
    }),
  };
}
