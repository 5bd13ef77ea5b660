import { groupOf } from '@socle/backstage-plugin-socle-common';
import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { suspended } from '../../judging/verdict';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import { parseJson } from '../../reading/json';
import { annotationAt, numberAt, RawObject, stringAt } from '../../reading/raw';
import { judgeAutoscaler } from './horizontal-pod-autoscaler-health';
import { managedBy, trackingIdOf } from '../../definition/ownership';

export type AutoscalerFacts = {
  minReplicas: number;
  maxReplicas?: number;
  current?: number;
  desired?: number;
  able?: Condition;
  active?: Condition;
  limited?: Condition;
  scales?: { group: string; kind: string; name: string };
  trackingId?: string;
};

export const horizontalPodAutoscaler = defineKind<AutoscalerFacts>({
  group: 'autoscaling',
  kind: 'HorizontalPodAutoscaler',
  plural: 'horizontalpodautoscalers',
  versions: ['v2', 'v1'],
  namespaced: true,
  reads: [
    'metadata.annotations',
    'spec.minReplicas',
    'spec.maxReplicas',
    'spec.scaleTargetRef',
    'status',
  ],
  project: projectAutoscaler,
  links: ({ meta, facts }) => [
    ...(facts.scales
      ? [
          linkTo(
            'scales',
            { ...facts.scales, namespace: meta.namespace },
            'target',
          ),
        ]
      : []),
    ...managedBy(facts.trackingId),
  ],
  // A target that was scaled to zero by hand is how autoscaling is switched off.
  suspended: ({ facts: { active, scales } }) =>
    active?.status === 'False' && active.reason === 'ScalingDisabled'
      ? suspended(
          'AutoscalerDisabled',
          `Switched off: ${scales?.kind ?? 'the target'} ${
            scales?.name ?? ''
          } is scaled to zero.`,
          {
            evidence: [
              {
                path: 'status.conditions[type=ScalingActive].reason',
                value: 'ScalingDisabled',
              },
            ],
          },
        )
      : undefined,
  health: judgeAutoscaler,
  reasons: [
    {
      code: 'AutoscalerActive',
      cause: 'The autoscaler measures and scales.',
      evidence: 'status.conditions[type=ScalingActive].status',
      remedy: false,
    },
    {
      code: 'AutoscalerDisabled',
      cause: 'The target is scaled to zero, which switches autoscaling off.',
      evidence: 'status.conditions[type=ScalingActive].reason',
      remedy: false,
    },
    {
      code: 'AutoscalerWaiting',
      cause: 'The autoscaler has not decided yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'AutoscalerCannotScale',
      cause: 'The target of the autoscaler cannot be read or scaled.',
      evidence: 'status.conditions[type=AbleToScale].message',
    },
    {
      code: 'AutoscalerWithoutMetrics',
      cause: 'The autoscaler has no figures to decide by.',
      evidence: 'status.conditions[type=ScalingActive].message',
    },
    {
      code: 'AutoscalerStateUnknown',
      cause: 'The autoscaler says nothing that is known.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: ['minReplicas', 'maxReplicas', 'current', 'desired'],
});

function projectAutoscaler(raw: RawObject): AutoscalerFacts {
  const told = conditionsAt(raw);
  const conditions = told.length > 0 ? told : conditionsOfV1(raw);
  const kind = stringAt(raw, 'spec', 'scaleTargetRef', 'kind');
  const name = stringAt(raw, 'spec', 'scaleTargetRef', 'name');
  return {
    minReplicas: numberAt(raw, 'spec', 'minReplicas') ?? 1,
    maxReplicas: numberAt(raw, 'spec', 'maxReplicas'),
    current: numberAt(raw, 'status', 'currentReplicas'),
    desired: numberAt(raw, 'status', 'desiredReplicas'),
    able: condition(conditions, 'AbleToScale'),
    active: condition(conditions, 'ScalingActive'),
    limited: condition(conditions, 'ScalingLimited'),
    ...(kind && name
      ? {
          scales: {
            group: groupOf(
              stringAt(raw, 'spec', 'scaleTargetRef', 'apiVersion') ?? '',
            ),
            kind,
            name,
          },
        }
      : {}),
    trackingId: trackingIdOf(raw, 'autoscaling', 'HorizontalPodAutoscaler'),
  };
}

/** autoscaling/v1 has no place for conditions: they are in an annotation. */
function conditionsOfV1(raw: RawObject): Condition[] {
  const text = annotationAt(raw, 'autoscaling.alpha.kubernetes.io/conditions');
  if (!text) {
    return [];
  }
  try {
    return conditionsAt({ status: { conditions: parseJson(text) } });
  } catch {
    return [];
  }
}
