import { defineKind } from '../../definition/kind';
import { ownedBy } from '../../definition/ownership';
import {
  judgeReplicas,
  projectReplicas,
  ReplicaFacts,
  replicaReasons,
} from './replicas';

export const replicaSet = defineKind<ReplicaFacts>({
  group: 'apps',
  kind: 'ReplicaSet',
  plural: 'replicasets',
  versions: ['v1'],
  namespaced: true,
  // Its rules say for how long each state may last.
  patienceMinutes: 0,
  reads: ['spec.replicas', 'status'],
  project: projectReplicas,
  links: ({ meta }) => ownedBy(meta),
  health: (replicas, context) => judgeReplicas('ReplicaSet', replicas, context),
  reasons: replicaReasons('ReplicaSet'),
  shows: ['replicas', 'available'],
});
