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
} from '../../judging/verdict';
import type { DragonflyFacts } from './dragonfly';
import {
  isUnderWay,
  oddPhase,
  phaseEvidence,
  phaseOf,
} from './dragonfly-phase';

/** Without pods only the phase and the StatefulSet speak. */
export function judgeAlone(
  { facts, meta }: Resource<DragonflyFacts>,
  context: HealthContext,
): Verdict {
  const phase = phaseOf(facts);
  const evidence = [phaseEvidence(facts)];
  if (phase === undefined) {
    return progressing('DragonflyConfiguring', 'No phase yet.', { evidence });
  }
  if (isUnderWay(phase)) {
    return progressing('DragonflyConfiguring', `${facts.phase}.`, {
      evidence,
      progressingSince: phase.startsWith('rolling')
        ? context.now
        : meta.created,
    });
  }
  if (phase !== 'ready') {
    return oddPhase(facts);
  }
  const set = context.target<Facts>('workload');
  const missing =
    set?.state === 'present' ? judgeSet(set.resource, facts) : undefined;
  if (missing) {
    return missing;
  }
  return set?.state === 'present' && set.resource.verdict.status === 'healthy'
    ? healthy(
        'DragonflyReady',
        'Phase Ready, and its StatefulSet is ready; its pods were not read.',
      )
    : unknown('DragonflyPodsNotRead', 'Phase Ready, pods not read.', {
        evidence,
      });
}

/** A StatefulSet that lacks pods says it before they are read themselves. */
function judgeSet(
  set: Resource<Facts>,
  { replicas }: DragonflyFacts,
): Verdict | undefined {
  const { ready, replicas: pods } = set.meta.hasStatus ? set.facts : {};
  const wanted = replicas ?? pods;
  if (
    typeof ready !== 'number' ||
    typeof wanted !== 'number' ||
    ready >= wanted
  ) {
    return undefined;
  }
  const evidence = [{ of: set, path: 'status.readyReplicas', value: ready }];
  return ready === 0
    ? failed(
        'DragonflyNoMaster',
        `None of ${wanted} pods is ready, so none is a master: the Service has no endpoint.`,
        { evidence },
      )
    : degraded('DragonflyPodsMissing', `${ready} of ${wanted} pods ready.`, {
        evidence,
      });
}
