import { ReasonDefinition } from '../../definition/kind';

export const CLUSTER_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'GarageHealthy',
    cause: 'All storage nodes are up and all partitions complete.',
    evidence: 'status.health.status',
    remedy: false,
  },
  {
    code: 'GarageDataMoving',
    cause: 'Data is being moved to a new layout.',
    evidence: 'status.nodes[].draining',
    remedy: false,
  },
  {
    code: 'GarageOnlyAnswers',
    cause: 'It answers, and nothing more is known.',
    evidence: 'status.plain',
    remedy: false,
  },
  {
    code: 'GarageTokenRefused',
    cause: 'Garage does not accept the admin token.',
    evidence: 'status.refused',
  },
  {
    code: 'GarageNotAnswering',
    cause: 'The administration API gives no usable answer.',
    evidence: 'status.refused',
  },
  {
    code: 'GarageNoLayout',
    cause: 'No node was given a capacity: the cluster stores nothing.',
    evidence: 'status.health.storageNodes',
  },
  {
    code: 'GarageQuorumLost',
    cause: 'Too many storage nodes are away for some partitions.',
    evidence: 'status.health.partitionsQuorum',
  },
  {
    code: 'GarageNodesMissing',
    cause: 'Storage nodes are away, and copies with them.',
    evidence: 'status.health.storageNodesOk',
  },
  {
    code: 'GarageHealthUnclear',
    cause: 'The health answer says something that no rule knows.',
    evidence: 'status.health.status',
  },
  {
    code: 'GarageDiskNearlyFull',
    cause: "A node's disk has little space left.",
    evidence: 'status.nodes[].dataPartition.available',
  },
  {
    code: 'GarageNodeTroubled',
    cause: 'A node cannot read blocks, or a worker of it goes on failing.',
    evidence: 'status.blockErrors.count of the node',
  },
  {
    code: 'GarageVersionsMixed',
    cause: 'The nodes do not all run the same version.',
    evidence: 'status.nodes[].garageVersion',
  },
];
