import { KubeObject } from '../../storage/object';
import { DemoNode, DemoPlatform } from '../platform';
import { days, microTime, ObjectFactory, uidOf } from './object-factory';

/** The leaders of the control plane, and its static pods where the platform shows them. */
export function controlPlaneObjects(
  platform: DemoPlatform,
  make: ObjectFactory,
): KubeObject[] {
  const { nodes } = platform;
  const [controllers, scheduler] = platform.leaders ?? [
    nodes[0].name,
    (nodes[1] ?? nodes[0]).name,
  ];
  return [
    leader('kube-controller-manager', controllers, make),
    leader('kube-scheduler', scheduler, make),
    ...nodes
      .filter(node => node.controlPlane)
      .flatMap(node => staticPods(platform, node, make)),
  ];
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

function staticPods(
  platform: DemoPlatform,
  node: DemoNode,
  make: ObjectFactory,
): KubeObject[] {
  return (platform.staticPods ?? []).map(component => {
    const image =
      component === 'etcd'
        ? 'registry.k8s.io/etcd:3.6.5-0'
        : `registry.k8s.io/${component}:${platform.version}`;
    const at = make.ago(days(6));
    return make.make('v1', 'Pod', 'kube-system', `${component}-${node.name}`, {
      ageMinutes: days(6),
      metadata: {
        labels: { tier: 'control-plane', 'k8s-app': component, component },
        annotations: {
          'kubernetes.io/config.mirror': uidOf('mirror', component),
          'kubernetes.io/config.source': 'file',
          ...(platform.osImage.startsWith('Talos')
            ? { 'talos.dev/config-version': '4' }
            : {}),
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
    });
  });
}
