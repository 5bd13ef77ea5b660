import { defineKind } from '../../definition/kind';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';

import {
  judgeReplicas,
  projectReplicas,
  ReplicaFacts,
  replicaReasons,
} from './replicas';

type ReplicationControllerFacts = ReplicaFacts & { trackingId?: string };

export const replicationController = defineKind<ReplicationControllerFacts>({
  group: '',
  kind: 'ReplicationController',
  plural: 'replicationcontrollers',
  versions: ['v1'],
  namespaced: true,
  // Its rules say for how long each state may last.
  patienceMinutes: 0,
  reads: ['metadata.annotations', 'spec.replicas', 'status'],
  project: raw => ({
    ...projectReplicas(raw),
    trackingId: trackingIdOf(raw, '', 'ReplicationController'),
  }),
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  health: (replicas, context) =>
    judgeReplicas('ReplicationController', replicas, context),
  reasons: replicaReasons('ReplicationController'),
  shows: ['replicas', 'available'],
});
