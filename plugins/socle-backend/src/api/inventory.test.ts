import { mockServices } from '@backstage/backend-test-utils';
import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import {
  claim,
  MemoryCluster,
  node,
  servedClaim,
  servedNode,
} from '../__testing__/memory-cluster';
import { readOutside } from '../config/outside';
import { ClusterEngine } from '../engine/cluster-engine';
import { ConfigReader } from '@backstage/config';
import { inventoryOf } from './inventory';

const outside = readOutside(
  new ConfigReader({
    socle: { outside: [{ title: 'Firewall', cluster: 'c' }] },
  }),
  ['c'],
);

describe('inventoryOf', () => {
  let reader: MemoryCluster;
  let engine: ClusterEngine;
  const settle = () => new Promise(resolve => setTimeout(resolve, 400));

  beforeEach(async () => {
    reader = new MemoryCluster(
      [servedNode, servedClaim],
      [node('n1'), node('n2'), claim('shop', 'data')],
    );
    engine = new ClusterEngine({
      name: 'c',
      title: 'Lab',
      reader,
      registry: new SystemRegistry(systems),
      logger: mockServices.logger.mock(),
      onChange: () => {},
    });
    engine.start();
    await settle();
  });
  afterEach(() => engine.stop());

  it('is complete once everything was read, and holds what is outside too', () => {
    const found = inventoryOf(engine, () => true, outside);
    expect(found).toMatchObject({ name: 'c', title: 'Lab', complete: true });
    expect(found.components.map(one => one.name)).toEqual(
      expect.arrayContaining(['n1', 'n2', 'firewall']),
    );
  });

  it('says the same whatever the health: live state never enters the catalog', async () => {
    const before = JSON.stringify(inventoryOf(engine, () => true, outside));
    reader.sinks.get('/Node')!.upsert(node('n2', 'Unknown'));
    await settle();
    expect(engine.store.get('/Node', undefined, 'n2')?.verdict.status).toBe(
      'failed',
    );
    expect(JSON.stringify(inventoryOf(engine, () => true, outside))).toBe(
      before,
    );
    expect(before).not.toMatch(/healthy|failed|degraded/);
  });

  it.each(['unreachable', 'stale', 'syncing'] as const)(
    'is not complete while a source is %s, and keeps what was known',
    state => {
      const { components } = inventoryOf(engine, () => true, outside);
      reader.sinks.get('/Node')!.state(state, 'why');
      expect(inventoryOf(engine, () => true, outside)).toEqual({
        name: 'c',
        title: 'Lab',
        complete: false,
        message: 'why',
        components,
      });
    },
  );

  it('tells a reader who may not see everything nothing, and that it is not complete', () => {
    const found = inventoryOf(
      engine,
      (_, one) => one.meta.name !== 'n2',
      outside,
    );
    expect(found).toMatchObject({ complete: false, components: [] });
  });
});
