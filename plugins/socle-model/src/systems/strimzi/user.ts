import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import { degraded, healthy, progressing, Verdict } from '../../judging/verdict';
import { RawObject, stringAt } from '../../reading/raw';
import {
  clusterLink,
  ownerLinks,
  StrimziFacts,
  strimziFacts,
} from './membership';
import { secretLinks } from './secret-names';
import {
  evidenceOf,
  GROUP,
  notReadyOf,
  oddVerdict,
  pausedVerdict,
  stateOf,
  whyOf,
} from './strimzi-conditions';

type UserFacts = StrimziFacts & {
  username?: string;
  /** The Secret that the user operator writes. */
  secret?: string;
  authentication?: string;
  authorization?: string;
  /** The Secret that a given password comes from. */
  passwordSecret?: string;
};

export const kafkaUser = defineKind<UserFacts>({
  group: GROUP,
  kind: 'KafkaUser',
  plural: 'kafkausers',
  versions: ['v1', 'v1beta2', 'v1beta1', 'v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.authentication.type',
    'spec.authentication.password.valueFrom.secretKeyRef.name',
    'spec.authorization.type',
    'status',
  ],
  project: (raw: RawObject) => ({
    ...strimziFacts(raw, 'KafkaUser'),
    username: stringAt(raw, 'status', 'username'),
    secret: stringAt(raw, 'status', 'secret'),
    authentication: stringAt(raw, 'spec', 'authentication', 'type'),
    authorization: stringAt(raw, 'spec', 'authorization', 'type'),
    passwordSecret: stringAt(
      raw,
      'spec',
      'authentication',
      'password',
      'valueFrom',
      'secretKeyRef',
      'name',
    ),
  }),
  links: resource => [
    ...ownerLinks(resource),
    ...clusterLink(resource, 'Kafka', 'target'),
    ...secretLinks(
      resource.meta.namespace,
      resource.facts.passwordSecret ? [resource.facts.passwordSecret] : [],
    ),
    ...(resource.facts.secret
      ? [
          linkTo('writesSecret', {
            group: '',
            kind: 'Secret',
            namespace: resource.meta.namespace,
            name: resource.facts.secret,
          }),
        ]
      : []),
  ],
  suspended: ({ facts }) =>
    pausedVerdict(facts, 'KafkaUserPaused', 'KafkaUser'),
  health: judge,
  reasons: [
    {
      code: 'KafkaUserReady',
      cause: 'The user, its credentials and its rights are in place.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'KafkaUserPending',
      cause: 'The user operator has not come to it yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'KafkaUserPaused',
      cause: 'Reconciliation is switched off on purpose.',
      evidence: 'metadata.annotations[strimzi.io/pause-reconciliation]',
      remedy: false,
    },
    {
      code: 'KafkaUserNotReady',
      cause: 'The user could not be made as it is defined.',
      evidence: 'status.conditions[type=NotReady].message',
    },
    {
      code: 'KafkaUserStateUnknown',
      cause: 'Its conditions say something that no rule knows.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: ['username', 'secret', 'authentication', 'authorization', 'cluster'],
});

function judge({ facts }: Resource<UserFacts>): Verdict {
  const of = notReadyOf(facts);
  const noted = facts.warnings ? { warnings: facts.warnings } : {};
  switch (stateOf(facts)) {
    case 'ready':
      return healthy(
        'KafkaUserReady',
        facts.secret
          ? `The user is in place; its credentials are in Secret ${facts.secret}.`
          : 'The user is in place.',
        noted,
      );
    case 'notReady':
      return degraded(
        'KafkaUserNotReady',
        `The user is not as defined (${whyOf(of)}).`,
        { evidence: evidenceOf(of), since: of.at, ...noted },
      );
    case 'odd':
      return oddVerdict(facts, 'KafkaUserStateUnknown');
    default:
      return progressing(
        'KafkaUserPending',
        'The user operator has not reported on the user yet.',
        { evidence: [{ path: 'status.conditions', value: null }] },
      );
  }
}
