import { defineKind } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { Condition } from '../../reading/conditions';
import {
  booleanAt,
  labelAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { longhornConditions, telling } from './longhorn-conditions';
import { judgeVolume } from './volume-health';
import { VOLUME_REASONS } from './volume-reasons';

/** What Socle keeps of a Longhorn Volume. Sizes are bytes; times are as they stand in the object. */
export type VolumeFacts = {
  state?: string;
  robustness?: string;
  numberOfReplicas?: number;
  size?: number;
  /** Blocks in use per replica with snapshots: not what the file system holds. */
  actualSize?: number;
  /** Where it is attached, else where it is to be. */
  nodeID?: string;
  accessMode?: string;
  dataEngine?: string;
  /** Erasure-coded: its shards are counted by a ShardGroup, not by replicas. */
  sharded?: true;
  /** Kept for disaster recovery: it restores for ever. */
  standby?: true;
  restoreRequired?: true;
  cloneState?: string;
  expanding?: true;
  shareState?: string;
  lastBackup?: string;
  lastBackupAt?: string;
  lastDegradedAt?: string;
  backupTarget: string;
  backingImage?: string;
  /** The volume whose backup its data came from. */
  restoredFrom?: string;
  conditions: Condition[];
  claim?: { namespace: string; name: string; pv?: string };
  pods: string[];
  jobs: string[];
  jobGroups: string[];
};

const JOB = 'recurring-job.longhorn.io/';
const JOB_GROUP = 'recurring-job-group.longhorn.io/';

export const volume = defineKind<VolumeFacts>({
  ...LONGHORN,
  kind: 'Volume',
  plural: 'volumes',
  // A volume that goes is on its way, whatever else is wrong with it.
  judgesDeletion: true,
  project: raw => ({
    state: stringAt(raw, 'status', 'state'),
    robustness: stringAt(raw, 'status', 'robustness'),
    numberOfReplicas: numberAt(raw, 'spec', 'numberOfReplicas'),
    size: numberAt(raw, 'spec', 'size'),
    actualSize: numberAt(raw, 'status', 'actualSize'),
    nodeID:
      stringAt(raw, 'status', 'currentNodeID') ??
      stringAt(raw, 'spec', 'nodeID'),
    accessMode: stringAt(raw, 'spec', 'accessMode'),
    dataEngine: stringAt(raw, 'spec', 'dataEngine'),
    ...(stringAt(raw, 'spec', 'dataLayout', 'type') === 'sharded'
      ? { sharded: true }
      : {}),
    ...(booleanAt(raw, 'spec', 'Standby') ? { standby: true } : {}),
    ...(booleanAt(raw, 'status', 'restoreRequired')
      ? { restoreRequired: true }
      : {}),
    cloneState: stringAt(raw, 'status', 'cloneStatus', 'state'),
    ...(booleanAt(raw, 'status', 'expansionRequired')
      ? { expanding: true }
      : {}),
    shareState: stringAt(raw, 'status', 'shareState'),
    lastBackup: stringAt(raw, 'status', 'lastBackup'),
    lastBackupAt: stringAt(raw, 'status', 'lastBackupAt'),
    lastDegradedAt: stringAt(raw, 'status', 'lastDegradedAt'),
    backupTarget:
      stringAt(raw, 'spec', 'backupTargetName') ??
      labelAt(raw, 'backup-target') ??
      'default',
    backingImage: stringAt(raw, 'spec', 'backingImage'),
    restoredFrom: /[?&]volume=([^&]+)/.exec(
      stringAt(raw, 'spec', 'fromBackup') ?? '',
    )?.[1],
    conditions: [
      ...telling(longhornConditions(raw), ['Scheduled'], ''),
      ...telling(
        longhornConditions(raw),
        [
          'Restore',
          'TooManySnapshots',
          'WaitForBackingImage',
          'BackingImageIncompatible',
          'OfflineRebuilding',
        ],
        'False',
      ),
    ],
    claim: claimOf(raw),
    pods: podsOf(raw),
    jobs: enabledLabels(raw, JOB),
    jobGroups: groupsOf(raw),
  }),
  provides: ({ meta }) => [`volumeHandle:driver.longhorn.io/${meta.name}`],
  links: volumeLinks,
  health: judgeVolume,
  reasons: VOLUME_REASONS,
  shows: [
    'size',
    'actualSize',
    'dataEngine',
    'lastBackup',
    'claim',
    'standby',
    'expanding',
  ],
});

function volumeLinks(of: Resource<VolumeFacts>): Link[] {
  const { facts, meta } = of;
  return [
    ...inLonghorn('attachedTo', of, 'Node', facts.nodeID),
    ...inLonghorn('backupTarget', of, 'BackupTarget', facts.backupTarget),
    ...inLonghorn(
      'backingImage',
      of,
      'BackingImage',
      facts.backingImage,
      'target',
    ),
    ...inLonghorn('restoredFrom', of, 'Volume', facts.restoredFrom),
    ...(facts.accessMode === 'rwx'
      ? inLonghorn('share', of, 'ShareManager', meta.name, 'target')
      : []),
    ...facts.jobs.flatMap(job =>
      inLonghorn('recurringJob', of, 'RecurringJob', job),
    ),
    ...facts.jobGroups.map(group =>
      linkByKey('recurringJob', `longhornJobGroup:${group}`, [
        'longhorn.io/RecurringJob',
      ]),
    ),
  ];
}

/** The claim, unless the reference is history (`lastPVCRefAt`). */
function claimOf(raw: RawObject): VolumeFacts['claim'] {
  const of = objectAt(raw, 'status', 'kubernetesStatus');
  const namespace = stringAt(of, 'namespace');
  const name = stringAt(of, 'pvcName');
  const pv = stringAt(of, 'pvName');
  return namespace && name && !stringAt(of, 'lastPVCRefAt')
    ? { namespace, name, ...(pv ? { pv } : {}) }
    : undefined;
}

/** The pods that use it now; with `lastPodRefAt` the list is of those that did. */
function podsOf(raw: RawObject): string[] {
  const of = objectAt(raw, 'status', 'kubernetesStatus');
  return stringAt(of, 'lastPodRefAt')
    ? []
    : objectsAt(of, 'workloadsStatus').flatMap(
        workload => stringAt(workload, 'podName') ?? [],
      );
}

function enabledLabels(raw: RawObject, prefix: string): string[] {
  return Object.entries(objectAt(raw, 'metadata', 'labels'))
    .filter(([name, value]) => name.startsWith(prefix) && value === 'enabled')
    .map(([name]) => name.slice(prefix.length))
    .filter(name => name !== '' && name !== 'source');
}

/** A volume that names neither jobs nor groups belongs to the group `default`. */
function groupsOf(raw: RawObject): string[] {
  const groups = enabledLabels(raw, JOB_GROUP);
  return groups.length > 0 || enabledLabels(raw, JOB).length > 0
    ? groups
    : ['default'];
}
