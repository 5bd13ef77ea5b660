import { groupOf } from '@socle/backstage-plugin-socle-common';
import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import {
  Condition,
  condition,
  conditionsAt,
  said,
} from '../../reading/conditions';
import { stringAt } from '../../reading/raw';
import { managedBy, trackingIdOf } from '../../definition/ownership';

export type VerticalAutoscalerFacts = {
  updateMode: string;
  /** Those that are True, and the one about the recommendation whatever it is. */
  provided?: Condition;
  unsupported?: Condition;
  noPods?: Condition;
  lowConfidence?: Condition;
  scales?: { group: string; kind: string; name: string };
  trackingId?: string;
};

export const verticalPodAutoscaler = defineKind<VerticalAutoscalerFacts>({
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscaler',
  plural: 'verticalpodautoscalers',
  versions: ['v1'],
  namespaced: true,
  project: raw => {
    const conditions = conditionsAt(raw);
    const holds = (type: string) => {
      const found = condition(conditions, type);
      return found?.status === 'True' ? found : undefined;
    };
    const kind = stringAt(raw, 'spec', 'targetRef', 'kind');
    const name = stringAt(raw, 'spec', 'targetRef', 'name');
    const apiVersion = stringAt(raw, 'spec', 'targetRef', 'apiVersion') ?? '';
    return {
      updateMode: stringAt(raw, 'spec', 'updatePolicy', 'updateMode') ?? 'Auto',
      provided: condition(conditions, 'RecommendationProvided'),
      unsupported: holds('ConfigUnsupported'),
      noPods: holds('NoPodsMatched'),
      lowConfidence: holds('LowConfidence'),
      ...(kind && name
        ? { scales: { group: groupOf(apiVersion), kind, name } }
        : {}),
      trackingId: trackingIdOf(
        raw,
        'autoscaling.k8s.io',
        'VerticalPodAutoscaler',
      ),
    };
  },
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
  health: judgeVerticalAutoscaler,
  reasons: [
    {
      code: 'VerticalAutoscalerRecommends',
      cause: 'A recommendation is there.',
      evidence: 'status.conditions[type=RecommendationProvided].status',
      remedy: false,
    },
    {
      code: 'VerticalAutoscalerLearning',
      cause: 'The pods have not been watched for long enough.',
      evidence: 'status.conditions[type=RecommendationProvided].status',
      remedy: false,
    },
    {
      code: 'VerticalAutoscalerSelectsNoPods',
      cause: 'The target has no pods: none are wanted, or it is another one.',
      evidence: 'status.conditions[type=NoPodsMatched].message',
    },
    {
      code: 'VerticalAutoscalerUnsupported',
      cause: 'The autoscaler cannot work as it is defined.',
      evidence: 'status.conditions[type=ConfigUnsupported].message',
    },
    {
      code: 'VerticalAutoscalerStateUnknown',
      cause: 'The autoscaler says nothing that is known.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: ['updateMode'],
});

function judgeVerticalAutoscaler({
  facts,
}: Resource<VerticalAutoscalerFacts>): Verdict {
  const { provided, unsupported, noPods, lowConfidence } = facts;
  if (unsupported) {
    return degraded(
      'VerticalAutoscalerUnsupported',
      `It cannot work as it is defined: ${said(unsupported)}`,
      { since: unsupported.at, evidence: evidenceOf(unsupported) },
    );
  }
  if (noPods) {
    return unknown(
      'VerticalAutoscalerSelectsNoPods',
      `Its target has no pods: ${said(noPods)}`,
      { evidence: evidenceOf(noPods) },
    );
  }
  if (provided?.status === 'True') {
    return healthy(
      'VerticalAutoscalerRecommends',
      `A recommendation is there, applied as ${facts.updateMode} says.`,
      lowConfidence
        ? { warnings: [`Of little confidence: ${said(lowConfidence)}`] }
        : undefined,
    );
  }
  if (provided === undefined || provided.status === 'False') {
    return progressing('VerticalAutoscalerLearning', 'No recommendation yet.', {
      evidence: [
        {
          path: 'status.conditions[type=RecommendationProvided].status',
          value: provided?.status ?? null,
        },
      ],
      progressingSince: provided?.at,
    });
  }
  return unknown(
    'VerticalAutoscalerStateUnknown',
    `Whether there is a recommendation is "${provided.status}", which is not known.`,
    { evidence: evidenceOf(provided) },
  );
}

function evidenceOf(of: Condition) {
  return [
    { path: `status.conditions[type=${of.type}].message`, value: said(of) },
  ];
}
