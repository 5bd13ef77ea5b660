import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import { labelAt, numberAt, stringAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { dutyOf, judgeLease } from './lease-health';

export type LeaseFacts = {
  holder?: string;
  renewTime?: number;
  duration?: number;
  transitions?: number;
  /** It is the identity of one apiserver. */
  identity?: string;
};

export const lease = defineKind<LeaseFacts>({
  group: 'coordination.k8s.io',
  kind: 'Lease',
  plural: 'leases',
  versions: ['v1'],
  namespaced: true,
  statusless: true,
  // Its own rules say how long a released lease may stay so.
  patienceMinutes: 0,
  reads: [
    'metadata.labels',
    'spec.holderIdentity',
    'spec.renewTime',
    'spec.leaseDurationSeconds',
    'spec.leaseTransitions',
  ],
  project: raw => ({
    holder: stringAt(raw, 'spec', 'holderIdentity'),
    renewTime: timeAt(raw, 'spec', 'renewTime'),
    duration: numberAt(raw, 'spec', 'leaseDurationSeconds'),
    transitions: numberAt(raw, 'spec', 'leaseTransitions'),
    identity: labelAt(raw, 'apiserver.kubernetes.io/identity'),
  }),
  links: one =>
    dutyOf(one) === 'controlPlane'
      ? [
          linkByKey(
            'leads',
            'controlPlane',
            ['control-plane.socle.dev/ControlPlane'],
            'source',
          ),
        ]
      : heldBy(one),
  health: judgeLease,
  reasons: [
    {
      code: 'LeaseHeld',
      cause: 'The lease is renewed in time.',
      evidence: 'spec.renewTime',
      remedy: false,
    },
    {
      code: 'LeaseNodeHeartbeatLate',
      cause: 'The kubelet of the node has stopped renewing its lease.',
      evidence: 'spec.renewTime',
    },
    {
      code: 'LeaseNoActiveLeader',
      cause: 'No controller manager or scheduler leads the cluster.',
      evidence: 'spec.renewTime',
    },
    {
      code: 'LeaseOperatorSilent',
      cause: 'The leader of an operator has stopped renewing its lease.',
      evidence: 'spec.renewTime',
    },
    {
      code: 'LeaseApiserverGone',
      cause: 'An apiserver has stopped renewing its identity.',
      evidence: 'spec.renewTime',
    },
    {
      code: 'LeaseAnnouncementExpired',
      cause: 'No node announces the address of a Service any more.',
      evidence: 'spec.renewTime',
    },
    {
      code: 'LeaseHolderNotReady',
      cause: 'The node that announces the address of a Service does not work.',
      evidence: 'spec.holderIdentity',
    },
    {
      code: 'LeaseReleased',
      cause: 'The leader has stepped down and nobody has taken over.',
      evidence: 'spec.holderIdentity',
    },
    {
      code: 'LeaseLeaderChangesOften',
      cause: 'The leadership changes hands too often.',
      evidence: 'spec.leaseTransitions',
    },
    {
      code: 'LeaseNotReadable',
      cause:
        'The lease does not say when it was renewed or for how long it holds.',
      evidence: 'spec.renewTime',
      remedy: false,
    },
  ],
  shows: ['holder', 'renewTime', 'duration'],
});

function heldBy({ meta, facts }: Resource<LeaseFacts>): Link[] {
  return meta.name.startsWith('cilium-l2announce-') && facts.holder
    ? [
        linkTo(
          'heldBy',
          { group: '', kind: 'Node', name: facts.holder },
          'target',
        ),
      ]
    : [];
}
