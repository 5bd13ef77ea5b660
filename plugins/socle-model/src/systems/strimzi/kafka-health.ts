import type { Facts } from '../../definition/kind';
import type { Meta, Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { KafkaFacts } from './kafka';
import { strimziOwnerOf } from './membership';
import type { PodSetFacts } from './pod-set';
import {
  evidenceOf,
  notReadyOf,
  oddVerdict,
  stateOf,
  whyOf,
} from './strimzi-conditions';

/** Pods of brokers, or of controllers, as far as they are known. */
interface Nodes {
  ready: number;
  wanted: number;
  evidence: VerdictEvidence[];
  /** Some have only just been asked for. */
  starting: boolean;
}

export function judgeKafka(
  kafka: Resource<KafkaFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = kafka;
  const state = stateOf(facts);
  if (state === 'pending') {
    return progressing(
      'KafkaCreating',
      'The operator has written neither Ready nor NotReady yet.',
      { evidence: [{ path: 'status.conditions', value: null }] },
    );
  }
  if (state === 'odd') {
    return oddVerdict(facts, 'KafkaStateUnknown');
  }
  const brokers = brokersOf(context);
  const controllers = controllersOf(context);
  const condition = notReadyOf(facts);
  if (state === 'creating') {
    return progressing(
      'KafkaCreating',
      `The cluster is being deployed: ${whyOf(condition)}`,
      { evidence: evidenceOf(condition), progressingSince: condition.at },
    );
  }
  const warnings = [
    ...(facts.warnings ?? []),
    ...missingControllers(controllers),
    ...entityOperator(context),
  ];
  const noted = warnings.length > 0 ? { warnings } : {};
  if (brokers && brokers.ready === 0 && !brokers.starting) {
    return failed(
      'KafkaNoBrokerReady',
      `None of ${brokers.wanted} broker pods is ready${
        state === 'notReady' ? `: ${whyOf(condition)}` : '.'
      }`,
      {
        evidence: [
          ...brokers.evidence,
          ...(state === 'notReady' ? evidenceOf(condition) : []),
        ],
        ...noted,
      },
    );
  }
  if (state === 'notReady') {
    return degraded(
      'KafkaReconcileFailed',
      `The last reconciliation failed (${whyOf(condition)})${
        brokers
          ? `; ${brokers.ready} of ${brokers.wanted} broker pods ready.`
          : '; whether brokers serve is not known.'
      }`,
      { evidence: evidenceOf(condition), since: condition.at, ...noted },
    );
  }
  if (controllers && lacksMajority(controllers)) {
    return degraded(
      'KafkaControllersLost',
      `${controllers.ready} of ${controllers.wanted} controllers ready, no majority: no leader is elected and no topic is changed.`,
      { evidence: controllers.evidence, ...noted },
    );
  }
  if (brokers && brokers.ready < brokers.wanted && !brokers.starting) {
    return degraded(
      'KafkaBrokersMissing',
      `${brokers.ready} of ${brokers.wanted} broker pods ready.`,
      { evidence: brokers.evidence, ...noted },
    );
  }
  return healthy(
    'KafkaReady',
    brokers
      ? `${brokers.ready} of ${brokers.wanted} broker pods ready, reconciled.`
      : 'The last full reconciliation succeeded.',
    noted,
  );
}

/** From the StrimziPodSets, else from pods that carry the labels; undefined where neither is known. */
function brokersOf(context: HealthContext): Nodes | undefined {
  const controllers = poolsWhere(
    context,
    roles => roles.length > 0 && !roles.includes('broker'),
  );
  return (
    nodesIn(
      context,
      ({ facts, meta }) =>
        !controllers.has(poolOf(meta, facts)) &&
        !meta.name.endsWith('-zookeeper'),
    ) ?? podsAs(context, 'broker')
  );
}

/** Nodes that are both count here too: they vote. */
function controllersOf(context: HealthContext): Nodes | undefined {
  const pools = poolsWhere(context, roles => roles.includes('controller'));
  return (
    nodesIn(context, ({ facts, meta }) => pools.has(poolOf(meta, facts))) ??
    podsAs(context, 'controller')
  );
}

function lacksMajority({ ready, wanted, starting }: Nodes): boolean {
  return !starting && ready < Math.floor(wanted / 2) + 1;
}

/** While a majority is left, nobody notices. */
function missingControllers(controllers: Nodes | undefined): string[] {
  return controllers &&
    controllers.ready < controllers.wanted &&
    !controllers.starting
    ? [`${controllers.ready} of ${controllers.wanted} controllers ready.`]
    : [];
}

function poolsWhere(
  context: HealthContext,
  fits: (roles: string[]) => boolean,
): Set<string> {
  return new Set(
    context
      .incoming<Facts>('cluster', 'kafka.strimzi.io/KafkaNodePool')
      .items.filter(({ facts }) => fits(rolesOf(facts)))
      .map(({ meta }) => meta.name),
  );
}

function nodesIn(
  context: HealthContext,
  fits: (set: Resource<PodSetFacts>) => boolean,
): Nodes | undefined {
  const sets = context
    .incoming<PodSetFacts>('podsOf', 'core.strimzi.io/StrimziPodSet')
    .items.filter(set => set.facts.pods !== undefined && fits(set));
  return sets.length === 0
    ? undefined
    : {
        ready: sum(sets.map(({ facts }) => facts.ready ?? 0)),
        wanted: sum(sets.map(({ facts }) => facts.pods ?? 0)),
        starting: sets.some(({ verdict }) => verdict.status === 'progressing'),
        evidence: sets.map(set => ({
          of: set,
          path: 'status.readyPods',
          value: set.facts.ready ?? 0,
        })),
      };
}

function podsAs(context: HealthContext, role: string): Nodes | undefined {
  const pods = context
    .incoming<Facts>('memberOf', '/Pod')
    .items.filter(({ facts }) => roleOf(facts) === role);
  return pods.length === 0
    ? undefined
    : {
        ready: pods.filter(({ facts }) => facts.ready === true).length,
        wanted: pods.length,
        starting: false,
        evidence: pods
          .filter(({ facts }) => facts.ready !== true)
          .map(pod => ({
            of: pod,
            path: 'status.conditions[type=Ready].status',
            value: pod.verdict.status,
          })),
      };
}

/** Topics and users keep an old status while the entity operator is down. */
function entityOperator(context: HealthContext): string[] {
  const operator = context.target('entityOperator');
  return operator?.state === 'present' &&
    ['failed', 'degraded'].includes(operator.resource.verdict.status)
    ? [
        `The Deployment ${operator.resource.meta.name} is not well: topics and users may show an old status.`,
      ]
    : [];
}

/** Labels say it, else the owner. */
function poolOf(meta: Meta, { pool }: PodSetFacts): string {
  return pool ?? strimziOwnerOf(meta)?.name ?? '';
}

function rolesOf(facts: Facts): string[] {
  return Array.isArray(facts.roles) ? facts.roles.map(String) : [];
}

function roleOf({ member }: Facts): unknown {
  return typeof member === 'object' && member !== null && !Array.isArray(member)
    ? member.role
    : undefined;
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
