import { KubeObject } from '../../storage/object';
import { DemoNode, DemoPlatform } from '../platform';
import {
  condition,
  days,
  microTime,
  ObjectFactory,
  uidOf,
} from './object-factory';

const PRESSURES = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** Nodes with their heartbeat leases, and the leaders of the control plane. */
export function nodeObjects(
  platform: DemoPlatform,
  make: ObjectFactory,
): KubeObject[] {
  return [
    ...platform.nodes.flatMap(node => [
      nodeObject(platform, node, make),
      heartbeat(node, make),
    ]),
    leader('kube-controller-manager', platform.nodes[0].name, make),
    leader('kube-scheduler', platform.nodes[1].name, make),
    ...platform.nodes
      .filter(node => node.controlPlane)
      .flatMap(node => staticPods(node, make)),
  ];
}

function nodeObject(
  platform: DemoPlatform,
  node: DemoNode,
  make: ObjectFactory,
): KubeObject {
  const silent = node.silentMinutes;
  const at = make.ago(silent ?? days(20));
  const heartbeatAt = make.ago(silent ? silent + 2 : 2);
  const status = (good: 'True' | 'False') => (silent ? 'Unknown' : good);
  const reason = (good: string) => (silent ? 'NodeStatusUnknown' : good);
  const quantities = {
    cpu: String(node.cpu),
    memory: `${node.memoryGi * 1024 * 1024}Ki`,
    'ephemeral-storage': `${node.diskGi}Gi`,
    pods: '110',
  };
  return make.make('v1', 'Node', undefined, node.name, {
    ageMinutes: days(210),
    metadata: {
      labels: {
        'kubernetes.io/hostname': node.name,
        'kubernetes.io/arch': node.arch ?? 'amd64',
        'kubernetes.io/os': 'linux',
        ...(node.controlPlane
          ? { 'node-role.kubernetes.io/control-plane': '' }
          : {}),
      },
      annotations: {
        'cluster.talos.dev/node-id': uidOf('talos', node.name).replace(
          /-/g,
          '',
        ),
      },
    },
    spec: {
      podCIDR: `10.244.${node.ip.split('.')[3]}.0/24`,
      podCIDRs: [`10.244.${node.ip.split('.')[3]}.0/24`],
      ...taintsOf(node, at),
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: node.ip },
        { type: 'Hostname', address: node.name },
      ],
      capacity: quantities,
      allocatable: quantities,
      conditions: [
        ...PRESSURES.map(type => ({
          ...condition(
            type,
            status('False'),
            at,
            reason(`KubeletHasNo${type}`),
            silent
              ? 'Kubelet stopped posting node status.'
              : `kubelet has no ${type}`,
          ),
          lastHeartbeatTime: heartbeatAt,
        })),
        {
          ...condition(
            'Ready',
            status('True'),
            at,
            reason('KubeletReady'),
            silent
              ? 'Kubelet stopped posting node status.'
              : 'kubelet is posting ready status',
          ),
          lastHeartbeatTime: heartbeatAt,
        },
      ],
      nodeInfo: {
        machineID: uidOf('machine', node.name),
        systemUUID: uidOf('system', node.name),
        bootID: uidOf('boot', node.name),
        kernelVersion: '6.18.18-talos',
        osImage: platform.osImage,
        containerRuntimeVersion: 'containerd://2.1.6',
        kubeletVersion: platform.version,
        kubeProxyVersion: '',
        operatingSystem: 'linux',
        architecture: node.arch ?? 'amd64',
      },
    },
  });
}

function heartbeat(node: DemoNode, make: ObjectFactory): KubeObject {
  return make.make(
    'coordination.k8s.io/v1',
    'Lease',
    'kube-node-lease',
    node.name,
    {
      ageMinutes: days(210),
      spec: {
        holderIdentity: node.name,
        leaseDurationSeconds: 40,
        renewTime: microTime(
          make.ago(node.silentMinutes ? node.silentMinutes + 1 : 0.05),
        ),
      },
    },
  );
}

function leader(name: string, node: string, make: ObjectFactory): KubeObject {
  return make.make('coordination.k8s.io/v1', 'Lease', 'kube-system', name, {
    ageMinutes: days(210),
    spec: {
      holderIdentity: `${node}_${uidOf('holder', name)}`,
      leaseDurationSeconds: 15,
      acquireTime: microTime(make.ago(days(6))),
      renewTime: microTime(make.ago(0.02)),
      leaseTransitions: 4,
    },
  });
}

function staticPods(node: DemoNode, make: ObjectFactory): KubeObject[] {
  return ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'].map(
    component => {
      const image = `registry.k8s.io/${component}:v1.35.3`;
      const at = make.ago(days(6));
      return make.make(
        'v1',
        'Pod',
        'kube-system',
        `${component}-${node.name}`,
        {
          ageMinutes: days(6),
          metadata: {
            labels: { tier: 'control-plane', 'k8s-app': component, component },
            annotations: {
              'kubernetes.io/config.mirror': uidOf('mirror', component),
              'kubernetes.io/config.source': 'file',
              'talos.dev/config-version': '4',
            },
          },
          spec: {
            nodeName: node.name,
            hostNetwork: true,
            restartPolicy: 'Always',
            containers: [{ name: component, image }],
          },
          status: {
            phase: 'Running',
            hostIP: node.ip,
            podIP: node.ip,
            startTime: at,
            conditions: [
              'PodScheduled',
              'Initialized',
              'ContainersReady',
              'Ready',
            ].map(type => ({ type, status: 'True', lastTransitionTime: at })),
            containerStatuses: [
              {
                name: component,
                image,
                imageID: image,
                containerID: `containerd://${uidOf(component, node.name)}`,
                ready: true,
                started: true,
                restartCount: 0,
                state: { running: { startedAt: at } },
                lastState: {},
              },
            ],
          },
        },
      );
    },
  );
}

/** Control plane nodes take what tolerates them; a silent node takes nothing. */
function taintsOf(node: DemoNode, at: string): object {
  const taints = [
    ...(node.controlPlane
      ? [
          {
            key: 'node-role.kubernetes.io/control-plane',
            effect: 'NoSchedule',
          },
        ]
      : []),
    ...(node.silentMinutes
      ? ['NoSchedule', 'NoExecute'].map(effect => ({
          key: 'node.kubernetes.io/unreachable',
          effect,
          timeAdded: at,
        }))
      : []),
  ];
  return taints.length > 0 ? { taints } : {};
}
