import { defineKind, KindDefinition } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  suspended,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { numberAt } from '../../reading/raw';
import {
  CORE,
  CoreFacts,
  coreFacts,
  coreLinks,
  readyEvidence,
} from './core-conditions';

type GroupFacts = CoreFacts & {
  replicas?: number;
  readyReplicas?: number;
  updatedReplicas?: number;
};

/** A group of operator 2.x: as many instances of one component as are wanted. */
export function componentGroup(component: string): KindDefinition {
  const kind = `${component}Group`;
  return defineKind<GroupFacts>({
    group: CORE,
    kind,
    plural: `${kind.toLowerCase()}s`,
    versions: ['v1alpha1'],
    namespaced: true,
    // Instances are replaced one after the other, and TiKV moves its leaders off first.
    patienceMinutes: 60,
    reads: [
      'metadata.annotations',
      'spec.cluster.name',
      'spec.replicas',
      'spec.template.spec.version',
      'status',
    ],
    project: raw => ({
      ...coreFacts(raw, kind),
      replicas:
        numberAt(raw, 'spec', 'replicas') ??
        numberAt(raw, 'status', 'replicas'),
      readyReplicas: numberAt(raw, 'status', 'readyReplicas'),
      updatedReplicas: numberAt(raw, 'status', 'updatedReplicas'),
    }),
    links: ({ meta, facts }) => coreLinks(meta, facts),
    suspended: ({ facts }) =>
      facts.suspended
        ? suspended(`${kind}Suspended`, 'Suspended on purpose: no pod runs.', {
            evidence: [
              {
                path: 'status.conditions[type=Suspended].reason',
                value: facts.suspended,
              },
            ],
          })
        : undefined,
    health: (resource, context) => judge(kind, resource, context),
    reasons: [
      {
        code: `${kind}Ready`,
        cause: 'All instances are ready and up to date.',
        evidence: 'status.readyReplicas',
        remedy: false,
      },
      {
        code: `${kind}RollingOut`,
        cause: 'Instances are being started or replaced.',
        evidence: 'status.conditions[type=Synced].status',
        remedy: false,
      },
      {
        code: `${kind}Suspended`,
        cause: 'Switched off on purpose.',
        evidence: 'status.conditions[type=Suspended].status',
        remedy: false,
      },
      {
        code: `${kind}InstancesMissing`,
        cause: 'Fewer instances are ready than wanted.',
        evidence: 'status.readyReplicas',
      },
      {
        code: `${kind}Down`,
        cause:
          component === 'TiKV'
            ? 'Two or more instances are not ready: regions may have lost their quorum.'
            : 'No instance is ready.',
        evidence: 'status.readyReplicas',
      },
      {
        code: `${kind}StateUnknown`,
        cause: 'Its conditions say something that no rule knows.',
        evidence: 'status.conditions[type=Ready].status',
        remedy: false,
      },
    ],
    shows: ['version', 'cluster', 'updatedReplicas'],
  });
}

function judge(
  kind: string,
  { facts, meta }: Resource<GroupFacts>,
  context: HealthContext,
): Verdict {
  const { ready, synced, replicas, readyReplicas = 0 } = facts;
  const figures =
    replicas === undefined
      ? `${readyReplicas} instances ready`
      : `${readyReplicas} of ${replicas} instances ready`;
  if (ready?.status === 'True') {
    return synced?.status === 'False'
      ? progressing(`${kind}RollingOut`, `Not up to date yet; ${figures}.`, {
          evidence: [
            {
              path: 'status.conditions[type=Synced].reason',
              value: synced.reason ?? null,
            },
          ],
          progressingSince: synced.at,
        })
      : healthy(
          `${kind}Ready`,
          facts.readyReplicas === undefined
            ? 'All instances are ready.'
            : `${figures}.`,
        );
  }
  if (ready?.status !== 'False') {
    return unknown(
      `${kind}StateUnknown`,
      `The condition Ready is "${ready?.status ?? 'not told'}".`,
      { evidence: readyEvidence(ready) },
    );
  }
  const evidence = [
    { path: 'status.readyReplicas', value: readyReplicas },
    ...readyEvidence(ready),
  ];
  const young =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.progressMinutes * 60_000;
  if (young !== undefined && context.now <= young) {
    return progressing(`${kind}RollingOut`, `Being started; ${figures}.`, {
      evidence,
      recheckAt: young + 1,
    });
  }
  const missing = (replicas ?? readyReplicas) - readyReplicas;
  if (readyReplicas === 0 && replicas !== 0) {
    return failed(`${kind}Down`, `${figures}.`, { evidence, since: ready.at });
  }
  return kind === 'TiKVGroup' && missing >= 2
    ? failed(
        `${kind}Down`,
        `${figures}: with ${missing} away, regions may have lost their quorum.`,
        { evidence, since: ready.at },
      )
    : degraded(
        `${kind}InstancesMissing`,
        `${figures} (${ready.reason ?? 'no reason given'}).`,
        { evidence, since: ready.at },
      );
}
