import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, conditionAt, said } from '../../reading/conditions';
import { stringAt } from '../../reading/raw';

export type ApiServiceFacts = {
  available?: Condition;
  /** Where the API is served, where the API server does not serve it itself. */
  service?: { namespace: string; name: string };
};

/** An API that the API server serves itself, or passes on. Argo CD reads one that is not available as progressing. */
export const apiService = defineKind<ApiServiceFacts>({
  group: 'apiregistration.k8s.io',
  kind: 'APIService',
  plural: 'apiservices',
  versions: ['v1'],
  namespaced: false,
  reads: ['spec.service', 'status.conditions'],
  project: raw => {
    const name = stringAt(raw, 'spec', 'service', 'name');
    const namespace = stringAt(raw, 'spec', 'service', 'namespace');
    return {
      available: conditionAt('Available', raw, 'status', 'conditions'),
      ...(name && namespace ? { service: { namespace, name } } : {}),
    };
  },
  links: ({ facts }) =>
    facts.service
      ? [
          linkTo(
            'service',
            { group: '', kind: 'Service', ...facts.service },
            'target',
          ),
        ]
      : [],
  health: judgeApiService,
  reasons: [
    {
      code: 'ApiServiceAvailable',
      cause: 'The API answers.',
      evidence: 'status.conditions[type=Available].status',
      remedy: false,
    },
    {
      code: 'ApiServiceUnavailable',
      cause: 'The API is registered and does not answer.',
      evidence: 'status.conditions[type=Available].reason',
    },
    {
      code: 'ApiServiceNotChecked',
      cause: 'The API has not been tried yet.',
      evidence: 'status.conditions',
      remedy: false,
    },
    {
      code: 'ApiServiceStateUnknown',
      cause: 'Whether the API answers is not known.',
      evidence: 'status.conditions[type=Available].status',
      remedy: false,
    },
  ],
  shows: ['service'],
});

function judgeApiService({ facts }: Resource<ApiServiceFacts>): Verdict {
  const { available, service } = facts;
  const path = 'status.conditions[type=Available]';
  if (!available) {
    return progressing(
      'ApiServiceNotChecked',
      'Whether the API answers was not tried yet.',
      { evidence: [{ path, value: null }] },
    );
  }
  switch (available.status) {
    case 'True':
      return holdingSince(
        healthy(
          'ApiServiceAvailable',
          service
            ? `Served by ${service.namespace}/${service.name}.`
            : 'Served by the API server itself.',
        ),
        available.at,
      );
    case 'False':
      return holdingSince(
        degraded(
          'ApiServiceUnavailable',
          `The API does not answer (${
            available.reason ?? 'no reason given'
          }): ${said(available)}`,
          {
            evidence: [
              { path: `${path}.reason`, value: available.reason ?? 'False' },
              { path: `${path}.message`, value: said(available) },
            ],
          },
        ),
        available.at,
      );
    default:
      return unknown(
        'ApiServiceStateUnknown',
        `Whether the API answers is ${
          available.status === 'Unknown'
            ? 'not known'
            : `"${available.status}", which is not known`
        }.`,
        { evidence: [{ path: `${path}.status`, value: available.status }] },
      );
  }
}
