import { defineKind } from '../../definition/kind';
import { objectsAt, RawObject, stringAt } from '../../reading/raw';
import { connectorState, ConnectorState } from './connector-state';
import { judgeConnectors } from './mirror-health';
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

type MirrorFacts = ReplicatedFacts & {
  version?: string;
  target?: string;
  sources?: string[];
  connectors?: ConnectorState[];
};

export const kafkaMirrorMaker2 = defineKind<MirrorFacts>({
  group: GROUP,
  kind: 'KafkaMirrorMaker2',
  plural: 'kafkamirrormaker2s',
  versions: ['v1', 'v1beta2', 'v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.replicas',
    'spec.version',
    'spec.target',
    'spec.mirrors',
    'spec.connectCluster',
    'spec.clusters',
    'status',
  ],
  project,
  links: resource => [
    ...ownerLinks(resource),
    ...secretLinks(resource.meta.namespace, resource.facts.secrets),
    ...bootstrapLink(
      resource.facts.target,
      resource.meta.namespace,
      'mirrorsTo',
    ),
    ...(resource.facts.sources ?? []).flatMap(source =>
      bootstrapLink(source, resource.meta.namespace, 'mirrorsFrom'),
    ),
  ],
  suspended: ({ facts }) =>
    pausedVerdict(facts, 'KafkaMirrorMaker2Paused', 'KafkaMirrorMaker2'),
  health: ({ facts }, context) =>
    judgeReplicated(
      'KafkaMirrorMaker2',
      facts,
      () =>
        podsNotReady('KafkaMirrorMaker2', context) ??
        judgeConnectors(facts.connectors ?? [], context.now),
    ),
  reasons: [
    ...replicatedReasons('KafkaMirrorMaker2'),
    {
      code: 'KafkaMirrorMaker2ConnectorsFailing',
      cause: 'It is ready, but a mirroring connector or task has failed.',
      evidence: 'status.connectors[].tasks[].state',
    },
    {
      code: 'KafkaMirrorMaker2NothingMirrored',
      cause: 'It is ready, but every mirroring connector has failed.',
      evidence: 'status.connectors[].connector.state',
    },
  ],
  shows: ['url', 'version', 'target', 'sources', 'replicas', 'cluster'],
});

function project(raw: RawObject): MirrorFacts {
  // Before v1, clusters were a list and the target one of them by its alias.
  const clusters = objectsAt(raw, 'spec', 'clusters');
  const into = stringAt(raw, 'spec', 'connectCluster');
  const bootstrap = (of: RawObject) => stringAt(of, 'bootstrapServers');
  const sources = [
    ...objectsAt(raw, 'spec', 'mirrors').map(mirror =>
      stringAt(mirror, 'source', 'bootstrapServers'),
    ),
    ...clusters.filter(({ alias }) => alias !== into).map(bootstrap),
  ].filter(address => address !== undefined);
  const connectors = objectsAt(raw, 'status', 'connectors').map(connectorState);
  const target = clusters.find(
    ({ alias }) => into !== undefined && alias === into,
  );
  return {
    ...replicatedFacts(raw, 'KafkaMirrorMaker2'),
    version: stringAt(raw, 'spec', 'version'),
    target:
      stringAt(raw, 'spec', 'target', 'bootstrapServers') ??
      (target ? bootstrap(target) : undefined),
    ...(sources.length > 0 ? { sources } : {}),
    ...(connectors.length > 0 ? { connectors } : {}),
  };
}
