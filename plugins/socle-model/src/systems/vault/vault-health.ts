import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  judgedAgainAfter,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { counted } from '../../reading/wording';
import type { VaultFacts, VaultNode } from './vault-instance';

type Rule = (facts: VaultFacts, context: HealthContext) => Verdict | undefined;

/** Statuses of sys/health that say that the node does its part. */
const WELL = [200, 429, 472, 473];

/** In their order; the first that answers wins. Each judges by what the answers at hand hold. */
const RULES: readonly Rule[] = [
  judgeRemoved,
  judgeInitialized,
  judgeSealed,
  judgeLeader,
  judgeConnection,
  judgeRaft,
  judgeNodes,
];

export function judgeVault(
  { facts }: Resource<VaultFacts>,
  context: HealthContext,
): Verdict {
  let verdict: Verdict | undefined;
  for (const rule of RULES) {
    verdict ??= rule(facts, context);
  }
  verdict ??= judgeWords(facts);
  const told = facts.migration
    ? { ...verdict, warnings: ['A migration of the seal is under way.'] }
    : verdict;
  return facts.answeredAt === undefined
    ? judgedAgainAfter(told, context.now, ...silentAfter(facts, context))
    : told;
}

/** How long a standby may say nothing, in milliseconds. */
function echoPatience({ thresholds }: HealthContext): number {
  return thresholds.vaultNodeEchoSeconds * 1000;
}

/** When the clock alone makes its standbys silent. */
function silentAfter({ nodes = [] }: VaultFacts, context: HealthContext) {
  const patience = echoPatience(context);
  return nodes.map(({ active, lastEcho }) =>
    active || lastEcho === undefined ? undefined : lastEcho + patience,
  );
}

function judgeRemoved(facts: VaultFacts): Verdict | undefined {
  return facts.removed === true || facts.httpStatus === 530
    ? failed('VaultNodeRemoved', 'This node was removed from its cluster.', {
        evidence: [
          { path: 'status.removedFromCluster', value: facts.removed ?? null },
          { path: 'status.httpStatus', value: facts.httpStatus ?? null },
        ],
      })
    : undefined;
}

function judgeInitialized(facts: VaultFacts): Verdict | undefined {
  return facts.initialized === false || facts.httpStatus === 501
    ? failed('VaultNotInitialized', 'It has never been initialised.', {
        evidence: [
          { path: 'status.initialized', value: facts.initialized ?? null },
          { path: 'status.httpStatus', value: facts.httpStatus ?? null },
        ],
      })
    : undefined;
}

function judgeSealed(facts: VaultFacts): Verdict | undefined {
  const { sealed, httpStatus, progress, threshold } = facts;
  if (sealed !== true && !(sealed === undefined && httpStatus === 503)) {
    return undefined;
  }
  const keys =
    progress !== undefined && threshold !== undefined && threshold > 0
      ? `, ${progress} of ${threshold} keys entered`
      : '';
  return failed(
    'VaultSealed',
    sealed === undefined
      ? 'Answers 503 and nothing else, as a sealed node does: no secret can be read and nobody can log in.'
      : `Sealed${keys}: no secret can be read and nobody can log in.`,
    {
      evidence: [
        sealed === undefined
          ? { path: 'status.httpStatus', value: 503 }
          : { path: 'status.sealed', value: sealed },
        ...(progress === undefined
          ? []
          : [{ path: 'status.progress', value: progress }]),
      ],
    },
  );
}

function judgeLeader(facts: VaultFacts): Verdict | undefined {
  const none =
    facts.nodes !== undefined &&
    facts.nodes.length > 0 &&
    !facts.nodes.some(node => node.active);
  return facts.leaderless || none
    ? failed(
        'VaultNoActiveNode',
        none
          ? `None of its ${counted(
              facts.nodes!.length,
              'node',
            )} is active: nothing is answered.`
          : 'No node is active: nothing is answered.',
        {
          evidence: [
            none
              ? { path: 'status.nodes.active', value: false }
              : { path: 'status.activeAddress', value: '' },
          ],
        },
      )
    : undefined;
}

function judgeConnection(facts: VaultFacts): Verdict | undefined {
  return facts.httpStatus === 474 ||
    (facts.standby === true && facts.haConnected === false)
    ? degraded(
        'VaultStandbyCutOff',
        'This standby cannot reach the active node: it could not take over, and requests to it fail.',
        {
          evidence: [
            {
              path: 'status.haConnectionHealthy',
              value: facts.haConnected ?? null,
            },
            { path: 'status.httpStatus', value: facts.httpStatus ?? null },
          ],
        },
      )
    : undefined;
}

function judgeRaft(facts: VaultFacts): Verdict | undefined {
  const { raftHealthy, failureTolerance, raftServers, raftUnhealthy } = facts;
  const lost = raftServers !== undefined && raftServers >= 3;
  if (raftHealthy !== false && !(failureTolerance === 0 && lost)) {
    return undefined;
  }
  const which = raftUnhealthy ? `, not well: ${raftUnhealthy.join(', ')}` : '';
  return degraded(
    'VaultRaftNotRedundant',
    failureTolerance === undefined
      ? `Its Raft storage is not well${which}.`
      : `Its Raft storage can lose ${failureTolerance} more of ${
          raftServers ?? 'its'
        } servers${which}.`,
    {
      evidence: [
        { path: 'status.raft.healthy', value: raftHealthy ?? null },
        {
          path: 'status.raft.failureTolerance',
          value: failureTolerance ?? null,
        },
      ],
    },
  );
}

function judgeNodes(
  { nodes, answeredAt }: VaultFacts,
  context: HealthContext,
): Verdict | undefined {
  if (!nodes || nodes.length === 0) {
    return undefined;
  }
  const active = nodes.filter(node => node.active);
  if (active.length > 1) {
    return degraded(
      'VaultSeveralActive',
      `${active.length} of its ${nodes.length} nodes call themselves active.`,
      {
        evidence: active.map(node => ({
          path: `status.nodes[name=${node.name}].active`,
          value: true,
        })),
      },
    );
  }
  const patience = echoPatience(context);
  // It is asked more seldom than its standbys report: later than its answer, each of them would seem silent.
  const asOf = answeredAt ?? context.now;
  const silent = nodes.filter(
    node =>
      !node.active &&
      node.lastEcho !== undefined &&
      asOf - node.lastEcho > patience,
  );
  if (silent.length === 0) {
    return undefined;
  }
  return degraded(
    'VaultNodeSilent',
    `${silent.length} of its ${nodes.length} nodes ${
      silent.length === 1 ? 'has' : 'have'
    } gone silent: ${silent.map(said).join(', ')}.`,
    {
      evidence: silent.map(node => ({
        path: `status.nodes[name=${node.name}].lastEcho`,
        value: formatTime(node.lastEcho!),
      })),
    },
  );
}

function said(node: VaultNode): string {
  return `${node.name} since ${formatTime(node.lastEcho!)}`;
}

function judgeWords(facts: VaultFacts): Verdict {
  const { httpStatus, sealed, haEnabled, nodes } = facts;
  const evidence = [
    { path: 'status.httpStatus', value: httpStatus ?? null },
    { path: 'status.sealed', value: sealed ?? null },
  ];
  if (httpStatus !== undefined && !WELL.includes(httpStatus)) {
    return unknown(
      'VaultStateUnrecognised',
      `sys/health answers with HTTP ${httpStatus}, which cannot be judged.`,
      { evidence },
    );
  }
  if (sealed === false) {
    return healthy('VaultUnsealed', `Unsealed, ${role(facts)}.`, { evidence });
  }
  if (nodes && nodes.length > 0) {
    return healthy('VaultUnsealed', nodesSaid(nodes));
  }
  if (facts.raftHealthy === true) {
    return healthy(
      'VaultUnsealed',
      `Its Raft storage is well and can lose ${
        facts.failureTolerance ?? 0
      } of ${facts.raftServers ?? 1} servers.`,
    );
  }
  if (haEnabled === true && (facts.isActive || facts.activeAddress)) {
    return healthy(
      'VaultUnsealed',
      facts.isActive
        ? 'This node is the active one.'
        : `The active node is ${facts.activeAddress}.`,
    );
  }
  return unknown(
    'VaultStateUnrecognised',
    'Whether it is sealed could not be read.',
    { evidence },
  );
}

/** Only the active node's own list says who has reported to it. */
function nodesSaid(nodes: readonly VaultNode[]): string {
  if (nodes.length === 1) {
    return 'Its only node is active.';
  }
  return nodes.some(node => node.lastEcho !== undefined)
    ? `All its ${nodes.length} nodes report.`
    : `${nodes.find(node => node.active)?.name} leads its ${
        nodes.length
      } nodes.`;
}

function role(facts: VaultFacts): string {
  if (facts.drSecondary || facts.httpStatus === 472) {
    return 'a secondary for disaster recovery';
  }
  if (facts.performanceStandby || facts.httpStatus === 473) {
    return 'a performance standby';
  }
  if (facts.standby) return 'a standby';
  return facts.standby === false || facts.isActive
    ? 'the active node'
    : 'ready to answer';
}
