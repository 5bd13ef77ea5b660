import { mockServices } from '@backstage/backend-test-utils';
import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import {
  claim,
  MemoryCluster,
  node,
  servedClaim,
  servedNode,
  servedVolume,
} from '../__testing__/memory-cluster';
import { ClusterEngine } from './cluster-engine';

function engineOf(reader: MemoryCluster, onChange = jest.fn()) {
  return new ClusterEngine({
    name: 'c',
    title: 'C',
    reader,
    registry: new SystemRegistry(systems),
    logger: mockServices.logger.mock(),
    onChange,
    discoveryMillis: 50,
  });
}

async function eventually(check: () => void) {
  const until = Date.now() + 4_000;
  for (;;) {
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

describe('ClusterEngine', () => {
  let engine: ClusterEngine;
  afterEach(() => engine.stop());

  it('reads what is served, judges it and is complete', async () => {
    const reader = new MemoryCluster(
      [servedNode, servedClaim],
      [node('n1'), claim('a', 'data')],
    );
    engine = engineOf(reader);
    expect(engine.complete).toBe(false);
    engine.start();
    await eventually(() =>
      expect(engine.store.get('/Node', undefined, 'n1')?.verdict.status).toBe(
        'healthy',
      ),
    );
    expect(engine.complete).toBe(true);
    expect(engine.version).toBe('v1.35.3');
    expect(engine.freshness.overall().state).toBe('live');
    // Volumes are not served: the claim's volume can be called missing.
    expect(engine.store.isListed('/PersistentVolume')).toBe(true);
  });

  it('keeps what it knew when the server goes, and says since when', async () => {
    const reader = new MemoryCluster([servedNode], [node('n1')]);
    engine = engineOf(reader);
    engine.start();
    await eventually(() => expect(engine.complete).toBe(true));
    reader.unreachable = 'connect ECONNREFUSED';
    reader.sinks.get('/Node')!.state('unreachable', 'connect ECONNREFUSED');
    await eventually(() =>
      expect(engine.freshness.get('api')?.state).toBe('unreachable'),
    );
    expect(engine.store.count('/Node')).toBe(1);
    expect(engine.freshness.overall()).toMatchObject({
      state: 'unreachable',
      message: 'connect ECONNREFUSED',
    });
  });

  it('takes out what a fresh list no longer holds, and nothing before that list is whole', async () => {
    const reader = new MemoryCluster([servedNode], [node('n1'), node('n2')]);
    engine = engineOf(reader);
    engine.start();
    await eventually(() => expect(engine.store.count('/Node')).toBe(2));
    const sink = reader.sinks.get('/Node')!;
    sink.listing();
    sink.upsert(node('n2'));
    expect(engine.store.count('/Node')).toBe(2);
    sink.listed();
    expect([...engine.store.names('/Node')]).toEqual(['/n2']);
  });

  it('starts the watch of a kind that appears and forgets one that goes', async () => {
    const reader = new MemoryCluster(
      [servedNode],
      [node('n1'), claim('a', 'data')],
    );
    engine = engineOf(reader);
    engine.start();
    await eventually(() => expect(engine.complete).toBe(true));
    reader.kinds = [servedNode, servedClaim];
    await eventually(() =>
      expect(engine.store.count('/PersistentVolumeClaim')).toBe(1),
    );
    reader.kinds = [servedNode];
    await eventually(() =>
      expect(engine.store.count('/PersistentVolumeClaim')).toBe(0),
    );
    expect(reader.stopped).toContain('/PersistentVolumeClaim');
  });

  it('keeps the kinds of a group that does not answer', async () => {
    const reader = new MemoryCluster(
      [servedNode, servedClaim],
      [claim('a', 'data')],
    );
    engine = engineOf(reader);
    engine.start();
    await eventually(() =>
      expect(engine.store.count('/PersistentVolumeClaim')).toBe(1),
    );
    reader.failedGroups = [''];
    reader.kinds = [];
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(engine.store.count('/PersistentVolumeClaim')).toBe(1);
  });

  it('calls nothing missing of a kind that may not be read', async () => {
    const reader = new MemoryCluster(
      [servedClaim, servedVolume],
      [claim('a', 'data')],
    );
    engine = engineOf(reader);
    engine.start();
    const health = () =>
      engine.store.get('/PersistentVolumeClaim', 'a', 'data')?.verdict.status;
    await eventually(() => expect(health()).toBe('failed'));
    reader.sinks.get('/PersistentVolume')!.state('notPermitted', 'forbidden');
    await eventually(() => {
      reader.sinks.get('/PersistentVolumeClaim')!.upsert(claim('a', 'data'));
      expect(health()).not.toBe('failed');
    });
    expect(engine.freshness.get('/PersistentVolume')?.state).toBe(
      'notPermitted',
    );
  });

  it('tells of a change of health once', async () => {
    const onChange = jest.fn();
    const reader = new MemoryCluster([servedNode], [node('n1')]);
    engine = engineOf(reader, onChange);
    engine.start();
    await eventually(() => expect(engine.complete).toBe(true));
    await new Promise(resolve => setTimeout(resolve, 300));
    onChange.mockClear();
    reader.sinks.get('/Node')!.upsert(node('n1', 'Unknown'));
    await eventually(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(onChange.mock.calls[0][0][0].to.reason).toBe('NodeSilent');
    reader.sinks.get('/Node')!.upsert(node('n1', 'Unknown'));
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
