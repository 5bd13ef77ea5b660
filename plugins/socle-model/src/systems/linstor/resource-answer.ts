import { probeObject, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';

/** Flags of a resource that holds no data on its node, or is on its way out. */
const NO_COPY = [
  'DISKLESS',
  'DRBD_DISKLESS',
  'NVME_INITIATOR',
  'EBS_INITIATOR',
  'TIE_BREAKER',
  'DELETE',
  'DRBD_DELETE',
  'INACTIVE',
];
const NO_DISK = ['Diskless', 'TieBreaker'];

/** The list of all copies, as one object for each resource: several nodes hold one. */
export function readResources(
  list: readonly RawObject[],
  target: ProbeTarget,
): ProbeReading {
  const byName = new Map<string, RawObject[]>();
  for (const one of list) {
    const name = stringAt(one, 'name') ?? '';
    byName.set(name, [...(byName.get(name) ?? []), copyOf(one)]);
  }
  return {
    items: [...byName].map(([name, copies]) =>
      probeObject('linstor', 'Resource', name, target, { status: { copies } }),
    ),
  };
}

function copyOf(one: RawObject): RawObject {
  const volumes = objectsAt(one, 'volumes');
  const states = volumes.map(
    volume => stringAt(volume, 'state', 'disk_state') ?? '',
  );
  // A copy is as good as the worst of its volumes.
  const disk = states.find(state => state !== 'UpToDate') ?? states[0] ?? '';
  const progress = volumes.flatMap(progressOf);
  return {
    node: stringAt(one, 'node_name') ?? '',
    disk,
    diskful:
      !stringsAt(one, 'flags').some(flag => NO_COPY.includes(flag)) &&
      (!NO_DISK.includes(disk) || hasLostItsDisk(volumes, disk)),
    ...(isSuspended(one) ? { suspended: true } : {}),
    ...(progress.length > 0 ? { progress: Math.min(...progress) } : {}),
  };
}

/** DRBD drops a disk that fails: the copy goes on without one, and is lost, though it still has its place in a pool. */
function hasLostItsDisk(volumes: readonly RawObject[], disk: string): boolean {
  return (
    disk === 'Diskless' &&
    volumes.some(
      volume =>
        (stringAt(volume, 'provider_kind') ?? 'DISKLESS') !== 'DISKLESS',
    )
  );
}

/** How far a volume is in its synchronisation from each peer. */
function progressOf(volume: RawObject): number[] {
  return Object.values(objectAt(volume, 'state', 'replication_states')).flatMap(
    peer => {
      const done = numberAt(peer, 'done_percentage');
      return done !== undefined &&
        stringAt(peer, 'replication_state') === 'SyncTarget'
        ? [done]
        : [];
    },
  );
}

/** A layer that was told to hold back, or a device without quorum. */
function isSuspended(one: RawObject): boolean {
  const layer = objectAt(one, 'layer_object');
  return (
    valueAt(layer, 'suspend') === true ||
    valueAt(layer, 'drbd', 'suspended') === true ||
    objectsAt(layer, 'drbd', 'drbd_volumes').some(
      volume => isObject(volume) && valueAt(volume, 'quorum') === false,
    )
  );
}
