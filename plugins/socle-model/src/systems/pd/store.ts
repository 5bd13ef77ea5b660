import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Thresholds } from '../../judging/thresholds';
import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import {
  booleanAt,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { GROUP, PD, podOf } from './pd-object';
import { freePercent } from './store-space';

type StoreFacts = {
  cluster?: string;
  state?: string;
  /** TiFlash: holds copies that do not vote. */
  learner?: true;
  address?: string;
  version?: string;
  capacity?: string;
  freePercent?: number;
  leaders?: number;
  regions?: number;
  slowScore?: number;
  /** Last heartbeat, in milliseconds. */
  heartbeat?: number;
};

const STATE = 'store.state_name';

export const store = defineKind<StoreFacts>({
  ...PD,
  kind: 'Store',
  plural: 'stores',
  project,
  links: ({ meta, facts }) => {
    const pod = podOf(facts.address);
    return [
      ...(facts.cluster
        ? [
            linkTo(
              'storeOf',
              {
                group: GROUP,
                kind: 'Cluster',
                namespace: meta.namespace,
                name: facts.cluster,
              },
              'source' as const,
            ),
          ]
        : []),
      ...(pod
        ? [linkTo('pod', { group: '', kind: 'Pod', ...pod }, 'target')]
        : []),
    ];
  },
  health: ({ facts }, { thresholds }) => judge(facts, thresholds),
  reasons: [
    {
      code: 'PdStoreUp',
      cause: 'The store sends heartbeats.',
      evidence: STATE,
      remedy: false,
    },
    {
      code: 'PdStoreDraining',
      cause: 'The store hands its regions over before it goes.',
      evidence: STATE,
      remedy: false,
    },
    {
      code: 'PdStoreDisconnected',
      cause: 'No heartbeat for more than 20 seconds; nothing is moved yet.',
      evidence: STATE,
    },
    {
      code: 'PdStoreDown',
      cause: 'No heartbeat for max-store-down-time; its copies are made anew.',
      evidence: STATE,
    },
    {
      code: 'PdStoreLowOnSpace',
      cause: 'So little is free that PD stops moving data to it.',
      evidence: 'status.available',
    },
    {
      code: 'PdStoreSlow',
      cause: 'The store answers slowly.',
      evidence: 'status.slow_score',
    },
    {
      code: 'PdStoreStateUnknown',
      cause: 'Its state is one that no rule knows.',
      evidence: STATE,
      remedy: false,
    },
  ],
  shows: ['address', 'version', 'capacity', 'leaders', 'regions'],
});

function project(raw: RawObject): StoreFacts {
  const status = objectAt(raw, 'status');
  return {
    cluster: stringAt(raw, 'spec', 'cluster'),
    state: stringAt(status, 'state'),
    ...(booleanAt(status, 'learner') ? { learner: true } : {}),
    address: stringAt(status, 'address'),
    version: stringAt(status, 'version'),
    capacity: stringAt(status, 'capacity'),
    freePercent: freePercent(status),
    leaders: numberAt(status, 'leaders'),
    regions: numberAt(status, 'regions'),
    slowScore: numberAt(status, 'slowScore'),
    heartbeat: timeAt(status, 'heartbeat'),
  };
}

function judge(facts: StoreFacts, thresholds: Thresholds): Verdict {
  const { state, regions = 0, leaders = 0 } = facts;
  const evidence = [{ path: STATE, value: state ?? null }];
  const last =
    facts.heartbeat === undefined
      ? ''
      : `, last heartbeat ${formatTime(facts.heartbeat)}`;
  switch (state) {
    case 'Disconnected':
      return degraded(
        'PdStoreDisconnected',
        `The store is silent${last}; ${regions} regions have a copy there.`,
        { evidence, since: facts.heartbeat },
      );
    case 'Down':
      // Queries go to TiKV in place of TiFlash.
      return (facts.learner ? degraded : failed)(
        'PdStoreDown',
        `The store is given up${last}; copies of ${regions} regions are made anew.`,
        { evidence, since: facts.heartbeat },
      );
    case 'Offline':
      return progressing(
        'PdStoreDraining',
        `Being drained: ${leaders} leaders and ${regions} regions left.`,
        { evidence },
      );
    case 'Up':
      return judgeUp(facts, thresholds);
    case 'Tombstone':
      return healthy('PdStoreUp', 'The store has left the cluster.');
    default:
      return unknown(
        'PdStoreStateUnknown',
        `The state is "${state ?? 'not told'}", which no rule knows.`,
        { evidence },
      );
  }
}

function judgeUp(facts: StoreFacts, thresholds: Thresholds): Verdict {
  const { freePercent: free, slowScore = 0 } = facts;
  if (free !== undefined && free < thresholds.tikvFreePercent) {
    return degraded(
      'PdStoreLowOnSpace',
      `${free} % of ${
        facts.capacity ?? 'its space'
      } is free: PD stops moving data to it.`,
      { evidence: [{ path: 'status.available', value: free }] },
    );
  }
  return slowScore > thresholds.tikvSlowScore
    ? degraded('PdStoreSlow', `The store is slow: score ${slowScore} of 100.`, {
        evidence: [{ path: 'status.slow_score', value: slowScore }],
      })
    : healthy(
        'PdStoreUp',
        `Up with ${facts.regions ?? 0} regions, ${
          facts.leaders ?? 0
        } of them led from here.`,
      );
}
