import { MonitoringInput, NetworkInput, RouteInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { Manifest, syncAnnotations } from '../emission/manifest';

/** What the policies of an app follow from. */
export interface TrafficInput {
  podLabels: Record<string, string>;
  network?: NetworkInput;
  route?: RouteInput;
  monitoring?: MonitoringInput;
}

const inNamespace = (name: string) => ({
  matchLabels: { 'kubernetes.io/metadata.name': name },
});

const tcp = (ports: readonly number[]) =>
  ports.map(port => ({ protocol: 'TCP', port }));

/**
 * Lets in what was asked for, the app itself and Prometheus. What comes through the gateway is not named here where
 * Cilium is: only its own policy can.
 */
export function networkPolicy(
  app: string,
  namespace: string,
  { podLabels, network, route, monitoring }: TrafficInput,
  conventions: Conventions,
): Manifest {
  const egress = network?.egress;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: app, namespace, annotations: syncAnnotations(-1) },
    spec: {
      podSelector: { matchLabels: podLabels },
      policyTypes: egress ? ['Ingress', 'Egress'] : ['Ingress'],
      ingress: [
        { from: [{ podSelector: { matchLabels: podLabels } }] },
        ...(monitoring
          ? [
              {
                from: [
                  {
                    namespaceSelector: inNamespace(
                      conventions.monitoring.namespace,
                    ),
                    podSelector: {
                      matchLabels: conventions.monitoring.podLabels,
                    },
                  },
                ],
                ports: tcp([monitoring.portNumber]),
              },
            ]
          : []),
        ...(route && !conventions.network.cilium
          ? [
              {
                from: [
                  {
                    namespaceSelector: inNamespace(
                      conventions.gateway.namespace,
                    ),
                  },
                ],
                ports: tcp([route.targetPort ?? route.port]),
              },
            ]
          : []),
        ...(network?.from ?? []).map(one => ({
          from: [{ namespaceSelector: inNamespace(one.namespace) }],
          ports: tcp(one.ports),
        })),
      ],
      ...(egress
        ? { egress: egressRules(podLabels, network, conventions) }
        : {}),
    },
  };
}

function egressRules(
  podLabels: Record<string, string>,
  network: NetworkInput | undefined,
  { network: { dns } }: Conventions,
): object[] {
  return [
    {
      to: [
        {
          namespaceSelector: inNamespace(dns.namespace),
          podSelector: { matchLabels: dns.podLabels },
        },
      ],
      ports: [
        { protocol: 'UDP', port: 53 },
        { protocol: 'TCP', port: 53 },
      ],
    },
    { to: [{ podSelector: { matchLabels: podLabels } }] },
    ...(network?.egress ?? []).map(one => ({
      to: [
        {
          namespaceSelector: inNamespace(one.namespace),
          ...(one.podLabels
            ? { podSelector: { matchLabels: one.podLabels } }
            : {}),
        },
      ],
      ports: tcp(one.ports),
    })),
    ...(network?.internet
      ? [
          {
            to: [
              {
                ipBlock: {
                  cidr: '0.0.0.0/0',
                  except: [
                    '10.0.0.0/8',
                    '172.16.0.0/12',
                    '192.168.0.0/16',
                    '169.254.0.0/16',
                  ],
                },
              },
            ],
            ports: tcp([80, 443]),
          },
        ]
      : []),
  ];
}

/** Lets in what comes through Cilium's gateway: it has the reserved identity `ingress`, which no NetworkPolicy can name. */
export function gatewayPolicy(
  app: string,
  namespace: string,
  podLabels: Record<string, string>,
  route: RouteInput,
): Manifest {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: {
      name: `${app}-from-gateway`,
      namespace,
      annotations: syncAnnotations(-1),
    },
    spec: {
      endpointSelector: { matchLabels: podLabels },
      ingress: [
        {
          fromEntities: ['ingress'],
          toPorts: [
            {
              ports: [
                {
                  port: String(route.targetPort ?? route.port),
                  protocol: 'TCP',
                },
              ],
            },
          ],
        },
      ],
    },
  };
}
