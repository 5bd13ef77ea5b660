import { ProbeFailure } from './probe-round';
import { stateAfter } from './probe-state';

const refused = (request: string, status: number): ProbeFailure => ({
  request,
  kind: 'refused',
  status,
  message: `HTTP ${status}`,
});
const lacking = (request: string): ProbeFailure => ({
  ...refused(request, 404),
  lacks: true,
});
const silent: ProbeFailure = {
  request: 'state',
  kind: 'unreachable',
  message: 'no answer',
};

describe('stateAfter', () => {
  it.each<
    [string, number, ProbeFailure[], string | undefined, string | undefined]
  >([
    ['all answered', 3, [], 'live', undefined],
    ['nothing to ask', 0, [], undefined, undefined],
    ['nobody there', 0, [silent], 'unreachable', 'state: no answer'],
    [
      'not accepted',
      0,
      [refused('a', 401)],
      'notPermitted',
      'T is not accepted (HTTP 401)',
    ],
    [
      'no right',
      0,
      [refused('a', 403), refused('b', 403)],
      'notPermitted',
      'T may not read it (HTTP 403)',
    ],
    [
      'some rights',
      2,
      [refused('a', 403), refused('a', 403), refused('b', 403)],
      'notPermitted',
      'T may not read a (HTTP 403), b (HTTP 403); the rest is read',
    ],
    [
      'some fail',
      2,
      [refused('a', 403), refused('b', 500)],
      'stale',
      'a (HTTP 403), b (HTTP 500)',
    ],
    ['some are silent', 1, [silent], 'stale', 'state (no answer)'],
    [
      'one of several that fail apart',
      4,
      [{ ...refused('summary', 503), apart: true }],
      'live',
      '1 did not tell: summary (HTTP 503)',
    ],
    [
      'all of several that fail apart',
      0,
      [{ ...refused('summary', 503), apart: true }],
      'unreachable',
      'summary: HTTP 503',
    ],
    [
      'an error and a refusal',
      0,
      [refused('b', 500), refused('a', 403)],
      'unreachable',
      'b: HTTP 500',
    ],
    [
      'another version',
      2,
      [lacking('a'), lacking('b')],
      'live',
      'it does not have a (HTTP 404), b (HTTP 404)',
    ],
    [
      'another version and an error',
      2,
      [lacking('a'), refused('b', 500)],
      'stale',
      'a (HTTP 404), b (HTTP 500)',
    ],
    ['another address', 0, [lacking('a')], 'unreachable', 'a: HTTP 404'],
    [
      'very many',
      1,
      ['a', 'b', 'c', 'd', 'e', 'f'].map(name => refused(name, 500)),
      'stale',
      'a (HTTP 500), b (HTTP 500), c (HTTP 500), d (HTTP 500) and 2 more',
    ],
  ])('%s', (_title, answered, failures, state, message) => {
    const after = stateAfter({ answered, notServed: 0, failures }, 'T');
    expect([after?.state, after?.message]).toEqual([state, message]);
  });

  it('waits as long as it was asked to', () => {
    const busy = { ...refused('a', 429), retryAfterMillis: 90_000 };
    expect(
      stateAfter({ answered: 0, notServed: 0, failures: [busy] }, 'T'),
    ).toMatchObject({ waitMillis: 90_000, failed: true });
  });
});
