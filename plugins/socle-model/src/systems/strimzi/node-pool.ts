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
import { numberAt, RawObject, stringsAt, valueAt } from '../../reading/raw';
import {
  clusterLink,
  ownerLinks,
  StrimziFacts,
  strimziFacts,
} from './membership';
import type { PodSetFacts } from './pod-set';
import { GROUP } from './strimzi-conditions';

type NodePoolFacts = StrimziFacts & {
  replicas?: number;
  roles: string[];
  nodes?: number;
};

const LABEL = 'metadata.labels[strimzi.io/cluster]';

export const kafkaNodePool = defineKind<NodePoolFacts>({
  group: GROUP,
  kind: 'KafkaNodePool',
  plural: 'kafkanodepools',
  // How long a deployment may last is the cluster's rule.
  patienceMinutes: 0,
  versions: ['v1', 'v1beta2'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.replicas',
    'spec.roles',
    'status',
  ],
  project: (raw: RawObject) => {
    const ids = valueAt(raw, 'status', 'nodeIds');
    return {
      ...strimziFacts(raw, 'KafkaNodePool'),
      replicas: numberAt(raw, 'spec', 'replicas'),
      roles: stringsAt(raw, 'spec', 'roles'),
      ...(Array.isArray(ids) ? { nodes: ids.length } : {}),
    };
  },
  // Its verdict is the cluster's, which in turn rests on the pods and not on the pool.
  links: resource => [
    ...ownerLinks(resource),
    ...clusterLink(resource, 'Kafka', 'target'),
  ],
  health: judge,
  reasons: [
    {
      code: 'KafkaNodePoolReady',
      cause: 'Its Kafka is ready, and so are its pods.',
      evidence: 'status.conditions of its Kafka',
      remedy: false,
    },
    {
      code: 'KafkaNodePoolClusterStarting',
      cause: 'Its Kafka is being deployed.',
      evidence: 'status.conditions of its Kafka',
      remedy: false,
    },
    {
      code: 'KafkaNodePoolPodsMissing',
      cause: 'Fewer of its pods are ready than wanted.',
      evidence: 'status.readyPods of its StrimziPodSet',
    },
    {
      code: 'KafkaNodePoolDown',
      cause: 'None of its pods is ready.',
      evidence: 'status.readyPods of its StrimziPodSet',
    },
    {
      code: 'KafkaNodePoolClusterNotWell',
      cause: 'Its Kafka is degraded or has failed.',
      evidence: 'status.conditions of its Kafka',
    },
    {
      code: 'KafkaNodePoolClusterMissing',
      cause: 'The Kafka that its label names does not exist.',
      evidence: LABEL,
    },
    {
      code: 'KafkaNodePoolClusterNotKnown',
      cause: 'It has no condition of its own, and its Kafka is not known.',
      evidence: LABEL,
      remedy: false,
    },
  ],
  shows: ['replicas', 'roles', 'nodes', 'warnings', 'ready', 'notReady'],
});

function judge(
  { facts }: Resource<NodePoolFacts>,
  context: HealthContext,
): Verdict {
  const [set] = context.incoming<PodSetFacts>(
    'podsOf',
    'core.strimzi.io/StrimziPodSet',
  ).items;
  if (set && ['failed', 'degraded'].includes(set.verdict.status)) {
    const evidence = [
      { of: set, path: 'status.readyPods', value: set.facts.ready ?? 0 },
    ];
    return set.verdict.status === 'failed'
      ? failed('KafkaNodePoolDown', set.verdict.message, { evidence })
      : degraded('KafkaNodePoolPodsMissing', set.verdict.message, { evidence });
  }
  const kafka = context.target('cluster');
  const named = [{ path: LABEL, value: facts.cluster ?? null }];
  if (kafka?.state === 'absent') {
    return failed(
      'KafkaNodePoolClusterMissing',
      `There is no Kafka ${facts.cluster} in this namespace: no operator looks after the pool.`,
      { evidence: named },
    );
  }
  if (kafka?.state !== 'present') {
    return unknown(
      'KafkaNodePoolClusterNotKnown',
      facts.cluster
        ? `A pool has no condition of its own, and Kafka ${facts.cluster} was not read.`
        : 'The label strimzi.io/cluster is missing: the pool belongs to no Kafka.',
      { evidence: named },
    );
  }
  const { resource } = kafka;
  const { status, message } = resource.verdict;
  const text = `Kafka ${resource.meta.name}: ${message}`;
  const evidence = [{ of: resource, path: 'status.conditions', value: status }];
  switch (status) {
    case 'healthy':
      return healthy('KafkaNodePoolReady', text);
    case 'progressing':
      return progressing('KafkaNodePoolClusterStarting', text, { evidence });
    case 'degraded':
      return degraded('KafkaNodePoolClusterNotWell', text, { evidence });
    case 'failed':
      return failed('KafkaNodePoolClusterNotWell', text, { evidence });
    default:
      return unknown('KafkaNodePoolClusterNotKnown', text, {
        evidence,
        flags: resource.verdict.flags?.filter(flag => flag === 'suspended'),
      });
  }
}
