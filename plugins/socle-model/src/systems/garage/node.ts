import { defineKind } from '../../definition/kind';
import { cut, withoutCredentials } from '../../reading/conditions';
import {
  booleanAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { DiskSpace, diskSpaceAt } from './disk-space';
import { clusterLink, GARAGE } from './garage-object';
import { judgeNode } from './node-health';
import { NODE_REASONS } from './node-reasons';

/** A worker that repeats an error. */
export type FailingWorker = {
  name: string;
  consecutiveErrors: number;
  lastError?: string;
};

/** One Garage process, by its node id; each answer tells a part of it. */
export type NodeFacts = DiskSpace & {
  cluster?: string;
  /** The cluster's own list has it. */
  listed: boolean;
  hostname?: string;
  address?: string;
  version?: string;
  isUp?: boolean;
  lastSeenSeconds?: number;
  draining: boolean;
  /** `storage`, `gateway`, or `none` for a node that the layout does not have. */
  role?: string;
  zone?: string;
  capacity?: number;
  /** Blocks that something refers to and that cannot be read now; absent where not told. */
  blockErrors?: number;
  blockTries?: number;
  workers?: number;
  worstWorker?: FailingWorker;
  /** Why it could not be asked. */
  unanswered?: string;
};

export const node = defineKind<NodeFacts>({
  ...GARAGE,
  kind: 'Node',
  plural: 'nodes',
  project,
  links: ({ facts, meta }) => clusterLink(facts.cluster, meta, 'source'),
  health: judgeNode,
  reasons: NODE_REASONS,
  shows: ['address', 'version', 'capacity', 'listed', 'workers'],
});

function project(raw: RawObject): NodeFacts {
  const status = objectAt(raw, 'status');
  const role = valueAt(status, 'role');
  const capacity = numberAt(status, 'role', 'capacity');
  const workers = valueAt(status, 'workers');
  return {
    cluster: stringAt(raw, 'spec', 'cluster'),
    listed: booleanAt(status, 'isUp') !== undefined,
    hostname: stringAt(status, 'hostname'),
    address: stringAt(status, 'addr'),
    version:
      stringAt(status, 'garageVersion') ??
      stringAt(status, 'info', 'garageVersion'),
    isUp: booleanAt(status, 'isUp'),
    lastSeenSeconds: numberAt(status, 'lastSeenSecsAgo'),
    draining: booleanAt(status, 'draining') === true,
    role: role === undefined ? undefined : roleOf(role, capacity),
    zone: stringAt(status, 'role', 'zone'),
    capacity,
    ...diskSpaceAt(status),
    blockErrors: numberAt(status, 'blockErrors', 'count'),
    blockTries: numberAt(status, 'blockErrors', 'tries'),
    workers: Array.isArray(workers) ? workers.length : undefined,
    worstWorker: worstOf(objectsAt(status, 'workers')),
    unanswered: unansweredOf(status),
  };
}

function roleOf(role: unknown, capacity: number | undefined): string {
  if (typeof role !== 'object' || role === null) {
    return 'none';
  }
  return capacity !== undefined && capacity > 0 ? 'storage' : 'gateway';
}

function worstOf(workers: readonly RawObject[]): FailingWorker | undefined {
  let worst: FailingWorker | undefined;
  for (const worker of workers) {
    const consecutiveErrors = numberAt(worker, 'consecutiveErrors') ?? 0;
    if (consecutiveErrors > (worst?.consecutiveErrors ?? 0)) {
      const lastError = stringAt(worker, 'lastError');
      worst = {
        name: stringAt(worker, 'name') ?? 'without a name',
        consecutiveErrors,
        ...(lastError
          ? { lastError: cut(withoutCredentials(lastError), 200) }
          : {}),
      };
    }
  }
  return worst;
}

function unansweredOf(status: RawObject): string | undefined {
  const text =
    stringAt(status, 'workersError') ??
    stringAt(status, 'blockErrorsError') ??
    stringAt(status, 'infoError');
  return text && cut(withoutCredentials(text), 200);
}
