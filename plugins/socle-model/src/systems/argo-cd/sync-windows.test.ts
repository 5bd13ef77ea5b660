import fc from 'fast-check';
import { SyncWindow } from './app-project-facts';
import { heldBack } from './sync-windows';

// A Tuesday, 12:00 UTC.
const NOON = Date.UTC(2026, 8, 15, 12);
const here = { server: 'https://kubernetes.default.svc', namespace: 'pear' };
const deny = (
  schedule: string,
  duration = '1h',
  more: Partial<SyncWindow> = {},
): SyncWindow => ({
  kind: 'deny',
  schedule,
  duration,
  applications: ['*'],
  ...more,
});
const allow = (
  schedule: string,
  duration = '1h',
  more: Partial<SyncWindow> = {},
) => ({
  ...deny(schedule, duration, more),
  kind: 'allow',
});

it.each<[string, SyncWindow[], boolean]>([
  ['no window', [], false],
  ['an open deny window', [deny('30 11 * * *')], true],
  ['one that begins now', [deny('0 12 * * *')], true],
  ['one that has just ended', [deny('0 11 * * *')], false],
  ['one that begins later', [deny('1 12 * * *')], false],
  ['one of weekdays', [deny('0 9 * * mon-fri', '8h')], true],
  ['one of the weekend', [deny('0 0 * * sat,sun', '24h')], false],
  ['one that began days ago', [deny('0 18 * * 0', '72h')], true],
  ['one of every quarter of an hour', [deny('*/15 * * * *', '1m')], true],
  ['one by a named schedule', [deny('@daily', '13h')], true],
  ['one of another month', [deny('0 * * 1 *')], false],
  [
    'in its own time zone',
    [deny('0 14 * * *', '1h', { timeZone: 'Europe/Zurich' })],
    true,
  ],
  [
    'in a zone that is not known',
    [deny('0 12 * * *', '1h', { timeZone: 'Mars/Olympus' })],
    false,
  ],
  ['an open allow window', [allow('30 11 * * *')], false],
  ['only closed allow windows', [allow('0 1 * * *'), allow('0 2 * * *')], true],
  ['one of them open', [allow('0 1 * * *'), allow('0 12 * * *')], false],
  ['deny wins over allow', [allow('0 12 * * *'), deny('0 12 * * *')], true],
  ['an allow window that cannot be read', [allow('whenever')], false],
  [
    'for another application',
    [deny('0 12 * * *', '1h', { applications: ['plum*'] })],
    false,
  ],
  [
    'for its namespace',
    [deny('0 12 * * *', '1h', { applications: [], namespaces: ['p?ar'] })],
    true,
  ],
  [
    'for its cluster',
    [deny('0 12 * * *', '1h', { applications: [], clusters: ['https://*'] })],
    true,
  ],
  [
    'for nothing at all',
    [deny('0 12 * * *', '1h', { applications: [] })],
    false,
  ],
  [
    'for all lists, of which one differs',
    [deny('0 12 * * *', '1h', { namespaces: ['plum'], all: true })],
    false,
  ],
  ['for any list', [deny('0 12 * * *', '1h', { namespaces: ['plum'] })], true],
])('%s', (_, windows, held) => {
  expect(heldBack(windows, 'pear', here, NOON) !== undefined).toBe(held);
});

it('says which window it is', () => {
  expect(heldBack([deny('30 11 * * *')], 'pear', here, NOON)).toBe(
    'a deny window of its project (30 11 * * * for 1h)',
  );
});

it('survives any window', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.string(),
      (schedule, duration, timeZone, pattern) => {
        heldBack(
          [deny(schedule, duration, { timeZone, applications: [pattern] })],
          'pear',
          here,
          NOON,
        );
        expect(['string', 'undefined']).toContain(
          typeof heldBack([deny(schedule, '99999h')], 'pear', here, NOON),
        );
      },
    ),
    { numRuns: 50 },
  );
});
