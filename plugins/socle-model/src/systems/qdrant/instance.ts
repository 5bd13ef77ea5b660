import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { endpointKey } from '../../definition/probe';
import type { Resource } from '../../definition/resource';
import {
  booleanAt,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { cut } from '../../reading/conditions';
import { judgeInstance } from './instance-health';
import { INSTANCE_REASONS } from './instance-reasons';
import { podOf, QDRANT } from './qdrant-object';

/** An error in sending to a peer. */
export type SendFailure = { uri: string; error?: string; at?: number };

export type InstanceFacts = {
  endpoints: string[];
  version?: string;
  /** `enabled` or `disabled` (one node, which is fine). */
  mode?: string;
  peers?: string[];
  /** '' where there is none. */
  leader?: string;
  role?: string;
  pending?: number;
  consensus?: string;
  consensusError?: string;
  consensusAt?: number;
  failures?: SendFailure[];
  /** Shards have caught up once since the start. */
  caughtUp?: boolean;
  collections?: number;
};

export const instance = defineKind<InstanceFacts>({
  ...QDRANT,
  kind: 'Qdrant',
  plural: 'qdrants',
  project,
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  links: instanceLinks,
  health: judgeInstance,
  reasons: INSTANCE_REASONS,
  shows: ['version', 'collections', 'pending'],
});

function project(raw: RawObject): InstanceFacts {
  const status = valueAt(raw, 'status');
  const leader = valueAt(status, 'leader');
  const failures = objectsAt(status, 'failures').map(failure => {
    const error = stringAt(failure, 'error');
    const at = timeAt(failure, 'at');
    return {
      uri: stringAt(failure, 'uri') ?? '',
      ...(error ? { error: cut(error, 200) } : {}),
      ...(at === undefined ? {} : { at }),
    };
  });
  return {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    version: stringAt(status, 'version'),
    mode: stringAt(status, 'mode'),
    ...(Array.isArray(valueAt(status, 'peers'))
      ? {
          peers: objectsAt(status, 'peers').map(
            peer => stringAt(peer, 'uri') ?? '',
          ),
        }
      : {}),
    ...(typeof leader === 'string' ? { leader } : {}),
    role: stringAt(status, 'role'),
    pending: numberAt(status, 'pending'),
    consensus: stringAt(status, 'consensus'),
    consensusError: stringAt(status, 'consensusError'),
    consensusAt: timeAt(status, 'consensusAt'),
    ...(failures.length > 0 ? { failures } : {}),
    caughtUp: booleanAt(status, 'caughtUp'),
    collections: numberAt(status, 'collections'),
  };
}

/** Peers are pods of one StatefulSet, whose name is theirs without the number. */
function instanceLinks({ facts }: Resource<InstanceFacts>): Link[] {
  const [pod] = (facts.peers ?? []).map(podOf).filter(one => one !== undefined);
  const set = pod?.name.replace(/-\d+$/, '');
  return pod && set && set !== pod.name
    ? [
        linkTo(
          'runsAs',
          {
            group: 'apps',
            kind: 'StatefulSet',
            namespace: pod.namespace,
            name: set,
          },
          'target',
        ),
      ]
    : [];
}
