import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import {
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  stringMapAt,
  valueAt,
} from '../../reading/raw';
import { ownedBy } from '../../definition/ownership';
import { judgeService } from './service-health';

type Port = { port: number; name?: string; protocol?: string; target?: string };

export type ServiceFacts = {
  type: string;
  clusterIP?: string;
  selector?: { [label: string]: string };
  ports?: Port[];
  /** Addresses, by IP or host name, of a load balancer. */
  addresses?: string[];
  loadBalancerClass?: string;
  /** What Cilium's address management says of the request. */
  ipam?: Condition;
  externalName?: string;
};

/** Only these take part in Cilium's L2 announcements. */
const L2_CLASSES = [undefined, 'io.cilium/l2-announcer'];

export const service = defineKind<ServiceFacts>({
  group: '',
  kind: 'Service',
  plural: 'services',
  versions: ['v1'],
  namespaced: true,
  // Only a load balancer has a status; the others are judged by what is behind them.
  statusless: true,
  patienceMinutes: 0,
  reads: [
    'spec.type',
    'spec.clusterIP',
    'spec.selector',
    'spec.ports',
    'spec.loadBalancerClass',
    'spec.externalName',
    'status.loadBalancer',
    'status.conditions',
  ],
  project: projectService,
  links: ({ meta, facts }) => [...ownedBy(meta), ...announcement(meta, facts)],
  health: judgeService,
  reasons: [
    {
      code: 'ServiceHasEndpoints',
      cause: 'Endpoints behind the Service are ready.',
      evidence: 'endpoints[].conditions.ready of its EndpointSlices',
      remedy: false,
    },
    {
      code: 'ServiceHasAddress',
      cause:
        'The load balancer has an address; what is behind it was not read.',
      evidence: 'status.loadBalancer.ingress',
      remedy: false,
    },
    {
      code: 'ServiceNoReadyEndpoint',
      cause: 'No endpoint behind the Service is ready.',
      evidence: 'endpoints[].conditions.ready of its EndpointSlices',
    },
    {
      code: 'ServiceSelectsNoPods',
      cause:
        'The selector matches no pod with an address: scaled to zero, not placed yet, or a typo.',
      evidence: 'spec.selector',
    },
    {
      code: 'ServiceEndpointsNotRead',
      cause: 'What is behind the Service was not read.',
      evidence: 'spec.selector',
      remedy: false,
    },
    {
      code: 'ServiceAddressPending',
      cause: 'The load balancer has no address yet.',
      evidence: 'status.loadBalancer.ingress',
    },
    {
      code: 'ServiceAddressRefused',
      cause: 'The address pools cannot serve the load balancer.',
      evidence: 'status.conditions[type=cilium.io/IPAMRequestSatisfied].reason',
    },
    {
      code: 'ServiceNotAnnounced',
      cause: 'No node answers for the address of the load balancer.',
      evidence: 'spec.renewTime of its announcement Lease',
    },
    {
      code: 'ServiceTypeUnknown',
      cause: 'The Service is of a type that is not known.',
      evidence: 'spec.type',
      remedy: false,
    },
  ],
  shows: [
    'type',
    'clusterIP',
    'selector',
    'ports',
    'addresses',
    'loadBalancerClass',
    'externalName',
  ],
});

function projectService(raw: RawObject): ServiceFacts {
  const ports = objectsAt(raw, 'spec', 'ports').flatMap(entry => {
    const port = numberAt(entry, 'port');
    const target = valueAt(entry, 'targetPort');
    return port === undefined
      ? []
      : [
          {
            port,
            name: stringAt(entry, 'name'),
            protocol: stringAt(entry, 'protocol'),
            target:
              typeof target === 'string' || typeof target === 'number'
                ? String(target)
                : undefined,
          },
        ];
  });
  const selector = stringMapAt(raw, 'spec', 'selector');
  const addresses = objectsAt(raw, 'status', 'loadBalancer', 'ingress')
    .map(ingress => stringAt(ingress, 'ip') ?? stringAt(ingress, 'hostname'))
    .filter((address): address is string => address !== undefined);
  return {
    type: stringAt(raw, 'spec', 'type') ?? 'ClusterIP',
    clusterIP: stringAt(raw, 'spec', 'clusterIP'),
    ...(Object.keys(selector).length > 0 ? { selector } : {}),
    ...(ports.length > 0 ? { ports } : {}),
    ...(addresses.length > 0 ? { addresses } : {}),
    loadBalancerClass: stringAt(raw, 'spec', 'loadBalancerClass'),
    ipam: condition(conditionsAt(raw), 'cilium.io/IPAMRequestSatisfied'),
    externalName: stringAt(raw, 'spec', 'externalName'),
  };
}

/** Cilium keeps one lease for each address that it announces on the local network. */
function announcement(meta: Resource['meta'], facts: ServiceFacts): Link[] {
  return facts.type === 'LoadBalancer' &&
    L2_CLASSES.includes(facts.loadBalancerClass)
    ? [
        linkTo(
          'announcedBy',
          {
            group: 'coordination.k8s.io',
            kind: 'Lease',
            namespace: 'kube-system',
            name: `cilium-l2announce-${meta.namespace ?? ''}-${meta.name}`,
          },
          'target',
        ),
      ]
    : [];
}
