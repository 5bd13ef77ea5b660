import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut } from '../../reading/conditions';
import { numberAt, stringAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { currentUntil } from './measurement';

export type MetricsApiFacts = {
  httpStatus?: number;
  /** How many nodes, or pods, it told of. */
  measured?: number;
  what?: string;
  newest?: number;
  windowSeconds?: number;
  message?: string;
};

export const metricsApi = defineKind<MetricsApiFacts>({
  group: 'metrics-server.socle.dev',
  kind: 'MetricsApi',
  plural: 'metricsapis',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  project: raw => ({
    httpStatus: numberAt(raw, 'status', 'httpStatus'),
    measured: numberAt(raw, 'status', 'measured'),
    what: stringAt(raw, 'status', 'what'),
    newest: timeAt(raw, 'status', 'newest'),
    windowSeconds: numberAt(raw, 'status', 'windowSeconds'),
    message: stringAt(raw, 'status', 'message'),
  }),
  links: () => [
    linkTo(
      'registeredAs',
      {
        group: 'apiregistration.k8s.io',
        kind: 'APIService',
        name: 'v1beta1.metrics.k8s.io',
      },
      'target',
    ),
  ],
  health: judgeMetricsApi,
  reasons: [
    {
      code: 'MetricsServed',
      cause: 'The metrics API tells what is used.',
      evidence: 'status.newest',
      remedy: false,
    },
    {
      code: 'MetricsNotCollectedYet',
      cause: 'The metrics API answers and has measured nothing yet.',
      evidence: 'status.measured',
      remedy: false,
    },
    {
      code: 'MetricsStale',
      cause: 'The newest measurement of the metrics API is too old.',
      evidence: 'status.newest',
    },
    {
      code: 'MetricsUnavailable',
      cause: 'The metrics API is registered and does not answer.',
      evidence: 'status.httpStatus',
    },
    {
      code: 'MetricsNotInstalled',
      cause: 'The cluster has no metrics API.',
      evidence: 'status.httpStatus',
      remedy: false,
    },
    {
      code: 'MetricsNotPermitted',
      cause: 'The metrics API may not be read.',
      evidence: 'status.httpStatus',
    },
    {
      code: 'MetricsNotKnown',
      cause: 'What the metrics API says is not known.',
      evidence: 'status.httpStatus',
      remedy: false,
    },
  ],
  shows: ['measured', 'newest'],
});

function judgeMetricsApi(
  { facts }: Resource<MetricsApiFacts>,
  context: HealthContext,
): Verdict {
  const { httpStatus } = facts;
  const evidence = [{ path: 'status.httpStatus', value: httpStatus ?? null }];
  switch (httpStatus) {
    case 200:
      return judgeAnswer(facts, context);
    case 404:
      return unknown(
        'MetricsNotInstalled',
        'The cluster has no metrics API: what nodes and pods use is not known.',
        { evidence },
      );
    case 401:
    case 403:
      return unknown(
        'MetricsNotPermitted',
        `The metrics API may not be read: ${cut(
          facts.message ?? `status ${httpStatus}`,
          200,
        )}`,
        { evidence },
      );
    case 503:
      return degraded(
        'MetricsUnavailable',
        `The metrics API does not answer: ${cut(
          facts.message ?? 'service unavailable',
          200,
        )}`,
        { evidence },
      );
    default:
      return unknown(
        'MetricsNotKnown',
        `The metrics API answered with ${httpStatus ?? 'no status'}.`,
        { evidence },
      );
  }
}

function judgeAnswer(facts: MetricsApiFacts, context: HealthContext): Verdict {
  const { measured = 0, what = 'object', newest } = facts;
  if (measured === 0) {
    return progressing(
      'MetricsNotCollectedYet',
      'The metrics API answers and has measured nothing yet.',
      { evidence: [{ path: 'status.measured', value: measured }] },
    );
  }
  if (newest === undefined) {
    return unknown(
      'MetricsNotKnown',
      'The metrics API does not say when it measured.',
      { evidence: [{ path: 'status.newest', value: null }] },
    );
  }
  const until = currentUntil({ ...facts, at: newest }, context);
  return context.now > until
    ? degraded(
        'MetricsStale',
        `The newest of ${measured} measurements is of ${formatTime(newest)}.`,
        {
          flags: ['stale'],
          since: until,
          evidence: [{ path: 'status.newest', value: formatTime(newest) }],
        },
      )
    : healthy(
        'MetricsServed',
        `What ${measured} ${what}${measured === 1 ? '' : 's'} ${
          measured === 1 ? 'uses' : 'use'
        } is told.`,
        { recheckAt: until + 1 },
      );
}
