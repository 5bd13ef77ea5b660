import { ReasonDefinition } from '../../definition/kind';

export const NODE_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'GarageNodeWell',
    cause: 'The node is up and has no errors.',
    evidence: 'status.isUp',
    remedy: false,
  },
  {
    code: 'GarageNodeDraining',
    cause: "The node's data is being moved elsewhere.",
    evidence: 'status.draining',
    remedy: false,
  },
  {
    code: 'GarageNodeWithoutRole',
    cause: 'The layout does not have the node.',
    evidence: 'status.role',
    remedy: false,
  },
  {
    code: 'GarageNodeNotTold',
    cause: 'No answer says whether the node is up.',
    evidence: 'status.isUp',
    remedy: false,
  },
  {
    code: 'GarageNodeDown',
    cause: 'A storage node is not connected to the others.',
    evidence: 'status.isUp',
  },
  {
    code: 'GarageGatewayDown',
    cause: 'A gateway, which keeps no data, is not connected to the others.',
    evidence: 'status.isUp',
  },
  {
    code: 'GarageBlocksUnreadable',
    cause: 'Blocks that objects refer to cannot be read from any node.',
    evidence: 'status.blockErrors.count',
  },
  {
    code: 'GarageNodeDiskNearlyFull',
    cause: 'The data or metadata disk of the node has little space left.',
    evidence: 'status.dataPartition.available',
  },
  {
    code: 'GarageWorkerFailing',
    cause: 'A background worker of the node repeats an error.',
    evidence: 'status.workers[].consecutiveErrors',
  },
  {
    code: 'GarageNodeNotAsked',
    cause: 'The node did not answer the one that was asked.',
    evidence: 'error of the answer',
  },
];
