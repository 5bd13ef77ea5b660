import { defineKind } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { defineSystem } from '../definition/system';
import { degraded, failed, healthy, Verdict } from '../judging/verdict';
import { numberAt, stringAt } from '../reading/raw';
import { ResourceStore } from './store';

const NOW = Date.parse('2026-03-01T08:00:00Z');

/** A valve says itself since when it leaks; a gauge says nothing of the kind. */
function verdictOf(state: string | undefined, since?: number): Verdict {
  switch (state) {
    case 'burst':
      return failed('Burst', 'Burst.', { since });
    case 'leaks':
      return degraded('Leaks', 'Leaks.', { since });
    default:
      return healthy('Tight', 'Tight.');
  }
}

type Facts = { state?: string; at?: number };
const kind = defineKind<Facts>({
  group: 'example.dev',
  kind: 'Valve',
  plural: 'valves',
  versions: ['v1'],
  namespaced: false,
  project: raw => ({
    state: stringAt(raw, 'status', 'state'),
    at: numberAt(raw, 'status', 'at'),
  }),
  health: ({ facts }) => verdictOf(facts.state, facts.at),
});
const registry = new SystemRegistry([
  defineSystem({
    id: 'valves',
    title: 'Valves',
    area: 'application',
    layer: 'application',
    description: 'For tests.',
    kinds: [kind],
  }),
]);

function valve(state: string, at?: number) {
  return {
    apiVersion: 'example.dev/v1',
    kind: 'Valve',
    metadata: { name: 'v', uid: 'u' },
    status: { state, ...(at === undefined ? {} : { at }) },
  };
}

describe('since', () => {
  let store: ResourceStore;
  const see = (now: number, state: string, at?: number, reading = false) => {
    store.apply(valve(state, at));
    store.settle(now, reading);
    return store.get('example.dev/Valve', undefined, 'v')!;
  };
  beforeEach(() => {
    store = new ResourceStore(registry);
  });

  it('is what the object says, also before it was first seen', () => {
    expect(see(NOW, 'leaks', NOW - 60_000).since).toBe(NOW - 60_000);
  });

  it('is the time of judging where the object does not say', () => {
    expect(see(NOW, 'leaks').since).toBe(NOW);
  });

  it('stays while status and reason stay, whatever else changes', () => {
    see(NOW, 'leaks', NOW - 60_000);
    expect(see(NOW + 5, 'leaks', NOW - 1).since).toBe(NOW - 60_000);
  });

  it('is not before something else was seen', () => {
    see(NOW, 'tight');
    expect(see(NOW + 1_000, 'leaks', NOW - 60_000).since).toBe(NOW + 1_000);
    expect(see(NOW + 9_000, 'burst', NOW + 5_000).since).toBe(NOW + 5_000);
  });

  it('is not in the future, where the clock of the cluster is ahead', () => {
    expect(see(NOW, 'leaks', NOW + 60_000).since).toBe(NOW);
  });

  it('can be restored for a verdict that this process was not there to see', () => {
    const found = see(NOW, 'leaks');
    expect(store.restoreSince(found, NOW - 5_000)).toBe(true);
    expect(found.since).toBe(NOW - 5_000);
    expect(see(NOW + 1, 'leaks').since).toBe(NOW - 5_000);
  });

  it.each([
    ['the object says itself', () => see(NOW, 'leaks', NOW - 10), NOW - 5_000],
    ['it would be later', () => see(NOW, 'leaks'), NOW + 1],
  ])('is not restored where %s', (_, seen, at) => {
    const found = seen();
    const { since } = found;
    expect(store.restoreSince(found, at)).toBe(false);
    expect(found.since).toBe(since);
  });

  it('is not restored for an object that is gone', () => {
    const found = see(NOW, 'leaks');
    store.remove('example.dev/Valve', undefined, 'v');
    expect(store.restoreSince(found, NOW - 5_000)).toBe(false);
  });

  it('is not held against the object what was judged before all was read', () => {
    see(NOW, 'tight', undefined, true);
    expect(see(NOW + 1_000, 'leaks', NOW - 60_000).since).toBe(NOW - 60_000);
    // From then on what was seen counts.
    expect(see(NOW + 2_000, 'tight').since).toBe(NOW + 2_000);
    expect(see(NOW + 3_000, 'leaks', NOW - 60_000).since).toBe(NOW + 3_000);
  });
});
