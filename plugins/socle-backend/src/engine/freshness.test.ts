import { Freshness } from './freshness';

describe('Freshness', () => {
  let now: number;
  let freshness: Freshness;
  beforeEach(() => {
    now = Date.parse('2026-02-01T00:00:00Z');
    freshness = new Freshness('c', () => now);
  });

  it('says since when and why, and whether that is new', () => {
    expect(freshness.set('/Pod', 'live')).toBe(true);
    now += 1_000;
    expect(freshness.set('/Pod', 'live')).toBe(false);
    expect(freshness.set('/Pod', 'unreachable', 'connection refused')).toBe(
      true,
    );
    now += 1_000;
    expect(freshness.set('/Pod', 'unreachable', 'timed out')).toBe(true);
    expect(freshness.get('/Pod')).toEqual({
      cluster: 'c',
      source: '/Pod',
      state: 'unreachable',
      since: '2026-02-01T00:00:01.000Z',
      message: 'timed out',
    });
  });

  it('lists the sources by name, and forgets those that are gone', () => {
    for (const source of ['api', '/Pod', '/Node'])
      freshness.set(source, 'live');
    freshness.remove('/Pod');
    expect(freshness.list().map(one => one.source)).toEqual(['/Node', 'api']);
    expect(freshness.get('/Pod')).toBeUndefined();
  });

  it.each([
    ['nothing is known yet', [], 'syncing'],
    ['all is read', ['live', 'live'], 'live'],
    ['one is read for the first time', ['live', 'syncing'], 'syncing'],
    ['one is behind', ['syncing', 'stale', 'live'], 'stale'],
    ['one does not answer', ['stale', 'unreachable', 'live'], 'unreachable'],
    ['one may not be read', ['live', 'notPermitted'], 'live'],
    ['none may be read', ['notPermitted'], 'notPermitted'],
  ] as const)('of a whole cluster, where %s', (_, states, expected) => {
    states.forEach((state, index) => freshness.set(`s${index}`, state));
    expect(freshness.overall()).toMatchObject({
      cluster: 'c',
      state: expected,
    });
  });

  it.each(['unreachable', 'stale', 'syncing'] as const)(
    'of a whole cluster does not rest on a system beside it that is %s',
    state => {
      freshness.set('probe:depot/main', state);
      freshness.set('/Pod', 'live');
      expect(freshness.overall().state).toBe('live');
      expect(freshness.list()).toHaveLength(2);
    },
  );

  it('of a whole cluster names what has been bad for the longest', () => {
    freshness.set('/Pod', 'unreachable', 'second');
    now -= 5_000;
    freshness.set('/Node', 'unreachable', 'first');
    expect(freshness.overall().message).toBe('first');
  });
});
