import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { degraded, failed, healthy, unknown } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { TOLD } from './told';

export type LinstorNodeFacts = {
  connection?: string;
  region?: string;
  zone?: string;
};

/** A node that LINSTOR keeps copies on. */
export const linstorNode = defineKind<LinstorNodeFacts>({
  ...TOLD,
  kind: 'Node',
  plural: 'nodes',
  title: 'LINSTOR nodes',
  project: raw => ({
    connection: stringAt(raw, 'status', 'connection'),
    region: stringAt(raw, 'spec', 'region'),
    zone: stringAt(raw, 'spec', 'zone'),
  }),
  links: ({ meta }) => [
    linkTo('runsOn', { group: '', kind: 'Node', name: meta.name }, 'target'),
  ],
  health: ({ facts, meta }) => {
    const { connection } = facts;
    const evidence = [{ path: 'status.connection', value: connection ?? null }];
    switch (connection) {
      case 'ONLINE':
        return healthy('LinstorNodeOnline', 'Connected to the controller.');
      case 'OFFLINE':
      case 'HOSTNAME_MISMATCH':
      case 'FULL_SYNC_FAILED':
      case 'AUTHENTICATION_ERROR':
      case 'VERSION_MISMATCH':
      case 'EVICTED':
        return failed(
          'LinstorNodeOffline',
          `Node ${meta.name} is ${connection}: its copies are not in step.`,
          { evidence },
        );
      case 'OTHER_CONTROLLER':
      case 'MISSING_EXT_TOOLS':
        return degraded(
          'LinstorNodeImpaired',
          `Node ${meta.name} is ${connection}.`,
          { evidence },
        );
      default:
        return unknown(
          'LinstorNodeStateUnknown',
          `How node ${meta.name} is connected is ${
            connection === undefined ? 'not told' : `"${connection}"`
          }.`,
          { evidence },
        );
    }
  },
  reasons: [
    {
      code: 'LinstorNodeOnline',
      cause: 'The node is connected.',
      evidence: 'status.connection',
      remedy: false,
    },
    {
      code: 'LinstorNodeOffline',
      cause: 'The node is not connected to the controller.',
      evidence: 'status.connection',
    },
    {
      code: 'LinstorNodeImpaired',
      cause: 'The node is connected, but cannot be used in full.',
      evidence: 'status.connection',
    },
    {
      code: 'LinstorNodeStateUnknown',
      cause: 'The connection has a value that is not known.',
      evidence: 'status.connection',
      remedy: false,
    },
  ],
  shows: ['region', 'zone'],
});
