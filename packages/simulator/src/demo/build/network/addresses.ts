import { KubeObject } from '../../../storage/object';
import { GatedPlatform } from '../../platform';
import {
  condition,
  days,
  ObjectFactory,
  ownedBy,
  rfc3339,
} from '../object-factory';
import { clusterIp } from './services';
import { GATEWAY } from './hosts';

/** No value of the demo is a secret. */
const MADE_UP = Buffer.from('made up for the demo').toString('base64');
const ISSUER = 'letsencrypt';
const DAY = 86_400_000;
/** Let's Encrypt issues for 90 days; cert-manager renews 30 days before the end. */
const LIFE_DAYS = 90;
const RENEW_DAYS = 30;
const ISSUED_DAYS = 20;

/** What brings traffic to the gateway: its address from Cilium's pool, announced by ARP, and the certificates it serves. */
export function entryObjects(
  platform: GatedPlatform,
  gateway: KubeObject,
  make: ObjectFactory,
): KubeObject[] {
  return [
    addressPool(platform, make),
    announcement(make),
    loadBalancer(platform, gateway, make),
    issuer(platform, make),
    ...platform.domains.flatMap(domain => certificate(domain, make)),
  ];
}

function addressPool(
  { loadBalancerPool: { start, stop, available } }: GatedPlatform,
  make: ObjectFactory,
): KubeObject {
  const told = (type: string, message: string) => ({
    ...condition(type, 'Unknown', make.ago(days(80)), 'noreason', message),
    observedGeneration: 1,
  });
  return make.make(
    'cilium.io/v2',
    'CiliumLoadBalancerIPPool',
    undefined,
    'lan',
    {
      spec: { blocks: [{ start, stop }], disabled: false },
      status: {
        conditions: [
          {
            ...told('cilium.io/PoolConflict', ''),
            status: 'False',
            reason: 'resolved',
          },
          told('cilium.io/IPsTotal', String(available + 1)),
          told('cilium.io/IPsAvailable', String(available)),
          told('cilium.io/IPsUsed', '1'),
        ],
      },
    },
  );
}

function announcement(make: ObjectFactory): KubeObject {
  return make.make(
    'cilium.io/v2alpha1',
    'CiliumL2AnnouncementPolicy',
    undefined,
    'gateway',
    {
      spec: {
        loadBalancerIPs: true,
        externalIPs: false,
        interfaces: ['^enp.*'],
        nodeSelector: {
          matchExpressions: [
            {
              key: 'node-role.kubernetes.io/control-plane',
              operator: 'DoesNotExist',
            },
          ],
        },
      },
    },
  );
}

/** The Service that Cilium makes for a Gateway. It selects no pods: the proxy in each Cilium agent answers. */
function loadBalancer(
  { gatewayIp }: GatedPlatform,
  gateway: KubeObject,
  make: ObjectFactory,
): KubeObject {
  const { name, namespace } = GATEWAY;
  return make.make('v1', 'Service', namespace, `cilium-gateway-${name}`, {
    metadata: {
      labels: {
        'gateway.networking.k8s.io/gateway-name': name,
        'io.cilium.gateway/owning-gateway': name,
      },
      ownerReferences: [ownedBy(gateway)],
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'io.cilium/l2-announcer',
      clusterIP: clusterIp(namespace, name),
      clusterIPs: [clusterIp(namespace, name)],
      externalTrafficPolicy: 'Cluster',
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      sessionAffinity: 'None',
      ports: [
        {
          name: 'port-80',
          port: 80,
          protocol: 'TCP',
          targetPort: 80,
          nodePort: 31080,
        },
        {
          name: 'port-443',
          port: 443,
          protocol: 'TCP',
          targetPort: 443,
          nodePort: 31443,
        },
      ],
    },
    status: {
      loadBalancer: { ingress: [{ ip: gatewayIp, ipMode: 'VIP' }] },
      conditions: [
        {
          ...condition(
            'cilium.io/IPAMRequestSatisfied',
            'True',
            make.ago(days(80)),
            'satisfied',
          ),
        },
      ],
    },
  });
}

function issuer({ domains }: GatedPlatform, make: ObjectFactory): KubeObject {
  const server = 'https://acme-v02.api.letsencrypt.org/directory';
  return make.make('cert-manager.io/v1', 'ClusterIssuer', undefined, ISSUER, {
    spec: {
      acme: {
        server,
        email: `platform@${domains[0].name}`,
        privateKeySecretRef: { name: `${ISSUER}-account` },
        solvers: [
          {
            dns01: {
              cloudflare: {
                apiTokenSecretRef: {
                  name: 'dns-credentials',
                  key: 'api-token',
                },
              },
            },
          },
        ],
      },
    },
    status: {
      acme: { uri: 'https://acme-v02.api.letsencrypt.org/acme/acct/1' },
      conditions: [
        {
          ...condition(
            'Ready',
            'True',
            make.ago(days(80)),
            'ACMEAccountRegistered',
            'The ACME account was registered with the ACME server',
          ),
          observedGeneration: 1,
        },
      ],
    },
  });
}

/** A wildcard certificate that was renewed in time, and the Secret that holds it. */
function certificate(
  { name, certificate: secretName }: GatedPlatform['domains'][number],
  make: ObjectFactory,
): KubeObject[] {
  const issued = make.now - ISSUED_DAYS * DAY;
  const { namespace } = GATEWAY;
  return [
    make.make('cert-manager.io/v1', 'Certificate', namespace, secretName, {
      spec: {
        secretName,
        dnsNames: [`*.${name}`, name],
        issuerRef: {
          group: 'cert-manager.io',
          kind: 'ClusterIssuer',
          name: ISSUER,
        },
        privateKey: { rotationPolicy: 'Always' },
      },
      status: {
        conditions: [
          {
            ...condition(
              'Ready',
              'True',
              rfc3339(issued),
              'Ready',
              'Certificate is up to date and has not expired',
            ),
            observedGeneration: 1,
          },
        ],
        notBefore: rfc3339(issued),
        notAfter: rfc3339(issued + LIFE_DAYS * DAY),
        renewalTime: rfc3339(issued + (LIFE_DAYS - RENEW_DAYS) * DAY),
        revision: 2,
      },
    }),
    make.make('v1', 'Secret', namespace, secretName, {
      metadata: {
        labels: { 'controller.cert-manager.io/fao': 'true' },
        annotations: {
          'cert-manager.io/certificate-name': secretName,
          'cert-manager.io/issuer-kind': 'ClusterIssuer',
          'cert-manager.io/issuer-name': ISSUER,
        },
        managedFields: [
          {
            manager: 'cert-manager-certificates-issuing',
            operation: 'Apply',
            apiVersion: 'v1',
            time: rfc3339(issued),
            fieldsType: 'FieldsV1',
            fieldsV1: {
              'f:data': { 'f:tls.crt': {}, 'f:tls.key': {} },
              'f:type': {},
            },
          },
        ],
      },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': MADE_UP, 'tls.key': MADE_UP },
    }),
  ];
}
