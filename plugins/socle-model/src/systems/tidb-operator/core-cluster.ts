import { defineKind, Facts, KindId } from '../../definition/kind';
import { endpointKey, endpointOf } from '../../definition/probe';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
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
import {
  Condition,
  condition,
  conditionsAt,
  said,
} from '../../reading/conditions';
import {
  booleanAt,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { CORE } from './core-conditions';

type ClusterFacts = {
  clusterId?: string;
  /** Address of PD. */
  pd?: string;
  components?: string[];
  available?: Condition;
  progress?: Condition;
  /** What holds the operator back, on purpose. */
  held?: string;
  trackingId?: string;
};

const AVAILABLE = 'status.conditions[type=Available].status';

export const GROUPS = ['PD', 'TiKV', 'TiDB', 'TiFlash', 'TiProxy', 'TiCDC'];

export const coreCluster = defineKind<ClusterFacts>({
  group: CORE,
  kind: 'Cluster',
  plural: 'clusters',
  versions: ['v1alpha1'],
  entity: { type: 'database' },
  namespaced: true,
  reads: [
    'metadata.annotations',
    'spec.paused',
    'spec.suspendAction',
    'status',
  ],
  project,
  provides: ({ facts }) => {
    const endpoint = facts.pd === undefined ? undefined : endpointOf(facts.pd);
    return endpoint ? [endpointKey(endpoint)] : [];
  },
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  suspended: ({ facts }) =>
    facts.held
      ? suspended(
          'TidbV2ClusterHeld',
          `Switched off on purpose (${facts.held}).`,
          { evidence: [{ path: facts.held, value: true }] },
        )
      : undefined,
  health: judge,
  reasons: [
    {
      code: 'TidbV2ClusterAvailable',
      cause: 'The cluster can be used, and its groups are well.',
      evidence: AVAILABLE,
      remedy: false,
    },
    {
      code: 'TidbV2ClusterProgressing',
      cause: 'The cluster is being set up or changed.',
      evidence: 'status.conditions[type=Progressing].status',
      remedy: false,
    },
    {
      code: 'TidbV2ClusterHeld',
      cause: 'The cluster is paused or suspended on purpose.',
      evidence: 'spec.suspendAction',
      remedy: false,
    },
    {
      code: 'TidbV2ClusterUnavailable',
      cause: 'The cluster cannot be used.',
      evidence: AVAILABLE,
    },
    {
      code: 'TidbV2ClusterGroupNotWell',
      cause: 'The cluster can be used, but one of its groups is not well.',
      evidence: 'status.conditions of the group',
    },
    {
      code: 'TidbV2ClusterStateUnknown',
      cause: 'Its conditions say something that no rule knows.',
      evidence: AVAILABLE,
      remedy: false,
    },
  ],
  shows: ['clusterId', 'pd', 'components'],
});

function project(raw: RawObject): ClusterFacts {
  const conditions = conditionsAt(raw);
  const components = objectsAt(raw, 'status', 'components').flatMap(one => {
    const kind = stringAt(one, 'kind');
    return kind ? [`${kind}: ${numberAt(one, 'replicas') ?? 0}`] : [];
  });
  const held = heldBy(raw, conditions);
  return {
    clusterId: stringAt(raw, 'status', 'id'),
    pd: stringAt(raw, 'status', 'pd'),
    ...(components.length > 0 ? { components } : {}),
    available: condition(conditions, 'Available'),
    progress: condition(conditions, 'Progressing'),
    ...(held ? { held } : {}),
    trackingId: trackingIdOf(raw, CORE, 'Cluster'),
  };
}

/** The field by which the cluster is switched off on purpose. */
function heldBy(
  raw: RawObject,
  conditions: readonly Condition[],
): string | undefined {
  if (condition(conditions, 'Suspended')?.status === 'True') {
    return 'status.conditions[type=Suspended].status';
  }
  if (booleanAt(raw, 'spec', 'paused')) {
    return 'spec.paused';
  }
  return booleanAt(raw, 'spec', 'suspendAction', 'suspendCompute')
    ? 'spec.suspendAction.suspendCompute'
    : undefined;
}

function judge(
  { facts }: Resource<ClusterFacts>,
  context: HealthContext,
): Verdict {
  const { available, progress } = facts;
  const evidence = [
    { path: AVAILABLE, value: available?.status ?? null },
    {
      path: 'status.conditions[type=Progressing].status',
      value: progress?.status ?? null,
    },
  ];
  if (available?.status === 'True') {
    const bad = GROUPS.flatMap(
      component =>
        context.incoming<Facts>(
          'cluster',
          `${CORE}/${component}Group` as KindId,
        ).items,
    ).filter(({ verdict }) => ['failed', 'degraded'].includes(verdict.status));
    if (bad.length > 0) {
      return degraded(
        'TidbV2ClusterGroupNotWell',
        `${bad[0].kind.kind} ${bad[0].meta.name}: ${bad[0].verdict.message}`,
        {
          evidence: bad.map(group => ({
            of: group,
            path: 'status.conditions[type=Ready].status',
            value: group.verdict.status,
          })),
        },
      );
    }
    return progress?.status === 'True'
      ? progressing(
          'TidbV2ClusterProgressing',
          `Available, and being changed: ${said(progress)}`,
          { evidence, progressingSince: progress.at },
        )
      : healthy('TidbV2ClusterAvailable', 'The cluster can be used.');
  }
  if (progress?.status === 'True') {
    return progressing(
      'TidbV2ClusterProgressing',
      `Not available yet: ${said(progress)}`,
      { evidence, progressingSince: progress.at },
    );
  }
  return available?.status === 'False'
    ? failed(
        'TidbV2ClusterUnavailable',
        `The cluster cannot be used: ${said(available)}`,
        { evidence, since: available.at },
      )
    : unknown(
        'TidbV2ClusterStateUnknown',
        `The condition Available is "${available?.status ?? 'not told'}".`,
        { evidence },
      );
}
