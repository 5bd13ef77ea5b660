import { condition, said } from '../../reading/conditions';
import {
  booleanAt,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { formatBytes } from '../../reading/quantities';
import { longhornConditions } from './longhorn-conditions';
import { oneLine } from './wording';

/** One disk of a Longhorn Node. Bytes. `ready` and `schedulable` are absent where Longhorn says nothing. */
export type DiskFacts = {
  name: string;
  uuid: string;
  path?: string;
  type?: string;
  allowScheduling: boolean;
  evicting: boolean;
  ready?: boolean;
  /** Why it is not ready. */
  trouble?: string;
  schedulable?: boolean;
  /** Why it takes no new copies, as Longhorn says it. */
  refusal?: string;
  maximum?: number;
  available?: number;
  reserved?: number;
  scheduled?: number;
  /** How many copies lie there. */
  replicas: number;
  /** The worst of what the disk says about itself: `FAILED` or `WARNING`. */
  smart?: string;
};

/** spec.disks and status.diskStatus share their keys; a disk may stand in one of them only. */
export function disksOf(raw: RawObject): DiskFacts[] {
  const wanted = objectAt(raw, 'spec', 'disks');
  const found = objectAt(raw, 'status', 'diskStatus');
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...names]
    .sort()
    .map(name => diskOf(name, objectAt(wanted, name), objectAt(found, name)));
}

function diskOf(name: string, spec: RawObject, status: RawObject): DiskFacts {
  const conditions = longhornConditions(status, 'conditions');
  const ready = condition(conditions, 'Ready');
  const schedulable = condition(conditions, 'Schedulable');
  return {
    name,
    uuid: stringAt(status, 'diskUUID') ?? '',
    path: stringAt(spec, 'path') ?? stringAt(status, 'diskPath'),
    type: stringAt(spec, 'diskType') ?? stringAt(status, 'diskType'),
    allowScheduling: booleanAt(spec, 'allowScheduling') ?? true,
    evicting: booleanAt(spec, 'evictionRequested') ?? false,
    ready: verdictOf(ready?.status),
    ...(ready?.status === 'False'
      ? { trouble: plainTrouble(said(ready)) }
      : {}),
    schedulable: verdictOf(schedulable?.status),
    ...(schedulable?.status === 'False'
      ? { refusal: oneLine(said(schedulable)) }
      : {}),
    maximum: numberAt(status, 'storageMaximum'),
    available: numberAt(status, 'storageAvailable'),
    reserved: numberAt(spec, 'storageReserved'),
    scheduled: numberAt(status, 'storageScheduled'),
    replicas: Object.keys(objectAt(status, 'scheduledReplica')).length,
    smart: smartOf(status),
  };
}

function verdictOf(status: string | undefined): boolean | undefined {
  if (status === 'True') return true;
  return status === 'False' ? false : undefined;
}

function smartOf(status: RawObject): string | undefined {
  const found = Object.values(objectAt(status, 'healthData')).map(one =>
    stringAt(one, 'healthStatus'),
  );
  return ['FAILED', 'WARNING'].find(bad => found.includes(bad));
}

/** What Longhorn's words mean for whoever has to walk to the server. */
function plainTrouble(message: string): string {
  if (message.includes("record diskUUID doesn't match")) {
    return 'another disk is mounted at its path (the UUID differs)';
  }
  if (message.includes('cannot find disk config file')) {
    return 'nothing is mounted at its path';
  }
  if (message.includes('has same file system ID')) {
    return 'the same disk was added twice';
  }
  return oneLine(message);
}

/** What the Settings say about space, in percent. */
export type SpaceLimits = {
  minimalAvailable: number;
  overProvisioning: number;
};

/**
 * Why a disk takes no new copies. Longhorn calls two causes DiskPressure; the figures tell them apart. Those of a disk
 * that is not ready are nought and tell nothing.
 */
export function refusalOf(disk: DiskFacts, limits: SpaceLimits): string {
  const { maximum, available, scheduled, reserved = 0 } = disk;
  const stated = disk.refusal ?? 'no cause given';
  if (!disk.ready || maximum === undefined || maximum <= 0) {
    return stated;
  }
  const causes: string[] = [];
  if (
    available !== undefined &&
    available <= (maximum * limits.minimalAvailable) / 100
  ) {
    const percent = ((available / maximum) * 100).toFixed(1);
    causes.push(
      `${percent} % free (${formatBytes(available)} of ${formatBytes(
        maximum,
      )}), more than ${limits.minimalAvailable} % must be`,
    );
  }
  const promise = ((maximum - reserved) * limits.overProvisioning) / 100;
  if (scheduled !== undefined && scheduled > promise) {
    causes.push(
      `${formatBytes(scheduled)} promised, limit ${formatBytes(promise)}`,
    );
  }
  return causes.length > 0 ? causes.join('; ') : stated;
}
