import {
  judgeErrors,
  judgeRecorded,
  judgeRound,
  survivesAnyAnswer,
} from '../__testUtils__/recorded';
import { surrealdb } from '.';

it.each([
  ['storage reached', '/health', '', 200, 'healthy SurrealDbHealthy'],
  ['no body at all', '/health', undefined, 200, 'healthy SurrealDbHealthy'],
  ['storage failing', '/health', '', 500, 'failed SurrealDbStorageFailing'],
  [
    'storage failing, in its own words',
    '/health',
    { code: 500, details: 'Health check failed' },
    500,
    'failed SurrealDbStorageFailing',
  ],
  [
    'not allowed',
    '/health',
    { code: 403, details: 'Forbidden' },
    403,
    'unknown SurrealDbHealthNotAllowed',
  ],
  [
    'the health of another system',
    '/health',
    { status: 'healthy' },
    200,
    'not ours',
  ],
  ['alive', '/status', '', 200, 'unknown SurrealDbStateUnknown'],
  [
    'a version',
    '/version',
    'surrealdb-3.0.1',
    200,
    'unknown SurrealDbStateUnknown',
  ],
  ['the version of another', '/version', 'v1.2.3', 200, 'not ours'],
])('%s', (_, request, body, status, want) => {
  expect(judgeRecorded(surrealdb, [request, body, status])).toBe(want);
});

it('is degraded where it runs and only its health does not come', () => {
  expect(
    judgeRound(surrealdb, [
      ['/status', ''],
      ['/version', 'surrealdb-3.0.1'],
    ]),
  ).toBe('degraded SurrealDbHealthNotReached');
});

const PATHS = ['/health', '/status', '/version'];

it('survives whatever comes as an answer', () => {
  expect(() => survivesAnyAnswer(surrealdb, PATHS)).not.toThrow();
});

it.each(PATHS)('finds nothing well in an error or a page at %s', path => {
  expect(
    judgeErrors(surrealdb, path).filter(said => /^healthy/.test(said)),
  ).toEqual([]);
});
