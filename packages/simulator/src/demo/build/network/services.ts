import { KubeObject } from '../../../storage/object';
import {
  DemoApplication,
  DemoPlatform,
  DemoService,
  DemoWorkload,
  isGated,
} from '../../platform';
import { ObjectFactory, ownedBy, ownedByNamed, uidOf } from '../object-factory';
import { labelsOf } from '../workloads/of-workload';
import { PlacedPod } from '../workloads/workload-objects';
import { API, parentOf, routeStatus } from './gateway';
import { exposedWorkload, hostOf, listenerOf } from './hosts';

/** The service of each workload of an application, its endpoints, and the route of its host. */
export function networkObjects(
  platform: DemoPlatform,
  application: DemoApplication,
  pods: PlacedPod[],
  make: ObjectFactory,
): KubeObject[] {
  const objects: KubeObject[] = [];
  for (const workload of application.workloads) {
    if (workload.kind === 'DaemonSet') continue;
    const own = pods.filter(placed => placed.workload === workload);
    for (const wanted of servicesOf(workload)) {
      const service = serviceObject(application, workload, wanted, make);
      objects.push(service, endpointSlice(service, wanted, own, make));
    }
  }
  const host = hostOf(platform, application);
  const workload = exposedWorkload(application);
  if (host && workload && isGated(platform)) {
    objects.push(route(platform, application, host, workload, make));
  }
  return objects;
}

function servicesOf({ name, port, services }: DemoWorkload): DemoService[] {
  return (
    services ?? [
      {
        name,
        port: port ?? 80,
        portName: port === undefined ? 'http' : 'client',
      },
    ]
  );
}

/** Where the containers listen, who are not root: 80 is opened further up. */
function targetOf({ port }: DemoService): number {
  return port === 80 ? 8080 : port;
}

function serviceObject(
  application: DemoApplication,
  workload: DemoWorkload,
  wanted: DemoService,
  make: ObjectFactory,
): KubeObject {
  const { namespace } = application;
  const { name, port, portName } = wanted;
  const labels = labelsOf(application, workload);
  const ip = clusterIp(namespace, name);
  return make.make('v1', 'Service', namespace, name, {
    metadata: {
      labels,
      ...(workload.services && workload.ownedBy
        ? { ownerReferences: [ownedByNamed(namespace, workload.ownedBy)] }
        : {}),
    },
    spec: {
      type: 'ClusterIP',
      selector: { ...labels, ...wanted.selector },
      ports: [
        {
          name: portName,
          port,
          targetPort: targetOf(wanted),
          protocol: 'TCP',
        },
      ],
      clusterIP: ip,
      clusterIPs: [ip],
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      sessionAffinity: 'None',
    },
    status: { loadBalancer: {} },
  });
}

/** An address of the service network, the same for a name. */
export function clusterIp(...of: string[]): string {
  const hex = uidOf('service', ...of);
  const [second, third, fourth] = [0, 2, 4].map(at =>
    parseInt(hex.slice(at, at + 2), 16),
  );
  return `10.${96 + (second % 16)}.${third}.${(fourth % 250) + 1}`;
}

function endpointSlice(
  service: KubeObject,
  wanted: DemoService,
  pods: PlacedPod[],
  make: ObjectFactory,
): KubeObject {
  const { namespace = '', name, labels } = service.metadata;
  const selected = pods.filter(({ pod }) =>
    Object.entries(wanted.selector ?? {}).every(
      ([key, value]) => pod.metadata.labels?.[key] === value,
    ),
  );
  return make.make(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    namespace,
    `${name}-${uidOf('slice', namespace, name).slice(0, 5)}`,
    {
      metadata: {
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
      ports: [
        { name: wanted.portName, port: targetOf(wanted), protocol: 'TCP' },
      ],
      endpoints: selected.flatMap(({ pod, node }) => {
        const { podIP, conditions } = pod.status as {
          podIP?: string;
          conditions: Array<{ type: string; status: string }>;
        };
        if (!podIP) return [];
        const serving = conditions.some(
          one => one.type === 'Ready' && one.status === 'True',
        );
        const terminating = pod.metadata.deletionTimestamp !== undefined;
        return [
          {
            addresses: [podIP],
            conditions: {
              ready: serving && !terminating,
              serving,
              terminating,
            },
            nodeName: node.name,
            targetRef: {
              kind: 'Pod',
              namespace,
              name: pod.metadata.name,
              uid: pod.metadata.uid,
            },
          },
        ];
      }),
    },
  );
}

function route(
  platform: DemoPlatform,
  application: DemoApplication,
  host: string,
  workload: DemoWorkload,
  make: ObjectFactory,
): KubeObject {
  const [{ name, port }] = servicesOf(workload);
  const parentRef = parentOf(listenerOf(platform, host));
  return make.make(API, 'HTTPRoute', application.namespace, application.name, {
    spec: {
      parentRefs: [parentRef],
      hostnames: [host],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ group: '', kind: 'Service', name, port, weight: 1 }],
        },
      ],
    },
    status: routeStatus(parentRef, make),
  });
}
