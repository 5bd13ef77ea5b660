import type { Facts } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { DragonflyFacts } from './dragonfly';
import { judgeAlone } from './dragonfly-alone';
import {
  isUnderWay,
  oddPhase,
  phaseEvidence,
  phaseOf,
} from './dragonfly-phase';

const MINUTE = 60_000;
const ROLE = 'metadata.labels.role';

/** A pod as far as its labels say what it is to the instance. */
interface Member {
  pod: Resource<Facts>;
  ready: boolean;
  role?: string;
  ip?: string;
  follows?: string;
  followsAt?: string;
}

/** The phase does not fall back when the master dies, so the pods decide wherever they are known. */
export function judgeDragonfly(
  dragonfly: Resource<DragonflyFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = dragonfly;
  const found = context.incoming<Facts>('memberOf', '/Pod');
  const members = found.items.map(memberOf);
  if (!meta.hasStatus && meta.origin === 'git' && members.length === 0) {
    return unknown('DefinedInGit', 'Defined in Git, no status read.', {
      evidence: [{ path: 'status', value: null }],
    });
  }
  const noted = { warnings: warningsOf(facts) };
  const verdict =
    members.length > 0 || found.listed
      ? judgeMembers(dragonfly, members, context)
      : judgeAlone(dragonfly, context);
  return { ...verdict, ...(noted.warnings.length > 0 ? noted : {}) };
}

function judgeMembers(
  { facts, meta }: Resource<DragonflyFacts>,
  members: Member[],
  context: HealthContext,
): Verdict {
  const phase = phaseOf(facts);
  // An old master on its way out is no second one.
  const masters = members.filter(
    ({ role, pod }) => role === 'master' && pod.meta.deleting === undefined,
  );
  const ready = members.filter(member => member.ready);
  const master = masters.find(member => member.ready);
  const wanted = facts.replicas ?? members.length;
  // An age that is not known leaves an instance that is being set up its time.
  const grace =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.dragonflyMasterGraceMinutes * MINUTE;
  const late = grace === undefined ? !isUnderWay(phase) : context.now > grace;
  if (wanted === 0 && members.length === 0) {
    return healthy('DragonflyReady', 'No pods are wanted.');
  }
  // Several masters of which none is ready leave the Service without an endpoint as well.
  if (masters.length > 1 && master) {
    return degraded(
      'DragonflySeveralMasters',
      `${masters.length} pods are labelled master: writes go to several.`,
      { evidence: rolesOf(masters) },
    );
  }
  if (!master) {
    if (phase === undefined && ready.length > 0) {
      return judgeUnconfigured(meta.created, ready, context);
    }
    return phase === 'ready' || late
      ? failed(
          'DragonflyNoMaster',
          `None of ${members.length} pods is a ready master: the Service has no endpoint.`,
          {
            evidence: [phaseEvidence(facts), ...rolesOf(members)],
          },
        )
      : progressing('DragonflyConfiguring', 'No pod is master yet.', {
          evidence: [phaseEvidence(facts)],
          progressingSince: meta.created,
          ...(grace === undefined ? {} : { recheckAt: grace + 1 }),
        });
  }
  if (isUnderWay(phase)) {
    return progressing(
      'DragonflyConfiguring',
      `${facts.phase}: ${ready.length} of ${wanted} pods ready.`,
      {
        evidence: [phaseEvidence(facts)],
        progressingSince: sinceOf(phase, meta.created, members, context),
      },
    );
  }
  if (ready.length < wanted) {
    return degraded(
      'DragonflyPodsMissing',
      `${ready.length} of ${wanted} pods ready.`,
      {
        evidence: [
          { path: 'spec.replicas', value: facts.replicas ?? null },
          ...members
            .filter(member => !member.ready)
            .map(({ pod }) => ({
              of: pod,
              path: 'status.conditions[type=Ready]',
              value: pod.verdict.status,
            })),
        ],
      },
    );
  }
  const astray = members.find(
    ({ role, follows }) =>
      role !== 'master' &&
      follows !== undefined &&
      master.ip !== undefined &&
      follows !== master.ip,
  );
  if (astray) {
    return degraded(
      'DragonflyReplicaAstray',
      `Replica ${astray.pod.meta.name} follows ${astray.follows}, but the master is at ${master.ip}.`,
      {
        evidence: [
          {
            of: astray.pod,
            path:
              astray.followsAt ??
              'metadata.annotations[operator.dragonflydb.io/masterIP]',
            value: astray.follows ?? null,
          },
          { of: master.pod, path: 'status.podIP', value: master.ip ?? null },
        ],
      },
    );
  }
  if (phase === undefined) {
    return judgeUnconfigured(meta.created, ready, context);
  }
  return phase === 'ready'
    ? healthy(
        'DragonflyReady',
        `${ready.length} of ${wanted} pods ready, ${master.pod.meta.name} is master.`,
      )
    : oddPhase(facts);
}

function judgeUnconfigured(
  created: number | undefined,
  ready: Member[],
  context: HealthContext,
): Verdict {
  const due =
    created === undefined
      ? undefined
      : created + context.thresholds.firstStatusMinutes * MINUTE;
  const evidence = [{ path: 'status.phase', value: null }];
  return due !== undefined && context.now <= due
    ? progressing(
        'DragonflyConfiguring',
        'The operator has set no phase yet.',
        {
          evidence,
          recheckAt: due + 1,
        },
      )
    : degraded(
        'DragonflyNeverConfigured',
        `${ready.length} pods are ready, but the operator has set no phase: replication was never configured.`,
        { evidence },
      );
}

/**
 * Since when the operator has been at it, which no field says: the newest pod's creation. An update of an instance
 * whose pods were not read is not late because the instance is old.
 */
function sinceOf(
  phase: string | undefined,
  created: number | undefined,
  members: Member[],
  context: HealthContext,
): number | undefined {
  const newest = members.reduce(
    (latest, { pod }) => Math.max(latest, pod.meta.created ?? 0),
    0,
  );
  if (newest > 0) return newest;
  return phase?.startsWith('rolling') ? context.now : created;
}

function warningsOf(facts: DragonflyFacts): string[] {
  return [
    ...(facts.replicas === 1
      ? ['No replica: the cache is away while its one pod is.']
      : []),
    ...(facts.snapshots
      ? []
      : ['No snapshots: all data is lost when all pods restart.']),
  ];
}

function rolesOf(members: Member[]): VerdictEvidence[] {
  return members.map(({ pod, role }) => ({
    of: pod,
    path: ROLE,
    value: role ?? null,
  }));
}

function memberOf(pod: Resource<Facts>): Member {
  const { member } = pod.facts;
  const said = (
    typeof member === 'object' && member !== null ? member : {}
  ) as Facts;
  const text = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  return {
    pod,
    ready: pod.facts.ready === true && pod.meta.deleting === undefined,
    role: text(said.role),
    ip: text(said.ip),
    follows: text(said.follows),
    followsAt: text(said.followsAt),
  };
}
