import type { ReasonDefinition } from '../../definition/kind';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { numberAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { StrimziFacts, strimziFacts } from './membership';
import { secretNamesIn } from './secret-names';
import {
  evidenceOf,
  notReadyOf,
  oddVerdict,
  stateOf,
  whyOf,
} from './strimzi-conditions';

/** What KafkaConnect, KafkaMirrorMaker2 and KafkaBridge have in common: pods that talk to a Kafka. */
export type ReplicatedFacts = StrimziFacts & {
  replicas?: number;
  running?: number;
  url?: string;
  secrets?: string[];
};

export function replicatedFacts(raw: RawObject, kind: string): ReplicatedFacts {
  const secrets = secretNamesIn(
    ...['tls', 'authentication', 'target', 'mirrors', 'clusters'].map(part =>
      valueAt(raw, 'spec', part),
    ),
  );
  return {
    ...strimziFacts(raw, kind),
    replicas: numberAt(raw, 'spec', 'replicas'),
    running: numberAt(raw, 'status', 'replicas'),
    url: stringAt(raw, 'status', 'url'),
    ...(secrets.length > 0 ? { secrets } : {}),
  };
}

/** The rules that the three kinds share; `ready` says what holds once the operator has done its part. */
export function judgeReplicated(
  kind: string,
  facts: ReplicatedFacts,
  ready?: () => Verdict | undefined,
): Verdict {
  const of = notReadyOf(facts);
  const noted = facts.warnings ? { warnings: facts.warnings } : {};
  switch (stateOf(facts)) {
    case 'notReady': {
      const detail = {
        evidence: [
          ...evidenceOf(of),
          { path: 'status.replicas', value: facts.running ?? null },
        ],
        since: of.at,
        ...noted,
      };
      return facts.running === 0
        ? failed(`${kind}NoReplica`, `No pod runs (${whyOf(of)}).`, detail)
        : degraded(
            `${kind}NotReady`,
            `The last reconciliation failed (${whyOf(of)}).`,
            detail,
          );
    }
    case 'odd':
      return oddVerdict(facts, `${kind}StateUnknown`);
    case 'ready': {
      const found = ready?.();
      return found
        ? { ...found, warnings: found.warnings ?? facts.warnings }
        : healthy(
            `${kind}Ready`,
            facts.running === undefined
              ? 'The last full reconciliation succeeded.'
              : `${facts.running} of ${
                  facts.replicas ?? facts.running
                } pods run, reconciled.`,
            noted,
          );
    }
    default:
      return progressing(
        `${kind}Pending`,
        'The operator has written neither Ready nor NotReady yet.',
        { evidence: [{ path: 'status.conditions', value: null }] },
      );
  }
}

/** The condition Ready is minutes old, or as old as the operator's last word: its pods say how it is now. */
export function podsNotReady(
  kind: string,
  context: HealthContext,
): Verdict | undefined {
  const workload = context.target('workload');
  const unwell = [
    ...context.incoming('podsOf', 'core.strimzi.io/StrimziPodSet').items,
    ...(workload?.state === 'present' ? [workload.resource] : []),
  ].filter(({ verdict }) => ['failed', 'degraded'].includes(verdict.status));
  const worst =
    unwell.find(({ verdict }) => verdict.status === 'failed') ?? unwell[0];
  if (!worst) {
    return undefined;
  }
  const { status, message, evidence } = worst.verdict;
  return (status === 'failed' ? failed : degraded)(
    `${kind}PodsNotReady`,
    `${worst.kind.kind} ${worst.meta.name}: ${message}`,
    { evidence: evidence?.map(one => ({ ...one, of: one.of ?? worst })) },
  );
}

/** The reasons of {@link judgeReplicated} for a kind. */
export function replicatedReasons(kind: string): ReasonDefinition[] {
  return [
    {
      code: `${kind}Ready`,
      cause: 'The last full reconciliation succeeded.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: `${kind}Pending`,
      cause: 'The operator has not come to it yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: `${kind}Paused`,
      cause: 'Reconciliation is switched off on purpose.',
      evidence: 'metadata.annotations[strimzi.io/pause-reconciliation]',
      remedy: false,
    },
    {
      code: `${kind}NotReady`,
      cause: 'The last reconciliation failed; pods may still work.',
      evidence: 'status.conditions[type=NotReady].message',
    },
    {
      code: `${kind}NoReplica`,
      cause: 'The last reconciliation failed and no pod runs.',
      evidence: 'status.replicas',
    },
    {
      code: `${kind}PodsNotReady`,
      cause: 'It is ready by its conditions, but its pods are not.',
      evidence:
        kind === 'KafkaBridge'
          ? 'status.readyReplicas of its Deployment'
          : 'status.readyPods of its StrimziPodSet',
    },
    {
      code: `${kind}StateUnknown`,
      cause: 'Its conditions say something that no rule knows.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ];
}
