import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { Conventions } from '../conventions/conventions';
import {
  days,
  count,
  oneOf,
  schedule,
  serviceName,
} from '../data-services/service-fields';
import { scheduledBackup } from '../data-services/database';
import { define } from '../emission/definition';
import { Refusal } from '../emission/emission';
import { Manifest } from '../emission/manifest';
import { purposeName } from '../input/fields';

/** @public A backup of an app, at set times. */
export interface BackupInput extends CompanionInput {
  /** `namespace`: objects and volumes, by Velero. `volumes`: by Longhorn. `database`: by CloudNativePG. */
  of: 'namespace' | 'volumes' | 'database';
  schedule: string;
  /** Velero: how long a backup is kept; 30 where left out. */
  keepDays?: number;
  /** Longhorn: how many of a volume are kept; 7 where left out. */
  keep?: number;
  /** CloudNativePG: which of the app's databases; `db` where left out. */
  database?: string;
}

interface Made {
  file: string;
  manifest: Manifest;
  why: string;
  order: string[];
}

const FIELD_OF = {
  keepDays: 'namespace',
  keep: 'volumes',
  database: 'database',
} as const;

function foreignFields(input: BackupInput): Refusal[] {
  return Object.entries(FIELD_OF)
    .filter(
      ([field, of]) =>
        input[field as keyof typeof FIELD_OF] !== undefined && of !== input.of,
    )
    .map(([field, of]) => ({
      field,
      problem: `It says nothing of a backup of ${input.of}.`,
      allowed: `Only where of is ${of}.`,
    }));
}

const MAKERS: Record<
  BackupInput['of'],
  (input: BackupInput, conventions: Conventions) => Made
> = {
  namespace: (input, { backups }) => {
    const namespace = input.namespace ?? input.app;
    return {
      file: 'velero-schedule',
      why: 'Objects and volumes of the namespace, by Velero.',
      order: [
        `Velero takes the first backup of ${namespace} when its time comes.`,
      ],
      manifest: {
        apiVersion: 'velero.io/v1',
        kind: 'Schedule',
        metadata: { name: input.app, namespace: backups.velero },
        spec: {
          schedule: input.schedule,
          skipImmediately: false,
          useOwnerReferencesInBackup: false,
          template: {
            includedNamespaces: [namespace],
            snapshotMoveData: true,
            storageLocation: backups.location,
            ttl: `${(input.keepDays ?? 30) * 24}h0m0s`,
          },
        },
      },
    };
  },
  volumes: (input, { backups }) => ({
    file: 'longhorn-recurring-job',
    why: 'Volumes that join its group, by Longhorn.',
    order: [
      `Claims join by the labels recurring-job.longhorn.io/source: enabled and recurring-job-group.longhorn.io/${input.app}: enabled.`,
      'Longhorn backs them up from then on.',
    ],
    manifest: {
      apiVersion: 'longhorn.io/v1beta2',
      kind: 'RecurringJob',
      metadata: { name: input.app, namespace: backups.longhorn },
      spec: {
        name: input.app,
        task: 'backup',
        cron: input.schedule,
        groups: [input.app],
        retain: input.keep ?? 7,
        concurrency: 2,
        labels: { app: input.app },
      },
    },
  }),
  database: (input, conventions) => {
    const name = serviceName(input.app, input.database ?? 'db');
    return {
      file: `cnpg-scheduled-backup-${input.database ?? 'db'}`,
      why: 'When a full backup of the database is taken.',
      order: [
        `CloudNativePG backs ${name} up to the ObjectStore that the Cluster names.`,
      ],
      manifest: scheduledBackup(
        name,
        input.namespace ?? input.app,
        input.schedule,
        conventions,
      ),
    };
  },
};

export const backupFiles = define<BackupInput>({
  title: 'Backup',
  schema: companionSchema(
    'Backup',
    {
      of: oneOf('Of', 'namespace', 'volumes', 'database'),
      schedule,
      keepDays: days,
      keep: count('Kept', 1, 250),
      database: purposeName,
    },
    ['of', 'schedule'],
  ),
  refuse: (input, conventions) => [
    ...companionRefusals(input, conventions),
    ...foreignFields(input),
  ],
  build(input, conventions) {
    const made = MAKERS[input.of](input, conventions);
    return {
      files: [
        companionFile(input, made.file, made.manifest, made.why, conventions),
      ],
      order: made.order,
    };
  },
});
