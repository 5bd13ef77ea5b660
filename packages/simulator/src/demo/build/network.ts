import { KubeObject } from '../../storage/object';
import { DemoApplication, DemoPlatform } from '../platform';
import { hostOf } from './applications';
import { condition, ObjectFactory, uidOf } from './object-factory';
import { PlacedPod } from './workloads';

const GATEWAY = { name: 'platform', namespace: 'gateway' };

/** The one gateway that all traffic comes in by. */
export function gatewayObjects(
  platform: DemoPlatform,
  routes: number,
  make: ObjectFactory,
): KubeObject[] {
  const at = make.ago(60 * 24 * 80);
  const accepted = [
    condition(
      'Accepted',
      'True',
      at,
      'Accepted',
      'Gateway successfully scheduled',
    ),
    condition(
      'Programmed',
      'True',
      at,
      'Programmed',
      'Gateway successfully reconciled',
    ),
  ];
  const seen = accepted.map(one => ({ ...one, observedGeneration: 1 }));
  return [
    make.make(
      'gateway.networking.k8s.io/v1',
      'GatewayClass',
      undefined,
      'cilium',
      {
        spec: { controllerName: 'io.cilium/gateway-controller' },
        status: {
          conditions: [
            {
              ...condition(
                'Accepted',
                'True',
                at,
                'Accepted',
                'Valid GatewayClass',
              ),
              observedGeneration: 1,
            },
          ],
        },
      },
    ),
    make.make(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      GATEWAY.namespace,
      GATEWAY.name,
      {
        spec: {
          gatewayClassName: 'cilium',
          addresses: [{ type: 'IPAddress', value: '192.168.0.200' }],
          listeners: [
            {
              name: 'http',
              port: 80,
              protocol: 'HTTP',
              allowedRoutes: { namespaces: { from: 'All' } },
            },
            {
              name: 'https',
              port: 443,
              protocol: 'HTTPS',
              hostname: `*.${platform.domain}`,
              allowedRoutes: { namespaces: { from: 'All' } },
              tls: {
                mode: 'Terminate',
                certificateRefs: [{ kind: 'Secret', name: 'wildcard-tls' }],
              },
            },
          ],
        },
        status: {
          addresses: [{ type: 'IPAddress', value: '192.168.0.200' }],
          conditions: seen,
          listeners: ['http', 'https'].map(name => ({
            name,
            attachedRoutes: name === 'https' ? routes : 1,
            supportedKinds: [
              { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' },
            ],
            conditions: [
              ...seen,
              {
                ...condition(
                  'ResolvedRefs',
                  'True',
                  at,
                  'ResolvedRefs',
                  'Resolved Refs',
                ),
                observedGeneration: 1,
              },
            ],
          })),
        },
      },
    ),
  ];
}

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
    const labels = {
      'app.kubernetes.io/name': workload.name,
      'app.kubernetes.io/instance': application.name,
    };
    const service = make.make(
      'v1',
      'Service',
      application.namespace,
      workload.name,
      {
        metadata: { labels },
        spec: {
          type: 'ClusterIP',
          selector: labels,
          ports: [
            { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' },
          ],
          clusterIP: clusterIp(application.namespace, workload.name),
          sessionAffinity: 'None',
        },
        status: { loadBalancer: {} },
      },
    );
    objects.push(service, endpoints(service, own, labels, make));
  }
  const host = hostOf(platform, application);
  if (host && application.workloads.length > 0) {
    objects.push(route(application, host, make));
  }
  return objects;
}

function clusterIp(...of: string[]): string {
  const hex = uidOf('service', ...of);
  return `10.${96 + (parseInt(hex.slice(0, 1), 16) % 16)}.${parseInt(
    hex.slice(1, 3),
    16,
  )}.${(parseInt(hex.slice(3, 5), 16) % 250) + 1}`;
}

function endpoints(
  service: KubeObject,
  pods: PlacedPod[],
  labels: object,
  make: ObjectFactory,
): KubeObject {
  const { namespace, name } = service.metadata;
  return make.make(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    namespace,
    `${name}-${uidOf('slice', namespace ?? '', name).slice(0, 5)}`,
    {
      metadata: {
        labels: {
          ...labels,
          'kubernetes.io/service-name': name,
          'endpointslice.kubernetes.io/managed-by':
            'endpointslice-controller.k8s.io',
        },
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Service',
            name,
            uid: String(service.metadata.uid),
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      addressType: 'IPv4',
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
      endpoints: pods.flatMap(({ pod, node }) => {
        const status = pod.status as {
          podIP?: string;
          conditions: Array<{ type: string; status: string }>;
        };
        if (!status.podIP) return [];
        const ready = status.conditions.some(
          one => one.type === 'Ready' && one.status === 'True',
        );
        return [
          {
            addresses: [status.podIP],
            conditions: { ready, serving: ready, terminating: false },
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
  application: DemoApplication,
  host: string,
  make: ObjectFactory,
): KubeObject {
  const at = make.ago(60 * 24 * 80);
  const parentRef = {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    ...GATEWAY,
    sectionName: 'https',
  };
  return make.make(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    application.namespace,
    application.name,
    {
      spec: {
        parentRefs: [parentRef],
        hostnames: [host],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [
              {
                group: '',
                kind: 'Service',
                name: application.workloads[0].name,
                port: 80,
                weight: 1,
              },
            ],
          },
        ],
      },
      status: {
        parents: [
          {
            parentRef,
            controllerName: 'io.cilium/gateway-controller',
            conditions: [
              {
                ...condition(
                  'Accepted',
                  'True',
                  at,
                  'Accepted',
                  'Accepted HTTPRoute',
                ),
                observedGeneration: 1,
              },
              {
                ...condition(
                  'ResolvedRefs',
                  'True',
                  at,
                  'ResolvedRefs',
                  'Service reference is valid',
                ),
                observedGeneration: 1,
              },
            ],
          },
        ],
      },
    },
  );
}
