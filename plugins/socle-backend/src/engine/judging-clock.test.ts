import { Freshness } from './freshness';
import { JudgingClock } from './judging-clock';

const START = Date.parse('2026-02-01T00:00:00Z');
const SECOND = 1_000;

/** A cluster whose sources a test moves by hand, and its clock. */
function cluster() {
  let at = START;
  const freshness = new Freshness('c', () => at);
  freshness.set('api', 'live');
  freshness.set('/Node', 'live');
  freshness.set('/Pod', 'live');
  const clock = new JudgingClock(freshness, () => at);
  return {
    freshness,
    clock,
    later(seconds: number) {
      at += seconds * SECOND;
    },
    /** Seconds since the start by the judging clock. */
    get seconds() {
      return (clock.read().now - START) / SECOND;
    },
  };
}

describe('JudgingClock', () => {
  it('goes with the time while everything is read', () => {
    const c = cluster();
    c.later(90);
    expect(c.clock.read()).toEqual({ now: START + 90_000, frozen: false });
  });

  it('goes with the time while a cluster is read for the first time', () => {
    const c = cluster();
    c.freshness.set('api', 'syncing');
    c.freshness.set('/Pod', 'syncing');
    c.later(90);
    expect(c.seconds).toBe(90);
  });

  it('goes with the time while a system beside the cluster is away', () => {
    const c = cluster();
    c.freshness.set('probe:depot/main', 'unreachable');
    c.later(90);
    expect(c.clock.read()).toEqual({ now: START + 90_000, frozen: false });
  });

  it.each(['unreachable', 'stale'] as const)(
    'stands still while the API is %s, at the moment that began',
    state => {
      const c = cluster();
      c.later(10);
      c.freshness.set('api', state);
      c.later(3_600);
      expect(c.clock.read()).toEqual({ now: START + 10_000, frozen: true });
      c.freshness.set('api', 'live');
      expect(c.seconds).toBe(3_610);
    },
  );

  it('stands still where a watch notices before the API is asked, and goes no further when it is', () => {
    const c = cluster();
    c.later(10);
    c.freshness.set('/Node', 'unreachable');
    c.later(20);
    expect(c.seconds).toBe(10);
    c.freshness.set('api', 'unreachable');
    c.later(600);
    expect(c.seconds).toBe(10);
  });

  it('waits until every list was read again, for old facts say nothing of now', () => {
    const c = cluster();
    for (const source of ['api', '/Node', '/Pod']) {
      c.freshness.set(source, 'unreachable');
    }
    expect(c.seconds).toBe(0);
    c.later(600);
    c.freshness.set('api', 'live');
    c.freshness.set('/Node', 'syncing');
    c.freshness.set('/Pod', 'live');
    c.later(5);
    expect(c.clock.read()).toMatchObject({ now: START, frozen: true });
    c.freshness.set('/Node', 'live');
    expect(c.seconds).toBe(605);
  });

  it('waits a minute from the return of the API for what stays away, and says until when', () => {
    const c = cluster();
    c.freshness.set('api', 'unreachable');
    c.freshness.set('/Node', 'unreachable');
    c.later(600);
    c.freshness.set('api', 'live');
    c.later(59);
    expect(c.clock.read()).toEqual({
      now: START,
      frozen: true,
      until: START + 660_000,
    });
    c.later(1);
    expect(c.seconds).toBe(660);
    c.later(3_600);
    expect(c.seconds).toBe(4_260);
  });

  it('waits for each source once, not at every attempt to read it', () => {
    const c = cluster();
    c.freshness.set('/Node', 'unreachable');
    c.later(60);
    expect(c.seconds).toBe(60);
    c.freshness.set('/Node', 'syncing');
    c.freshness.set('/Node', 'unreachable');
    c.later(1);
    expect(c.seconds).toBe(61);
    c.freshness.set('/Pod', 'stale');
    c.later(5);
    expect(c.seconds).toBe(61);
    c.freshness.set('/Pod', 'live');
    expect(c.seconds).toBe(66);
  });

  it('waits for it again once it was read in between', () => {
    const c = cluster();
    c.freshness.set('/Node', 'unreachable');
    c.later(60);
    expect(c.seconds).toBe(60);
    c.freshness.set('/Node', 'live');
    expect(c.seconds).toBe(60);
    c.later(30);
    c.freshness.set('/Node', 'unreachable');
    c.later(10);
    expect(c.seconds).toBe(90);
  });

  it('stands still from when the API goes, however long another source has been away', () => {
    const c = cluster();
    c.freshness.set('/Node', 'unreachable');
    c.later(300);
    expect(c.seconds).toBe(300);
    c.freshness.set('api', 'unreachable');
    c.later(300);
    expect(c.seconds).toBe(300);
  });

  it('is not held by a kind that may not be read', () => {
    const c = cluster();
    c.freshness.set('/Pod', 'notPermitted');
    c.later(5);
    expect(c.seconds).toBe(5);
  });

  it('never goes back', () => {
    const c = cluster();
    let last = c.seconds;
    const states = ['live', 'unreachable', 'syncing', 'stale'] as const;
    for (let step = 0; step < 400; step += 1) {
      c.later((step * 7) % 13);
      const source = ['api', '/Node', '/Pod'][(step * 5) % 3];
      c.freshness.set(source, states[(step * 11) % 4]);
      expect(c.seconds).toBeGreaterThanOrEqual(last);
      last = c.seconds;
    }
  });

  it('does not run ahead of what was heard, and looks again in a second', () => {
    let [at, heard] = [START, START];
    const freshness = new Freshness('c', () => at);
    freshness.set('api', 'live');
    const clock = new JudgingClock(
      freshness,
      () => at,
      () => heard + 10 * SECOND,
    );
    at += 25 * SECOND;
    expect(clock.read()).toEqual({
      now: START + 10 * SECOND,
      frozen: true,
      until: START + 26 * SECOND,
    });
    heard = at;
    expect(clock.read()).toEqual({ now: at, frozen: false });
    at += 40 * SECOND;
    freshness.set('api', 'unreachable');
    expect(clock.read()).toEqual({
      now: START + 35 * SECOND,
      frozen: true,
    });
  });
});
