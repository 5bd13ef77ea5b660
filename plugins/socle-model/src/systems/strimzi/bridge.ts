import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { stringAt } from '../../reading/raw';
import { bootstrapLink, ownerLinks } from './membership';
import {
  judgeReplicated,
  podsNotReady,
  ReplicatedFacts,
  replicatedFacts,
  replicatedReasons,
} from './replicated';
import { secretLinks } from './secret-names';
import { GROUP, pausedVerdict } from './strimzi-conditions';

type BridgeFacts = ReplicatedFacts & { bootstrap?: string };

export const kafkaBridge = defineKind<BridgeFacts>({
  group: GROUP,
  kind: 'KafkaBridge',
  plural: 'kafkabridges',
  versions: ['v1', 'v1beta2', 'v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.replicas',
    'spec.bootstrapServers',
    'spec.tls',
    'spec.authentication',
    'status',
  ],
  project: raw => ({
    ...replicatedFacts(raw, 'KafkaBridge'),
    bootstrap: stringAt(raw, 'spec', 'bootstrapServers'),
  }),
  links: resource => [
    ...ownerLinks(resource),
    ...secretLinks(resource.meta.namespace, resource.facts.secrets),
    ...bootstrapLink(resource.facts.bootstrap, resource.meta.namespace),
    linkTo(
      'workload',
      {
        group: 'apps',
        kind: 'Deployment',
        namespace: resource.meta.namespace,
        name: `${resource.meta.name}-bridge`,
      },
      'target',
    ),
  ],
  suspended: ({ facts }) =>
    pausedVerdict(facts, 'KafkaBridgePaused', 'KafkaBridge'),
  health: ({ facts }, context) =>
    judgeReplicated('KafkaBridge', facts, () =>
      podsNotReady('KafkaBridge', context),
    ),
  reasons: replicatedReasons('KafkaBridge'),
  shows: ['url', 'bootstrap', 'replicas', 'cluster'],
});
