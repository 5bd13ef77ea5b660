import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { numberAt, stringAt } from '../../reading/raw';
import { formatTime, parseTime } from '../../reading/times';

type ProbeFacts = {
  url?: string;
  title?: string;
  system?: string;
  probe?: string;
  everySeconds?: number;
  /** As the freshness of the source. */
  state?: string;
  lastSuccess?: string;
  consecutiveFailures?: number;
  lastError?: string;
};

/** One configured instance of a system that is asked over HTTP. The engine makes these objects; no API serves them. */
export const probe = defineKind<ProbeFacts>({
  group: 'http-sources.socle.dev',
  kind: 'Probe',
  plural: 'probes',
  versions: ['v1'],
  namespaced: false,
  source: 'probe',
  patienceMinutes: 0,
  project: raw => ({
    url: stringAt(raw, 'spec', 'url'),
    title: stringAt(raw, 'spec', 'title'),
    system: stringAt(raw, 'spec', 'system'),
    probe: stringAt(raw, 'spec', 'probe'),
    everySeconds: numberAt(raw, 'spec', 'everySeconds'),
    state: stringAt(raw, 'status', 'state'),
    lastSuccess: stringAt(raw, 'status', 'lastSuccess'),
    consecutiveFailures: numberAt(raw, 'status', 'consecutiveFailures'),
    lastError: stringAt(raw, 'status', 'lastError'),
  }),
  health: judgeProbe,
  reasons: [
    {
      code: 'HttpSourceAnswering',
      cause: 'The system answers everything it is asked.',
      evidence: 'status.lastSuccess',
      remedy: false,
    },
    {
      code: 'HttpSourceFirstRound',
      cause: 'The system is being asked for the first time.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'HttpSourceIncomplete',
      cause: 'The system answers, and refuses or fails some of the requests.',
      evidence: 'status.lastError',
    },
    {
      code: 'HttpSourceRefused',
      cause: 'The system does not accept the credential it is asked with.',
      evidence: 'status.lastError',
    },
    {
      code: 'HttpSourceFailing',
      cause: 'The system has not answered for a round or two.',
      evidence: 'status.consecutiveFailures',
    },
    {
      code: 'HttpSourceSilent',
      cause:
        'The system has not answered for several rounds: what it was last known to be says nothing any more.',
      evidence: 'status.lastSuccess',
    },
    {
      code: 'HttpSourceNeverAnswered',
      cause: 'The address has never given an answer.',
      evidence: 'spec.url',
    },
  ],
  shows: ['title', 'system', 'probe'],
});

function judgeProbe(
  { facts, meta }: Resource<ProbeFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const { state, lastError, consecutiveFailures = 0 } = facts;
  const url = facts.url ?? meta.name;
  const why = lastError ?? 'no reason is told';
  const last = parseTime(facts.lastSuccess);
  const error = { path: 'status.lastError', value: lastError ?? null };
  if (consecutiveFailures === 0) {
    if (last === undefined) {
      return progressing('HttpSourceFirstRound', `${url} is being asked.`, {
        evidence: [{ path: 'status.state', value: state ?? null }],
      });
    }
    return state === 'live'
      ? healthy('HttpSourceAnswering', `${url} answers.`, {
          evidence: [{ path: 'status.lastSuccess', value: facts.lastSuccess! }],
          ...(lastError ? { warnings: [lastError] } : {}),
        })
      : degraded(
          'HttpSourceIncomplete',
          `${url} answers, but not everything: ${why}.`,
          { evidence: [error] },
        );
  }
  if (state === 'notPermitted') {
    return failed('HttpSourceRefused', `${url}: ${why}.`, {
      evidence: [error],
    });
  }
  const since = last ?? meta.created ?? now;
  const silentAt =
    since +
    thresholds.httpSourceSilentIntervals * (facts.everySeconds ?? 0) * 1000;
  const rounds =
    consecutiveFailures === 1 ? '1 round' : `${consecutiveFailures} rounds`;
  if (now < silentAt) {
    return degraded(
      'HttpSourceFailing',
      `${url} gave no answer in ${rounds}: ${why}.`,
      {
        evidence: [
          { path: 'status.consecutiveFailures', value: consecutiveFailures },
          error,
        ],
        recheckAt: silentAt,
      },
    );
  }
  if (last === undefined) {
    return failed(
      'HttpSourceNeverAnswered',
      `${url} has never answered: ${why}.`,
      { evidence: [{ path: 'spec.url', value: facts.url ?? null }, error] },
    );
  }
  return failed(
    'HttpSourceSilent',
    `${url} has not answered since ${formatTime(
      last,
    )}, and how it is since then is not known: ${why}.`,
    {
      evidence: [
        { path: 'status.lastSuccess', value: facts.lastSuccess! },
        error,
      ],
    },
  );
}
