import { clusterIp } from '../../demo/build/network/services';
import { ownedBy, uidOf } from '../../demo/build/object-factory';
import {
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';
import { Hands } from '../hands';
import { isReady } from './pods';

const MANAGER = 'kube-controller-manager';

/** Addresses of services, and who is behind them as long as they are there. */
export class ServiceController {
  constructor(private readonly hands: Hands) {}

  settle(service: KubeObject): boolean {
    this.giveAddress(service);
    const selector = fieldsAt(service, 'spec', 'selector');
    if (Object.keys(selector).length > 0) this.writeSlice(service, selector);
    return false;
  }

  private giveAddress(service: KubeObject): void {
    const { namespace = '', name } = service.metadata;
    if (textAt(service, 'spec', 'clusterIP')) return;
    const ip = clusterIp(namespace, name);
    this.hands.merge(
      service,
      {
        spec: {
          clusterIP: ip,
          clusterIPs: [ip],
          type: textAt(service, 'spec', 'type') || 'ClusterIP',
          internalTrafficPolicy: 'Cluster',
          ipFamilies: ['IPv4'],
          ipFamilyPolicy: 'SingleStack',
          sessionAffinity: 'None',
        },
        status: { loadBalancer: {} },
      },
      'kube-apiserver',
    );
  }

  private writeSlice(service: KubeObject, selector: Fields): void {
    const { namespace = '', name, labels } = service.metadata;
    const pods = this.hands
      .list('', 'Pod')
      .filter(
        pod =>
          pod.metadata.namespace === namespace &&
          Object.entries(selector).every(
            ([key, value]) => pod.metadata.labels?.[key] === value,
          ),
      );
    const ports = listAt(service, 'spec', 'ports').map(port => ({
      name: textAt(port, 'name'),
      port: portOf(port, pods[0]),
      protocol: textAt(port, 'protocol') || 'TCP',
    }));
    this.hands.apply(
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: {
          name: `${name}-${uidOf('slice', namespace, name).slice(0, 5)}`,
          namespace,
          generateName: `${name}-`,
          labels: {
            ...labels,
            'kubernetes.io/service-name': name,
            'endpointslice.kubernetes.io/managed-by':
              'endpointslice-controller.k8s.io',
          },
          ownerReferences: [ownedBy(service)],
        },
        addressType: 'IPv4',
        ports,
        endpoints: pods.flatMap(endpointOf),
      },
      MANAGER,
    );
  }
}

function endpointOf(pod: KubeObject): object[] {
  const address = textAt(pod, 'status', 'podIP');
  if (!address) return [];
  const { namespace, name, uid, deletionTimestamp } = pod.metadata;
  const ready = isReady(pod);
  return [
    {
      addresses: [address],
      conditions: {
        ready,
        serving: ready,
        terminating: deletionTimestamp !== undefined,
      },
      nodeName: textAt(pod, 'spec', 'nodeName'),
      targetRef: { kind: 'Pod', namespace, name, uid },
    },
  ];
}

/** A port that is named is that of the pod's container of this name. */
function portOf(port: unknown, pod: KubeObject | undefined): number {
  const { targetPort, port: own } = fieldsAt(port);
  if (typeof targetPort === 'number') return targetPort;
  const named = listAt(pod, 'spec', 'containers')
    .flatMap(container => listAt(container, 'ports'))
    .filter(isFields)
    .find(one => one.name === targetPort);
  return Number(named?.containerPort ?? own ?? 80);
}
