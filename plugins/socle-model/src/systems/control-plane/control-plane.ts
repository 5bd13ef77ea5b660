import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { stringAt } from '../../reading/raw';
import { judgeControlPlane } from './control-plane-health';

export type ControlPlaneFacts = {
  apiServer?: string;
};

const GROUP = 'control-plane.socle.dev';

/** What all parts of the control plane add up to. Nodes, pods and leases say themselves that they are part of it. */
export const controlPlane = defineKind<ControlPlaneFacts>({
  group: GROUP,
  kind: 'ControlPlane',
  plural: 'controlplanes',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  project: raw => ({ apiServer: stringAt(raw, 'spec', 'apiServer') }),
  provides: () => ['controlPlane'],
  links: ({ meta: { namespace }, facts: { apiServer: name } }) =>
    name
      ? [
          linkTo(
            'apiServer',
            { group: GROUP, kind: 'ApiServer', namespace, name },
            'target',
          ),
          linkTo(
            'etcd',
            { group: GROUP, kind: 'EtcdCluster', namespace, name },
            'target',
          ),
        ]
      : [],
  health: judgeControlPlane,
  reasons: [
    {
      code: 'ControlPlaneRuns',
      cause: 'The API server is ready, and all parts of the control plane run.',
      evidence: 'status.conditions[type=Ready].status of its nodes',
      remedy: false,
    },
    {
      code: 'ControlPlaneEtcdDown',
      cause: 'etcd does not answer or has lost its quorum.',
      evidence: 'status.checked.failed of the EtcdCluster',
    },
    {
      code: 'ControlPlaneApiServerDown',
      cause: 'The API server fails its own checks.',
      evidence: 'status.livez.failed of the ApiServer',
    },
    {
      code: 'ControlPlaneWithoutLeader',
      cause: 'Nothing is scheduled or reconciled: no leader is active.',
      evidence: 'spec.renewTime of the Lease',
    },
    {
      code: 'ControlPlaneMajorityDown',
      cause: 'Too few nodes of the control plane work for a majority.',
      evidence: 'status.conditions[type=Ready].status of its nodes',
    },
    {
      code: 'ControlPlaneComponentDown',
      cause: 'No pod of a component of the control plane works.',
      evidence: 'status.conditions[type=Ready].status of its pods',
    },
    {
      code: 'ControlPlaneNodeDown',
      cause: 'A node of the control plane does not work.',
      evidence: 'status.conditions[type=Ready].status of the node',
    },
    {
      code: 'ControlPlanePartDown',
      cause: 'One part of the control plane does not work; others stand in.',
      evidence: 'the part named in the message',
    },
    {
      code: 'ControlPlaneNodeJoins',
      cause: 'A node of the control plane has not reported yet.',
      evidence: 'status.conditions of the node',
      remedy: false,
    },
    {
      code: 'ControlPlaneNotRead',
      cause: 'Nothing of the control plane is known.',
      evidence: 'spec.apiServer',
      remedy: false,
    },
  ],
  shows: ['apiServer'],
});
