import { defineKind } from '../../definition/kind';
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
import { stringAt } from '../../reading/raw';
import { countAt, optionalCountAt, plural, templateImages } from './counts';
import { managedBy, ownedBy, trackingIdOf } from './ownership';

export type DaemonSetFacts = {
  desired?: number;
  ready: number;
  updated?: number;
  unavailable?: number;
  misscheduled?: number;
  onDelete?: boolean;
  images: string[];
  trackingId?: string;
};

export const daemonSet = defineKind<DaemonSetFacts>({
  group: 'apps',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  versions: ['v1'],
  namespaced: true,
  // A rollout over many nodes takes its time, and the object tells no time of its steps.
  patienceMinutes: 0,
  reads: [
    'metadata.annotations',
    'spec.updateStrategy.type',
    'spec.template.spec.containers.image',
    'spec.template.spec.initContainers.image',
    'status',
  ],
  project: raw => ({
    desired: optionalCountAt(raw, 'status', 'desiredNumberScheduled'),
    ready: countAt(raw, 'status', 'numberReady'),
    updated: optionalCountAt(raw, 'status', 'updatedNumberScheduled'),
    unavailable: countAt(raw, 'status', 'numberUnavailable') || undefined,
    misscheduled: countAt(raw, 'status', 'numberMisscheduled') || undefined,
    onDelete:
      stringAt(raw, 'spec', 'updateStrategy', 'type') === 'OnDelete' ||
      undefined,
    images: templateImages(raw, 'spec', 'template'),
    trackingId: trackingIdOf(raw, 'apps', 'DaemonSet'),
  }),
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  health: judgeDaemonSet,
  reasons: [
    {
      code: 'DaemonSetReady',
      cause: 'The pod is ready on every wanted node.',
      evidence: 'status.numberReady',
      remedy: false,
    },
    {
      code: 'DaemonSetNoNodes',
      cause: 'No node is selected.',
      evidence: 'status.desiredNumberScheduled',
      remedy: false,
    },
    {
      code: 'DaemonSetRollingOut',
      cause: 'Pods are being replaced or started.',
      evidence: 'status.updatedNumberScheduled',
      remedy: false,
    },
    {
      code: 'DaemonSetDown',
      cause: 'The pod is ready on no node.',
      evidence: 'status.numberReady',
    },
    {
      code: 'DaemonSetPodsMissing',
      cause: 'The pod is not ready on some nodes.',
      evidence: 'status.numberUnavailable',
    },
    {
      code: 'DaemonSetMisscheduled',
      cause: 'The pod runs on nodes where it should not.',
      evidence: 'status.numberMisscheduled',
    },
    {
      code: 'DaemonSetNotCounted',
      cause: 'The status does not say on how many nodes the pod should run.',
      evidence: 'status.desiredNumberScheduled',
      remedy: false,
    },
  ],
  shows: ['desired', 'ready', 'images', 'trackingId'],
});

function judgeDaemonSet(
  { facts, meta }: Resource<DaemonSetFacts>,
  context: HealthContext,
): Verdict {
  const { desired, ready, updated, unavailable = 0, misscheduled = 0 } = facts;
  if (desired === undefined) {
    return unknown(
      'DaemonSetNotCounted',
      'The status does not say on how many nodes the pod should run.',
      {
        evidence: [{ path: 'status.desiredNumberScheduled', value: null }],
      },
    );
  }
  const figures = `ready on ${ready} of ${plural(desired, 'node')}`;
  const evidence = [
    { path: 'status.numberReady', value: ready },
    { path: 'status.desiredNumberScheduled', value: desired },
  ];
  const due =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.progressMinutes * 60_000;
  const young = due !== undefined && context.now <= due;
  const starting = () =>
    progressing('DaemonSetRollingOut', `Starting: ${figures}.`, {
      evidence,
      recheckAt: due! + 1,
    });
  if (desired > 0 && ready === 0) {
    return young
      ? starting()
      : failed('DaemonSetDown', `The pod is ${figures}.`, { evidence });
  }
  if (misscheduled > 0) {
    return degraded(
      'DaemonSetMisscheduled',
      `The pod runs on ${plural(
        misscheduled,
        'node',
      )} where it should not; ${figures}.`,
      {
        evidence: [{ path: 'status.numberMisscheduled', value: misscheduled }],
      },
    );
  }
  if (desired === 0) {
    return healthy(
      'DaemonSetNoNodes',
      'No node is selected, so no pod is wanted.',
    );
  }
  if (updated !== undefined && updated < desired && !facts.onDelete) {
    return progressing(
      'DaemonSetRollingOut',
      `Rolling out: ${updated} of ${desired} updated, ${figures}.`,
      {
        evidence: [
          { path: 'status.updatedNumberScheduled', value: updated },
          ...evidence,
        ],
      },
    );
  }
  if (unavailable > 0 || ready < desired) {
    return young
      ? starting()
      : degraded(
          'DaemonSetPodsMissing',
          `The pod is ${figures}, ${
            unavailable || desired - ready
          } unavailable.`,
          {
            evidence: [
              { path: 'status.numberUnavailable', value: unavailable },
              ...evidence,
            ],
          },
        );
  }
  return healthy('DaemonSetReady', `The pod is ${figures}.`, {
    ...(facts.onDelete && updated !== undefined && updated < desired
      ? {
          warnings: [
            `${plural(
              desired - updated,
              'pod',
            )} of an older revision: they are replaced when deleted.`,
          ],
        }
      : {}),
  });
}
