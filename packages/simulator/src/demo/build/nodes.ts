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

/** Nodes with their heartbeat leases. */
export function nodeObjects(
  platform: DemoPlatform,
  make: ObjectFactory,
): KubeObject[] {
  return [
    ...platform.nodes.flatMap(node => [
      nodeObject(platform, node, make),
      heartbeat(node, make),
    ]),
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
        ...node.labels,
        ...(node.controlPlane
          ? { 'node-role.kubernetes.io/control-plane': '' }
          : {}),
      },
      annotations: {
        ...(platform.osImage.startsWith('Talos')
          ? {
              'cluster.talos.dev/node-id': uidOf('talos', node.name).replace(
                /-/g,
                '',
              ),
            }
          : {}),
        ...(node.used ? { 'simulator.socle.dev/used': node.used } : {}),
        ...platform.nodeAnnotations,
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
          ...(node.pressure?.type === type
            ? condition(
                type,
                'True',
                make.ago(node.pressure.minutes),
                `KubeletHas${type}`,
                node.pressure.message,
              )
            : condition(
                type,
                status('False'),
                at,
                reason(`KubeletHasNo${type}`),
                silent
                  ? 'Kubelet stopped posting node status.'
                  : `kubelet has no ${type}`,
              )),
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
        kernelVersion: platform.kernel ?? '6.8.0-84-generic',
        osImage: platform.osImage,
        containerRuntimeVersion: platform.runtime ?? 'containerd://2.1.6',
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
