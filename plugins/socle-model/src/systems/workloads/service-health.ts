import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictMaker,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { plural } from './counts';
import type { EndpointSliceFacts } from './endpoint-slice';
import type { ServiceFacts } from './service';

const MINUTE = 60_000;

export function judgeService(
  service: Resource<ServiceFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = service;
  if (meta.origin === 'git' && !meta.hasStatus) {
    return unknown('DefinedInGit', 'Defined in Git, no status read.');
  }
  switch (facts.type) {
    case 'ExternalName':
      return unknown(
        'NoState',
        `An alias for ${
          facts.externalName ?? 'an external name'
        }: nothing to judge.`,
      );
    case 'LoadBalancer':
      return judgeLoadBalancer(service, context);
    case 'ClusterIP':
    case 'NodePort':
      return (
        judgeEndpoints(service, context) ??
        unknown(
          'ServiceEndpointsNotRead',
          'What is behind the Service was not read.',
          {
            evidence: [
              { path: 'spec.selector', value: facts.selector ?? null },
            ],
          },
        )
      );
    default:
      return unknown(
        'ServiceTypeUnknown',
        `The type "${facts.type}" is not known.`,
        {
          evidence: [{ path: 'spec.type', value: facts.type }],
        },
      );
  }
}

function judgeLoadBalancer(
  service: Resource<ServiceFacts>,
  context: HealthContext,
): Verdict {
  const { addresses } = service.facts;
  if (!addresses) {
    return judgeWithoutAddress(service, context);
  }
  const lease = context.target('announcedBy');
  const announced =
    lease?.state === 'present' ? lease.resource.verdict : undefined;
  if (lease?.state === 'present' && announced?.status === 'failed') {
    const why = `Nobody answers for ${addresses.join(', ')}`;
    return notAnnounced(failed, why, lease.resource);
  }
  const behind = judgeEndpoints(service, context);
  // The lease still names a node that does not work: another takes over once it has run out.
  if (
    lease?.state === 'present' &&
    announced?.reason === 'LeaseHolderNotReady' &&
    behind?.status !== 'failed'
  ) {
    const why = `Perhaps nobody answers for ${addresses.join(', ')}`;
    return notAnnounced(degraded, why, lease.resource);
  }
  // Some controllers (Cilium's gateways among them) answer without a selector: then the address is what counts.
  return behind && behind.reason !== 'NoState'
    ? behind
    : healthy('ServiceHasAddress', `Reachable at ${addresses.join(', ')}.`);
}

function notAnnounced(
  verdict: VerdictMaker,
  why: string,
  lease: Resource,
): Verdict {
  return verdict('ServiceNotAnnounced', `${why}: ${lease.verdict.message}`, {
    evidence: lease.verdict.evidence?.map(one => ({ of: lease, ...one })),
  });
}

function judgeWithoutAddress(
  { facts, meta }: Resource<ServiceFacts>,
  context: HealthContext,
): Verdict {
  const { ipam } = facts;
  if (ipam?.status === 'False') {
    const since = ipam.at ?? meta.created;
    const due =
      since === undefined
        ? 0
        : since + context.thresholds.loadBalancerAddressMinutes * MINUTE;
    const evidence = [
      {
        path: 'status.conditions[type=cilium.io/IPAMRequestSatisfied].reason',
        value: ipam.reason ?? null,
      },
    ];
    return context.now > due
      ? failed(
          'ServiceAddressRefused',
          `No address (${ipam.reason ?? 'no reason given'}): ${said(ipam)}`,
          { evidence },
        )
      : progressing(
          'ServiceAddressPending',
          `No address yet (${ipam.reason ?? 'no reason given'}): ${said(ipam)}`,
          {
            evidence,
            recheckAt: due + 1,
          },
        );
  }
  const evidence = [{ path: 'status.loadBalancer.ingress', value: null }];
  const due =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.progressMinutes * MINUTE;
  if (due !== undefined && context.now > due) {
    return degraded(
      'ServiceAddressPending',
      `No address since ${formatTime(
        meta.created!,
      )}, and no controller says why${
        facts.loadBalancerClass ? ` (class ${facts.loadBalancerClass})` : ''
      }.`,
      { evidence },
    );
  }
  return progressing('ServiceAddressPending', 'No address yet.', {
    evidence,
    ...(due === undefined ? {} : { recheckAt: due + 1 }),
  });
}

/** By the slices of the Service; undefined where they were not read. */
function judgeEndpoints(
  { facts }: Resource<ServiceFacts>,
  context: HealthContext,
): Verdict | undefined {
  const slices = context.incoming<EndpointSliceFacts>(
    'endpointsOf',
    'discovery.k8s.io/EndpointSlice',
  );
  const readable = slices.items.filter(({ meta }) => !meta.unreadable);
  const ready = readable.reduce((sum, slice) => sum + slice.facts.ready, 0);
  const total = readable.reduce((sum, slice) => sum + slice.facts.total, 0);
  if (ready > 0) {
    return healthy(
      'ServiceHasEndpoints',
      `${ready} of ${plural(total, 'endpoint')} ready.`,
    );
  }
  if (total > 0) {
    return failed(
      'ServiceNoReadyEndpoint',
      `0 of ${plural(total, 'endpoint')} ready.`,
      {
        evidence: readable.map(slice => ({
          of: slice,
          path: 'endpoints[].conditions.ready',
          value: false,
        })),
      },
    );
  }
  if (!facts.selector) {
    return unknown(
      'NoState',
      'The Service has no selector: what is behind it is not the business of Kubernetes.',
    );
  }
  return slices.listed && readable.length === slices.items.length
    ? unknown(
        'ServiceSelectsNoPods',
        `No pod with an address matches the selector ${labels(
          facts.selector,
        )}: scaled to zero, not placed yet, or a typo.`,
        {
          evidence: [{ path: 'spec.selector', value: facts.selector }],
        },
      )
    : undefined;
}

function labels(selector: { [label: string]: string }): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
