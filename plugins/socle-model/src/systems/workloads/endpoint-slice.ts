import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import {
  labelAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { plural } from './counts';

export type EndpointSliceFacts = {
  service?: string;
  ready: number;
  total: number;
  addressType?: string;
  /** Names of the pods behind it, in its own namespace. */
  pods?: string[];
};

export const endpointSlice = defineKind<EndpointSliceFacts>({
  group: 'discovery.k8s.io',
  kind: 'EndpointSlice',
  plural: 'endpointslices',
  versions: ['v1'],
  namespaced: true,
  statusless: true,
  reads: [
    'metadata.labels',
    'addressType',
    'endpoints.conditions',
    'endpoints.targetRef.kind',
    'endpoints.targetRef.name',
  ],
  project: projectSlice,
  links: ({ meta, facts }) => [
    ...(facts.service
      ? [
          linkTo(
            'endpointsOf',
            {
              group: '',
              kind: 'Service',
              namespace: meta.namespace,
              name: facts.service,
            },
            'source',
          ),
        ]
      : []),
    ...(facts.pods ?? []).map(name =>
      linkTo(
        'endpoint',
        { group: '', kind: 'Pod', namespace: meta.namespace, name },
        'target',
      ),
    ),
  ],
  health: judgeSlice,
  reasons: [
    {
      code: 'EndpointSliceReady',
      cause: 'Endpoints take traffic.',
      evidence: 'endpoints[].conditions.ready',
      remedy: false,
    },
    {
      code: 'EndpointSliceNoneReady',
      cause: 'There are endpoints, and none takes traffic.',
      evidence: 'endpoints[].conditions.ready',
    },
  ],
  shows: ['addressType', 'service'],
});

function projectSlice(raw: RawObject): EndpointSliceFacts {
  const given = valueAt(raw, 'endpoints');
  if (given !== undefined && given !== null && !Array.isArray(given)) {
    throw new Error('endpoints is not a list');
  }
  const endpoints = objectsAt(raw, 'endpoints');
  const pods = endpoints
    .filter(endpoint => stringAt(endpoint, 'targetRef', 'kind') === 'Pod')
    .map(endpoint => stringAt(endpoint, 'targetRef', 'name'))
    .filter((name): name is string => name !== undefined);
  return {
    service: labelAt(raw, 'kubernetes.io/service-name'),
    ready: endpoints.filter(isReady).length,
    total: endpoints.length,
    addressType: stringAt(raw, 'addressType'),
    ...(pods.length > 0 ? { pods } : {}),
  };
}

/** A condition that is not given counts as ready, as the API has it. */
function isReady(endpoint: RawObject): boolean {
  const ready = valueAt(endpoint, 'conditions', 'ready');
  return ready === undefined || ready === null || ready === true;
}

function isBroken({ verdict }: Resource): boolean {
  return verdict.status === 'failed' || verdict.status === 'degraded';
}

function judgeSlice(
  { facts }: Resource<EndpointSliceFacts>,
  context: HealthContext,
): Verdict {
  const { ready, total } = facts;
  if (total === 0) {
    return unknown('NoState', 'No endpoints.');
  }
  if (ready === 0) {
    return failed(
      'EndpointSliceNoneReady',
      `0 of ${plural(total, 'endpoint')} ready.`,
      {
        evidence: [
          { path: 'endpoints[].conditions.ready', value: false },
          // The only pod of a Service takes it down, however mild its own trouble is.
          ...context
            .targets('endpoint')
            .flatMap(pod =>
              pod.state === 'present' && isBroken(pod.resource)
                ? [
                    {
                      of: pod.resource,
                      path: 'status.conditions[type=Ready].status',
                      value: 'False',
                    },
                  ]
                : [],
            )
            .slice(0, 3),
        ],
      },
    );
  }
  return healthy(
    'EndpointSliceReady',
    `${ready} of ${plural(total, 'endpoint')} ready.`,
  );
}
