import { defineKind, KindDefinition } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { objectAt, RawObject } from '../../reading/raw';
import { formatTime } from '../../reading/times';
import {
  currentUntil,
  Measurement,
  measurementOf,
  usageText,
} from './measurement';

/** What is read of the Node. */
type NodeAllocatable = {
  allocatable?: { [resource: string]: number | string };
};

const REASONS = [
  {
    code: 'NodeMetricsCurrent',
    cause: 'What the node uses was measured lately.',
    evidence: 'timestamp',
    remedy: false,
  },
  {
    code: 'NodeMetricsStale',
    cause: 'What the node uses was last measured too long ago.',
    evidence: 'timestamp',
  },
  {
    code: 'NodeMetricsNotMeasured',
    cause: 'What the node uses was not measured.',
    evidence: 'usage',
    remedy: false,
  },
] as const;

/** As the metrics API serves it: it cannot be watched, so that it comes out of dumps only. */
export const nodeMetrics = nodeMetricsKind('metrics.k8s.io', {
  versions: ['v1beta1'],
  plural: 'nodes',
  namespaced: false,
  project: measurementOf,
});

/** As the probe keeps it. */
export const probedNodeMetrics = nodeMetricsKind('metrics-server.socle.dev', {
  versions: ['v1'],
  plural: 'nodemetrics',
  namespaced: true,
  source: 'probe',
  project: raw => measurementOf(objectAt(raw, 'status')),
  reasons: REASONS,
});

function nodeMetricsKind(
  group: string,
  own: Pick<
    KindDefinition<Measurement>,
    'versions' | 'plural' | 'namespaced' | 'source' | 'reasons'
  > & { project(raw: RawObject): Measurement },
): KindDefinition {
  return defineKind<Measurement>({
    group,
    kind: 'NodeMetrics',
    statusless: true,
    ...own,
    links: ({ meta }) => [
      linkTo('measures', { group: '', kind: 'Node', name: meta.name }),
    ],
    health: judgeNodeMetrics,
    shows: ['at', 'windowSeconds', 'cpu', 'memory'],
  });
}

function judgeNodeMetrics(
  { facts }: Resource<Measurement>,
  context: HealthContext,
): Verdict {
  const { at, cpu, memory } = facts;
  if (at === undefined || (cpu === undefined && memory === undefined)) {
    return unknown(
      'NodeMetricsNotMeasured',
      `What the node uses was not measured: ${
        at === undefined ? 'there is no time' : 'there is no usage'
      }.`,
      {
        evidence: [
          { path: at === undefined ? 'timestamp' : 'usage', value: null },
        ],
      },
    );
  }
  const until = currentUntil({ ...facts, at }, context);
  if (context.now > until) {
    return degraded('NodeMetricsStale', `Last measured at ${formatTime(at)}.`, {
      flags: ['stale'],
      since: until,
      evidence: [{ path: 'timestamp', value: formatTime(at) }],
    });
  }
  const node = context.target<NodeAllocatable>('measures');
  return healthy(
    'NodeMetricsCurrent',
    `In use: ${usageText(
      facts,
      node?.state === 'present' ? node.resource.facts.allocatable : undefined,
    )}.`,
    { recheckAt: until + 1 },
  );
}
