import {
  madeUpRegistry,
  object,
  threeCopies,
} from '../__testing__/made-up-platform';
import { ResourceStore } from './store';

const NOW = Date.parse('2026-01-02T00:00:00Z');
const down = object('Host', 'h2', {}, { state: 'down' });

function filled(objects: object[] = threeCopies) {
  const store = new ResourceStore(madeUpRegistry());
  objects.forEach(one => store.apply(one as never));
  return store;
}

function health(store: ResourceStore, kind: string, name: string) {
  return store.get(
    `example.dev/${kind}`,
    kind === 'App' ? 'apps' : undefined,
    name,
  )?.verdict.status;
}

describe('ResourceStore', () => {
  it('carries a failure along links, one rule of one step each', () => {
    const store = filled();
    store.settle(NOW);
    expect(health(store, 'Store', 's')).toBe('healthy');
    store.apply(down);
    const changes = store.settle(NOW + 1000);
    expect(
      changes
        .map(change => `${change.resource.meta.name}:${change.to?.status}`)
        .sort(),
    ).toEqual(['c2:failed', 'h2:failed', 's:degraded']);
    store.apply(object('Host', 'h2'));
    store.settle(NOW + 2000);
    expect(health(store, 'Store', 's')).toBe('healthy');
  });

  it('judges nothing again for an update that changes no fact', () => {
    const store = filled();
    store.settle(NOW);
    store.apply({
      ...object('Host', 'h1'),
      metadata: { ...object('Host', 'h1').metadata, resourceVersion: '99' },
    });
    const judged = jest.spyOn(store, 'linksOf');
    expect(store.settle(NOW + 1000)).toEqual([]);
    expect(judged).not.toHaveBeenCalled();
  });

  it('calls a neighbour missing only when its kind was fully listed', () => {
    const store = filled([object('App', 'a', { stores: ['gone'] })]);
    store.settle(NOW);
    expect(health(store, 'App', 'a')).toBe('healthy');
    store.setListed('example.dev/Store', true);
    store.settle(NOW);
    expect(health(store, 'App', 'a')).toBe('failed');
    store.setListed('example.dev/Store', false);
    store.settle(NOW);
    expect(health(store, 'App', 'a')).toBe('healthy');
  });

  it('judges again at a deadline without any event', () => {
    const store = filled([object('Operator', 'o', {}, { seen: NOW })]);
    store.settle(NOW);
    expect(health(store, 'Operator', 'o')).toBe('healthy');
    const due = store.nextDeadline()!;
    expect(due).toBeGreaterThan(NOW + 600_000);
    expect(due).toBeLessThanOrEqual(NOW + 601_001);
    store.settle(due - 2_000);
    expect(health(store, 'Operator', 'o')).toBe('healthy');
    store.settle(due);
    expect(health(store, 'Operator', 'o')).toBe('degraded');
  });

  it('treats a re-created object of the same name as another', () => {
    const store = filled();
    store.settle(NOW);
    const again = object('Store', 's', { want: 3 });
    store.apply({ ...again, metadata: { ...again.metadata, uid: 'other' } });
    const changes = store.settle(NOW + 1);
    expect(
      changes.some(
        change =>
          change.to === undefined && change.resource.meta.uid === 'uid-Store-s',
      ),
    ).toBe(true);
    expect(health(store, 'Store', 's')).toBe('healthy');
  });

  it('tells of what is gone and marks those that linked to it', () => {
    const store = filled();
    store.setListed('example.dev/Host', true);
    store.settle(NOW);
    store.remove('example.dev/Host', undefined, 'h3');
    const changes = store.settle(NOW + 1);
    expect(
      changes.find(change => change.resource.meta.name === 'h3')?.to,
    ).toBeUndefined();
    expect(health(store, 'Copy', 'c3')).toBe('failed');
    expect(store.remove('example.dev/Host', undefined, 'h3')).toBe(false);
  });

  it('keeps an object whose projection throws, as unknown', () => {
    const store = filled();
    const bad = object('Copy', 'bad', { host: 'h1', store: 's' });
    const { kind } = store.registry.get('example.dev/Copy')!;
    store.applyAs(
      {
        ...kind,
        project: () => {
          throw new Error('no such shape');
        },
      },
      bad,
      'v1',
    );
    store.settle(NOW);
    const found = store.get('example.dev/Copy', undefined, 'bad');
    expect(found?.verdict).toMatchObject({
      status: 'unknown',
      reason: 'Unreadable',
    });
  });

  it('keeps an object whose relations cannot be read, as unknown', () => {
    const store = filled([{ ...object('App', 'a'), spec: { stores: ['s'] } }]);
    const { kind } = store.registry.get('example.dev/App')!;
    for (const part of ['links', 'provides'] as const) {
      const broken = {
        ...kind,
        [part]: () => {
          throw new Error('no such shape');
        },
      };
      store.applyAs(broken, object('App', part, { stores: ['s'] }), 'v1');
    }
    store.settle(NOW);
    for (const name of ['links', 'provides']) {
      const found = store.get('example.dev/App', 'apps', name);
      expect(found?.verdict.reason).toBe('Unreadable');
      expect(store.remove('example.dev/App', 'apps', name)).toBe(true);
    }
    expect(store.count('example.dev/App')).toBe(1);
  });

  it('does not know kinds that no system defines', () => {
    expect(
      filled([]).apply({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'p' },
      }),
    ).toBeUndefined();
  });
});
