import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import type { TidbClusterFacts } from './tidb-cluster';

const STORES = 'status.tikv.stores[].state';

/** Checks from the worst to the best; the first that finds something decides, the others are warnings. */
export function judgeTidbCluster(
  facts: TidbClusterFacts,
  now: number,
): Verdict {
  const found = [
    judgePdQuorum(facts),
    judgeQuorum(facts),
    judgePdMembers(facts),
    judgeSynced(facts),
    judgeSilent(facts),
    judgeTiFlash(facts),
    judgeReplaced(facts),
    judgeReadyFalse(facts),
    judgeOdd(facts),
    judgeDraining(facts, now),
    judgePhases(facts, now),
  ].filter(verdict => verdict !== undefined);
  const [worst, ...others] = found;
  if (!worst) {
    return judgeReady(facts);
  }
  const warnings = others
    .filter(({ reason }) => reason !== worst.reason)
    .map(({ message }) => message);
  return warnings.length > 0 ? { ...worst, warnings } : worst;
}

function judgePdQuorum({ members, leader }: TidbClusterFacts) {
  if (!members) {
    return undefined;
  }
  const all = members.healthy + (members.bad?.length ?? 0);
  if (members.healthy >= Math.floor(all / 2) + 1 && leader) {
    return undefined;
  }
  return failed(
    'TidbClusterPdDown',
    leader
      ? `Only ${members.healthy} of ${all} PD members are healthy: no majority.`
      : `PD has no leader; ${members.healthy} of ${all} members are healthy.`,
    {
      evidence: [
        { path: 'status.pd.leader.name', value: leader ?? null },
        { path: 'status.pd.members[].health', value: members.bad ?? [] },
      ],
    },
  );
}

function judgeQuorum({ tikv, tikvSynced }: TidbClusterFacts) {
  // An old list of stores decides nothing.
  const silent = tikvSynced === false ? [] : tikv?.silent ?? [];
  return silent.length >= 2
    ? failed(
        'TidbClusterQuorumLost',
        `${silent.length} TiKV stores are silent (${silent.join(
          ', ',
        )}): regions may have lost their quorum.`,
        { evidence: [{ path: STORES, value: silent }] },
      )
    : undefined;
}

function judgePdMembers({ members }: TidbClusterFacts) {
  return members?.bad
    ? degraded(
        'TidbClusterPdMemberDown',
        `${members.bad.length} of ${
          members.healthy + members.bad.length
        } PD members are not healthy: ${members.bad.join(', ')}.`,
        {
          evidence: [
            { path: 'status.pd.members[].health', value: members.bad },
          ],
        },
      )
    : undefined;
}

function judgeSynced({ tikvSynced, pdSynced }: TidbClusterFacts) {
  const part = tikvSynced === false ? 'tikv' : 'pd';
  return tikvSynced === false || pdSynced === false
    ? degraded(
        'TidbClusterNotSynced',
        part === 'tikv'
          ? 'The operator could not talk to PD: the list of stores is old, how they are is not known.'
          : 'The operator could not talk to PD: the list of its members is old.',
        { evidence: [{ path: `status.${part}.synced`, value: false }] },
      )
    : undefined;
}

function judgeSilent({ tikv, tikvSynced }: TidbClusterFacts) {
  const silent = tikvSynced === false ? [] : tikv?.silent ?? [];
  return silent.length === 1
    ? degraded('TidbClusterStoreSilent', `TiKV store ${silent[0]} is silent.`, {
        evidence: [{ path: STORES, value: silent }],
      })
    : undefined;
}

/** TiFlash holds learner copies only: nothing is lost with it. */
function judgeTiFlash({ tiflash }: TidbClusterFacts) {
  return tiflash?.silent
    ? degraded(
        'TidbClusterTiFlashSilent',
        `${
          tiflash.silent.length
        } TiFlash stores are silent: ${tiflash.silent.join(', ')}.`,
        {
          evidence: [
            { path: 'status.tiflash.stores[].state', value: tiflash.silent },
          ],
        },
      )
    : undefined;
}

function judgeReplaced({ replaced }: TidbClusterFacts) {
  return replaced
    ? degraded(
        'TidbClusterStoreReplaced',
        `The operator has put pods in the place of failed stores: ${Object.values(
          replaced,
        )
          .flat()
          .join(', ')}.`,
        {
          evidence: Object.entries(replaced).map(([part, pods]) => ({
            path: `status.${part}.failureStores`,
            value: pods,
          })),
        },
      )
    : undefined;
}

function judgeReadyFalse({ ready }: TidbClusterFacts) {
  if (ready?.status !== 'False') {
    return undefined;
  }
  const evidence = [
    {
      path: 'status.conditions[type=Ready].reason',
      value: ready.reason ?? null,
    },
  ];
  // What is merely being rolled out comes after all that is worse.
  return ready.reason === 'StatefulSetNotUpToDate'
    ? undefined
    : degraded(
        'TidbClusterNotReady',
        `Not ready (${ready.reason ?? 'no reason given'}): ${said(ready)}`,
        { evidence, since: ready.at },
      );
}

function judgeOdd({ tikv, tiflash }: TidbClusterFacts) {
  const odd = [...(tikv?.odd ?? []), ...(tiflash?.odd ?? [])];
  return odd.length > 0
    ? unknown(
        'TidbClusterStateUnknown',
        `Stores are in a state that no rule knows: ${odd.join(', ')}.`,
        {
          evidence: [
            ...(tikv?.odd ? [{ path: STORES, value: tikv.odd }] : []),
            ...(tiflash?.odd
              ? [{ path: 'status.tiflash.stores[].state', value: tiflash.odd }]
              : []),
          ],
        },
      )
    : undefined;
}

function judgeDraining({ tikv }: TidbClusterFacts, now: number) {
  return tikv?.draining
    ? progressing(
        'TidbClusterStoreDraining',
        `Draining ${tikv.draining.join(', ')}, ${
          tikv.leadersLeft ?? 0
        } leaders left.`,
        {
          evidence: [{ path: STORES, value: tikv.draining }],
          progressingSince: tikv.drainingSince ?? now,
        },
      )
    : undefined;
}

/** Since when a phase holds is not told; a Ready condition that is still True says nothing of it. */
function judgePhases({ phases, ready }: TidbClusterFacts, now: number) {
  const rolling =
    ready?.status === 'False' && ready.reason === 'StatefulSetNotUpToDate';
  return phases || rolling
    ? progressing(
        'TidbClusterRollingOut',
        phases
          ? `Under way: ${phases.join(', ')}.`
          : 'A StatefulSet is not up to date.',
        {
          evidence: phases
            ? phases.map(one => {
                const [part, phase] = one.split(': ');
                return { path: `status.${part}.phase`, value: phase };
              })
            : [
                {
                  path: 'status.conditions[type=Ready].reason',
                  value: ready?.reason ?? null,
                },
              ],
          progressingSince: ready?.status === 'False' ? ready.at ?? now : now,
        },
      )
    : undefined;
}

function judgeReady({ ready, tikv, members }: TidbClusterFacts): Verdict {
  if (ready?.status === 'True') {
    return healthy(
      'TidbClusterReady',
      tikv
        ? `${tikv.up} TiKV stores up, ${
            members?.healthy ?? 'all'
          } PD members healthy.`
        : 'The cluster is ready.',
    );
  }
  return unknown(
    'TidbClusterStateUnknown',
    ready
      ? `The condition Ready is "${ready.status}", which no rule knows.`
      : 'There is no Ready condition.',
    {
      evidence: [
        {
          path: 'status.conditions[type=Ready].status',
          value: ready?.status ?? null,
        },
      ],
    },
  );
}
