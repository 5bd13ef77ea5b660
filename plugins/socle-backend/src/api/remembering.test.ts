import {
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { readsAll } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';
import { remembering } from './remembering';

const pod = (phase: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'till', namespace: 'shop', uid: 'u-1' },
  status: { phase },
});

function setUp() {
  const store = new ResourceStore(new SystemRegistry(systems));
  store.apply(pod('Pending'));
  const engine = { store, name: 'c' } as ClusterEngine;
  const find = jest.fn(() => ['one']);
  return { store, engine, find, found: remembering(find) };
}

describe('remembering', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('finds once while nothing changes', () => {
    const { engine, find, found } = setUp();
    expect(found(engine, readsAll)).toEqual(['one']);
    expect(found(engine, readsAll)).toEqual(['one']);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it.each<[string, (store: ResourceStore) => void]>([
    ['an object changed', store => store.apply(pod('Running'))],
    ['an object is gone', store => store.remove('/Pod', 'shop', 'till')],
    ['something was judged', store => store.settle(Date.now())],
    ['a kind was listed', store => store.setListed('/Node', true)],
    ['time passed', () => jest.advanceTimersByTime(5_000)],
  ])('finds again once %s', (_, happens) => {
    const { store, engine, find, found } = setUp();
    found(engine, readsAll);
    happens(store);
    found(engine, readsAll);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('does not find again for an object that is as it was', () => {
    const { store, engine, find, found } = setUp();
    found(engine, readsAll);
    store.apply(pod('Pending'));
    found(engine, readsAll);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('remembers nothing of, and for, those who may not read everything', () => {
    const { engine, find, found } = setUp();
    found(engine, readsAll);
    found(engine, () => true);
    found(engine, () => true);
    expect(find).toHaveBeenCalledTimes(3);
  });
});
