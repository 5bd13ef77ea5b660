import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { record } from '../apps/app-schema';
import { Conventions } from '../conventions/conventions';
import { define } from '../emission/definition';
import { defined, Manifest, syncAnnotations } from '../emission/manifest';
import { cpu, namespaceName, purposeName, size } from '../input/fields';
import { JsonSchema } from '../input/json-schema';
import { externalSecret, secretName } from '../secrets/external-secret';
import { imageToWrite } from '../workloads/image';
import {
  bucketName,
  count,
  days,
  schedule,
  serviceName,
} from './service-fields';

/** @public Where and when a database is backed up: to the platform's object store, under a path of its own. */
export interface DatabaseBackupInput {
  /** The platform's bucket for backups where left out. */
  bucket?: string;
  /** Minute, hour, day, month, weekday; `0 2 * * *` where left out. */
  schedule?: string;
  keepDays?: number;
}

/** @public A PostgreSQL database of an app, run by CloudNativePG. */
export interface DatabaseInput extends CompanionInput {
  /** With the name of the app it makes the name of the Cluster; `db` where left out. */
  name?: string;
  /** 3 where left out: one fails, and nothing is lost. */
  instances?: number;
  size: string;
  /** A volume of its own for the write-ahead log. */
  walSize?: string;
  storageClass?: string;
  /** Version of PostgreSQL, such as 17.6. */
  version?: string;
  memory?: string;
  cpu?: string;
  /** Left out: no backup, which the emitted file then says. */
  backup?: DatabaseBackupInput;
}

const NAME = 'db';
const postgresVersion: JsonSchema = {
  type: 'string',
  title: 'Version',
  description: 'A version of PostgreSQL with its minor one, such as 17.6.',
  pattern: '^1[4-9]\\.[0-9]{1,2}$',
};
const KEYS = ['ACCESS_KEY_ID', 'ACCESS_SECRET_KEY'];

/** A CloudNativePG Cluster, and its backups by the Barman Cloud plugin: the way that is not deprecated. */
export const databaseFiles = define<DatabaseInput>({
  title: 'PostgreSQL database',
  schema: companionSchema(
    'PostgreSQL database',
    {
      name: purposeName,
      instances: count('Instances', 1, 9),
      size,
      walSize: size,
      storageClass: { ...namespaceName, title: 'StorageClass' },
      version: postgresVersion,
      memory: size,
      cpu,
      backup: record({ bucket: bucketName, schedule, keepDays: days }),
    },
    ['size'],
  ),
  refuse: (input, conventions) => [
    ...companionRefusals(input, conventions),
    ...tooLong(input.app, input.name ?? NAME),
  ],
  build(input, conventions) {
    const name = serviceName(input.app, input.name ?? NAME);
    const purpose = `${input.name ?? NAME}-backup`;
    const backup = input.backup && {
      ...input.backup,
      secret: secretName(input.app, purpose),
    };
    const file = (as: string, manifest: Manifest, why: string) =>
      companionFile(input, as, manifest, why, conventions);
    const namespace = input.namespace ?? input.app;
    return {
      files: [
        file(
          `cnpg-cluster-${input.name ?? NAME}`,
          cluster(name, namespace, input, conventions),
          input.backup
            ? 'PostgreSQL with standbys; stays even when its file is deleted.'
            : 'PostgreSQL with standbys, and no backup; stays even when its file is deleted.',
        ),
        ...(backup
          ? [
              file(
                `external-secret-${purpose}`,
                externalSecret(
                  input.app,
                  namespace,
                  { purpose, keys: KEYS.map(key => ({ key })) },
                  conventions,
                ),
                'Access to the bucket, from Vault; no value stands in Git.',
              ),
              file(
                `cnpg-object-store-${input.name ?? NAME}`,
                objectStore(name, namespace, backup, conventions),
                'Where backups and the write-ahead log go.',
              ),
              file(
                `cnpg-scheduled-backup-${input.name ?? NAME}`,
                scheduledBackup(name, namespace, backup.schedule, conventions),
                'When a full backup is taken.',
              ),
            ]
          : []),
      ],
      order: [
        ...(backup
          ? [
              `Who owns the bucket writes ${KEYS.join(', ')} to ${
                conventions.vault.mount
              }/${input.app}/${purpose} in Vault.`,
            ]
          : []),
        `CloudNativePG starts ${name}, and writes its user and password to the Secret ${name}-app.`,
        `The workload names that Secret, and reaches the primary at ${name}-rw:5432.`,
      ],
    };
  },
});

/** CloudNativePG appends `-<n>-initdb` and the like. */
function tooLong(app: string, name: string) {
  return serviceName(app, name).length > 50
    ? [
        {
          field: 'name',
          problem: 'Together with the name of the app it is too long.',
          allowed: 'At most 50 characters with the name of the app.',
        },
      ]
    : [];
}

function cluster(
  name: string,
  namespace: string,
  input: DatabaseInput,
  conventions: Conventions,
): Manifest {
  const { databases, storage } = conventions;
  const instances = input.instances ?? 3;
  const storageClass = input.storageClass ?? storage.className;
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name,
      namespace,
      annotations: syncAnnotations(-2, ['Prune=false']),
    },
    spec: defined({
      instances,
      imageName: imageToWrite(
        `${databases.image}:${input.version ?? databases.version}`,
        conventions,
      ),
      // One standby at least has a transaction before it counts.
      postgresql:
        instances > 2
          ? { synchronous: { method: 'any', number: 1 } }
          : undefined,
      bootstrap: {
        initdb: {
          database: identifier(input.app),
          owner: identifier(input.app),
        },
      },
      enableSuperuserAccess: false,
      affinity: {
        enablePodAntiAffinity: true,
        topologyKey: 'kubernetes.io/hostname',
        podAntiAffinityType: instances > 1 ? 'required' : 'preferred',
      },
      resources: {
        requests: { cpu: input.cpu ?? '250m', memory: input.memory ?? '512Mi' },
        limits: { memory: input.memory ?? '512Mi' },
      },
      storage: { size: input.size, storageClass },
      walStorage: input.walSize
        ? { size: input.walSize, storageClass }
        : undefined,
      plugins: input.backup
        ? [
            {
              name: databases.backupPlugin,
              // The API server would fill it in, and Argo CD compares lists as a whole.
              enabled: true,
              isWALArchiver: true,
              parameters: { barmanObjectName: name },
            },
          ]
        : undefined,
    }),
  };
}

function objectStore(
  name: string,
  namespace: string,
  { bucket, keepDays, secret }: DatabaseBackupInput & { secret: string },
  { objectStorage }: Conventions,
): Manifest {
  const [id, key] = KEYS;
  return {
    apiVersion: 'barmancloud.cnpg.io/v1',
    kind: 'ObjectStore',
    metadata: {
      name,
      namespace,
      annotations: syncAnnotations(-2, ['Prune=false']),
    },
    spec: {
      retentionPolicy: `${keepDays ?? 14}d`,
      configuration: {
        destinationPath: `s3://${
          bucket ?? objectStorage.backupBucket
        }/${namespace}/`,
        endpointURL: objectStorage.endpoint,
        s3Credentials: {
          accessKeyId: { name: secret, key: id },
          secretAccessKey: { name: secret, key },
        },
        wal: { compression: 'gzip' },
      },
    },
  };
}

/** A base backup of a database by the plugin; CloudNativePG's schedule begins with the second. */
export function scheduledBackup(
  name: string,
  namespace: string,
  at: string | undefined,
  { databases }: Conventions,
): Manifest {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    metadata: { name, namespace },
    spec: {
      schedule: `0 ${at ?? '0 2 * * *'}`,
      cluster: { name },
      method: 'plugin',
      pluginConfiguration: { name: databases.backupPlugin },
      backupOwnerReference: 'self',
    },
  };
}

/** A name as PostgreSQL takes it unquoted. */
function identifier(app: string): string {
  return app.replace(/-/g, '_');
}
