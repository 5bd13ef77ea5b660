import { defineKind } from '../../definition/kind';
import { linkByKey, linkTo, objectKey } from '../../definition/link';
import { isControlPlane, NodeFacts, projectNode } from './node-facts';
import { judgeNode, STATIC_PODS } from './node-health';

export const node = defineKind<NodeFacts>({
  group: '',
  kind: 'Node',
  plural: 'nodes',
  versions: ['v1'],
  namespaced: false,
  entity: { type: 'kubernetes-node' },
  reads: [
    'metadata.labels',
    'metadata.annotations',
    'spec.unschedulable',
    'spec.taints',
    'spec.podCIDRs',
    'spec.providerID',
    'status.conditions',
    'status.addresses',
    'status.capacity',
    'status.allocatable',
    'status.nodeInfo',
  ],
  project: projectNode,
  provides: ({ facts: { hostname } }) => [
    // For volumes that no node affinity ties: whether there is another node they could be missed on.
    'clusterNodes:',
    // What is tied to a host names it so.
    ...(hostname ? [objectKey('', 'Node', undefined, hostname)] : []),
  ],
  links: ({ meta, facts }) => [
    linkTo(
      'heartbeat',
      {
        group: 'coordination.k8s.io',
        kind: 'Lease',
        namespace: 'kube-node-lease',
        name: meta.name,
      },
      'source',
    ),
    linkByKey('servedBy', 'apiServer', ['control-plane.socle.dev/ApiServer']),
    // By name and few: the pods that run on a node are never enumerated.
    ...(isControlPlane(facts)
      ? STATIC_PODS.map(component =>
          linkTo('staticPod', {
            group: '',
            kind: 'Pod',
            namespace: 'kube-system',
            name: `${component}-${meta.name}`,
          }),
        )
      : []),
    ...(isControlPlane(facts)
      ? [
          linkByKey(
            'partOf',
            'controlPlane',
            ['control-plane.socle.dev/ControlPlane'],
            'source',
          ),
        ]
      : []),
  ],
  health: judgeNode,
  together: ({ facts }) =>
    facts.region
      ? { key: facts.region, title: `region ${facts.region}`, whole: true }
      : undefined,
  reasons: [
    {
      code: 'NodeReady',
      cause: 'The kubelet reports that it is ready.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'NodeSilent',
      cause: 'The kubelet has stopped reporting.',
      evidence: 'status.conditions[type=Ready].status',
    },
    {
      code: 'NodeNotReady',
      cause: 'The kubelet reports that it is not ready.',
      evidence: 'status.conditions[type=Ready].message',
    },
    {
      code: 'NodeNotReported',
      cause: 'The node has not reported its readiness yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'NodeReadinessUnreadable',
      cause: 'The node names no readiness that is known.',
      evidence: 'status.conditions[type=Ready].status',
      remedy: false,
    },
    {
      code: 'NodeUnderPressure',
      cause: 'Memory, disk or process numbers of the node run short.',
      evidence: 'status.conditions',
    },
    {
      code: 'NodeNetworkUnavailable',
      cause: 'The network of the node is not set up.',
      evidence: 'status.conditions[type=NetworkUnavailable].status',
    },
    {
      code: 'NodeCordoned',
      cause: 'The node takes no new pods.',
      evidence: 'spec.unschedulable',
    },
    {
      code: 'NodeOutOfService',
      cause: 'The node is marked out of service.',
      evidence: 'spec.taints',
    },
    {
      code: 'NodeHeartbeatLate',
      cause: 'The lease of the node is not renewed in time.',
      evidence: 'spec.renewTime of its Lease',
    },
    {
      code: 'NodeStaticPodMissing',
      cause: 'A part of the control plane does not run on this node.',
      evidence: 'metadata.name of the static pods',
    },
  ],
  shows: [
    'roles',
    'hostname',
    'internalIP',
    'osImage',
    'talosVersion',
    'kernelVersion',
    'kubeletVersion',
    'containerRuntime',
    'distribution',
    'group',
    'instanceType',
    'provider',
    'extensions',
    'podCIDRs',
    'architecture',
    'zone',
    'region',
    'capacity',
    'allocatable',
    'taints',
    'unschedulable',
  ],
});
