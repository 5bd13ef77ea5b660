import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import {
  currentUntil,
  Measurement,
  measurementOf,
  usageText,
} from './measurement';

/**
 * Judged where a dump holds it. It is not asked for: one answer holds every container of the cluster, and nothing is
 * decided by it.
 */
export const podMetrics = defineKind<Measurement>({
  group: 'metrics.k8s.io',
  kind: 'PodMetrics',
  plural: 'pods',
  versions: ['v1beta1'],
  namespaced: true,
  statusless: true,
  project: measurementOf,
  links: ({ meta: { namespace, name } }) => [
    linkTo('measures', { group: '', kind: 'Pod', namespace, name }),
  ],
  health: judgePodMetrics,
  reasons: [
    {
      code: 'PodMetricsCurrent',
      cause: 'What the pod uses was measured lately.',
      evidence: 'timestamp',
      remedy: false,
    },
    {
      code: 'PodMetricsStale',
      cause: 'What the pod uses was last measured too long ago.',
      evidence: 'timestamp',
    },
    {
      code: 'PodMetricsNotMeasured',
      cause: 'What the pod uses was not measured.',
      evidence: 'containers[].usage',
      remedy: false,
    },
  ],
  shows: ['at', 'windowSeconds', 'cpu', 'memory'],
});

function judgePodMetrics(
  { facts }: Resource<Measurement>,
  context: HealthContext,
): Verdict {
  const { at, cpu, memory } = facts;
  if (at === undefined || (cpu === undefined && memory === undefined)) {
    return unknown(
      'PodMetricsNotMeasured',
      'What the pod uses was not measured for all of its containers.',
      {
        evidence: [
          {
            path: at === undefined ? 'timestamp' : 'containers[].usage',
            value: null,
          },
        ],
      },
    );
  }
  const until = currentUntil({ ...facts, at }, context);
  return context.now > until
    ? degraded(
        'PodMetricsStale',
        `The pod was last measured at ${formatTime(at)}.`,
        {
          flags: ['stale'],
          since: until,
          evidence: [{ path: 'timestamp', value: formatTime(at) }],
        },
      )
    : healthy('PodMetricsCurrent', `In use: ${usageText(facts)}.`, {
        recheckAt: until + 1,
      });
}
