import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition, conditionsAt } from '../../reading/conditions';
import {
  annotationAt,
  isObject,
  numberAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import {
  clusterLink,
  ownerLinks,
  StrimziFacts,
  strimziFacts,
} from './membership';
import {
  evidenceOf,
  GROUP,
  notReadyOf,
  oddVerdict,
  pausedVerdict,
  stateOf,
  whyOf,
} from './strimzi-conditions';

type TopicFacts = StrimziFacts & {
  /** The topic's name in Kafka, which may hold what a resource name may not. */
  topic?: string;
  partitions?: number;
  replicas?: number;
  unmanaged?: boolean;
  changeState?: string;
  changeTarget?: number;
  changeMessage?: string;
};

const CHANGE = 'status.replicasChange.state';

export const kafkaTopic = defineKind<TopicFacts>({
  group: GROUP,
  kind: 'KafkaTopic',
  plural: 'kafkatopics',
  versions: ['v1', 'v1beta2', 'v1beta1', 'v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.topicName',
    'spec.partitions',
    'spec.replicas',
    'status',
  ],
  project,
  links: resource => [
    ...ownerLinks(resource),
    ...clusterLink(resource, 'Kafka', 'target'),
  ],
  provides: ({ facts, meta }) =>
    facts.cluster && facts.topic
      ? [`kafkaTopic:${meta.namespace ?? ''}/${facts.cluster}/${facts.topic}`]
      : [],
  suspended: ({ facts }) =>
    pausedVerdict(facts, 'KafkaTopicPaused', 'KafkaTopic'),
  health: judge,
  reasons: [
    {
      code: 'KafkaTopicReady',
      cause: 'The topic is as it is defined.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'KafkaTopicUnmanaged',
      cause: 'The topic operator leaves the topic alone on purpose.',
      evidence: 'status.conditions[type=Unmanaged].status',
      remedy: false,
    },
    {
      code: 'KafkaTopicPending',
      cause: 'The topic operator has not come to it yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'KafkaTopicReplicasChanging',
      cause: 'Cruise Control changes how many copies there are.',
      evidence: CHANGE,
      remedy: false,
    },
    {
      code: 'KafkaTopicPaused',
      cause: 'Reconciliation is switched off on purpose.',
      evidence: 'metadata.annotations[strimzi.io/pause-reconciliation]',
      remedy: false,
    },
    {
      code: 'KafkaTopicNotReady',
      cause: 'The topic could not be made as it is defined.',
      evidence: 'status.conditions[type=Ready].message',
    },
    {
      code: 'KafkaTopicStateUnknown',
      cause: 'Its status says something that no rule knows.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: ['topic', 'partitions', 'replicas', 'cluster'],
});

function project(raw: RawObject): TopicFacts {
  const conditions = conditionsAt(raw);
  const unmanaged =
    condition(conditions, 'Unmanaged')?.status === 'True' ||
    (annotationAt(raw, 'strimzi.io/managed') === 'false' &&
      condition(conditions, 'Ready')?.status === 'True');
  return {
    ...strimziFacts(raw, 'KafkaTopic'),
    topic:
      stringAt(raw, 'spec', 'topicName') ?? stringAt(raw, 'metadata', 'name'),
    partitions: numberAt(raw, 'spec', 'partitions'),
    replicas: numberAt(raw, 'spec', 'replicas'),
    ...(unmanaged ? { unmanaged } : {}),
    changeState:
      stringAt(raw, 'status', 'replicasChange', 'state') ??
      (isObject(valueAt(raw, 'status', 'replicasChange'))
        ? 'not told'
        : undefined),
    changeTarget: numberAt(raw, 'status', 'replicasChange', 'targetReplicas'),
    changeMessage: stringAt(raw, 'status', 'replicasChange', 'message'),
  };
}

function judge(
  { facts }: Resource<TopicFacts>,
  { now }: HealthContext,
): Verdict {
  const state = stateOf(facts);
  const of = notReadyOf(facts);
  const noted = facts.warnings ? { warnings: facts.warnings } : {};
  if (state === 'notReady') {
    return degraded(
      'KafkaTopicNotReady',
      `The topic is not as defined (${whyOf(of)}).`,
      { evidence: evidenceOf(of), since: of.at, ...noted },
    );
  }
  if (facts.unmanaged && state !== 'odd') {
    return healthy(
      'KafkaTopicUnmanaged',
      'Not managed: the topic operator neither makes nor changes the topic.',
      noted,
    );
  }
  if (state === 'odd') {
    return oddVerdict(facts, 'KafkaTopicStateUnknown');
  }
  if (state === 'creating' || state === 'pending') {
    return progressing(
      'KafkaTopicPending',
      'The topic operator has not reported on the topic yet.',
      {
        evidence:
          state === 'creating'
            ? evidenceOf(of)
            : [{ path: 'status.conditions', value: null }],
      },
    );
  }
  return facts.changeState === undefined
    ? healthy(
        'KafkaTopicReady',
        facts.partitions === undefined
          ? 'The topic is as it is defined.'
          : `${facts.partitions} partitions${
              facts.replicas === undefined
                ? ''
                : ` in ${facts.replicas} copies each`
            }, as defined.`,
        noted,
      )
    : judgeChange(facts, now);
}

/** No field tells since when; a big topic takes its time. */
function judgeChange(facts: TopicFacts, now: number): Verdict {
  const detail = {
    evidence: [{ path: CHANGE, value: facts.changeState ?? null }],
    ...(facts.warnings ? { warnings: facts.warnings } : {}),
  };
  return facts.changeState === 'pending' || facts.changeState === 'ongoing'
    ? progressing(
        'KafkaTopicReplicasChanging',
        `The change to ${facts.changeTarget ?? 'another number of'} copies is ${
          facts.changeState
        }${facts.changeMessage ? `: ${facts.changeMessage}` : '.'}`,
        { ...detail, progressingSince: now },
      )
    : unknown(
        'KafkaTopicStateUnknown',
        `The change of copies is "${facts.changeState}", which no rule knows.`,
        detail,
      );
}
