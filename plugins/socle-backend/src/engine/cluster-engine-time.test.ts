import { mockServices } from '@backstage/backend-test-utils';
import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { MemoryCluster, node, servedNode } from '../__testing__/memory-cluster';
import { ClusterEngine } from './cluster-engine';

const START = Date.parse('2026-02-01T00:00:00Z');
const servedLease = {
  group: 'coordination.k8s.io',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
  versions: ['v1'],
};

/** The heartbeat of a node, renewed so many seconds after the start. */
function heartbeat(name: string, seconds: number) {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { namespace: 'kube-node-lease', name, uid: `lease-${name}` },
    spec: {
      holderIdentity: name,
      leaseDurationSeconds: 40,
      renewTime: new Date(START + seconds * 1_000).toISOString(),
    },
  };
}

/** Who leads a part of the control plane. */
function leader(name: string, seconds: number) {
  const { spec, ...lease } = heartbeat(name, seconds);
  return {
    ...lease,
    metadata: { namespace: 'kube-system', name, uid: `lease-${name}` },
    spec: { ...spec, holderIdentity: `${name}-cp-1`, leaseDurationSeconds: 15 },
  };
}

describe('what time alone changes', () => {
  let reader: MemoryCluster;
  let engine: ClusterEngine;
  const wait = (seconds: number) =>
    jest.advanceTimersByTimeAsync(seconds * 1_000);
  const reason = () =>
    engine.store.get('/Node', undefined, 'n1')?.verdict.reason;
  const leads = () =>
    engine.store.get(
      'coordination.k8s.io/Lease',
      'kube-system',
      'kube-scheduler',
    )?.verdict.status;
  const state = (to: 'live' | 'unreachable' | 'syncing') => {
    for (const sink of reader.sinks.values()) sink.state(to, `now ${to}`);
  };

  beforeEach(async () => {
    jest.useFakeTimers({ now: START });
    reader = new MemoryCluster(
      [servedNode, servedLease],
      [node('n1'), heartbeat('n1', 0)],
    );
    engine = new ClusterEngine({
      name: 'c',
      title: 'C',
      reader,
      registry: new SystemRegistry(systems),
      logger: mockServices.logger.mock(),
      onChange: () => {},
    });
    engine.start();
    await wait(10);
  });

  afterEach(() => {
    engine.stop();
    jest.useRealTimers();
  });

  it('calls a heartbeat late at its second, where the cluster answers', async () => {
    await wait(39);
    expect(reason()).toBe('NodeReady');
    await wait(3);
    expect(reason()).toBe('NodeHeartbeatLate');
  });

  it('calls no heartbeat late that nobody could read, for as long as that lasts', async () => {
    reader.unreachable = 'connect ECONNREFUSED';
    state('unreachable');
    await wait(3_600);
    expect(engine.freshness.get('api')?.state).toBe('unreachable');
    expect(reason()).toBe('NodeReady');
  });

  it('goes on once everything is read again', async () => {
    reader.unreachable = 'connect ECONNREFUSED';
    state('unreachable');
    await wait(600);
    reader.unreachable = undefined;
    await wait(6);
    expect(engine.freshness.get('api')?.state).toBe('live');
    state('syncing');
    await wait(2);
    expect(reason()).toBe('NodeReady');
    reader.list('coordination.k8s.io/Lease', [heartbeat('n1', 608)]);
    reader.list('/Node', [node('n1')]);
    await wait(2);
    expect(reason()).toBe('NodeReady');
    await wait(60);
    expect(reason()).toBe('NodeHeartbeatLate');
  });

  it('goes on by itself a minute after the API came back, whatever stays away', async () => {
    reader.unreachable = 'connect ECONNREFUSED';
    state('unreachable');
    await wait(600);
    reader.unreachable = undefined;
    await wait(40);
    expect(engine.freshness.get('api')?.state).toBe('live');
    expect(reason()).toBe('NodeReady');
    await wait(30);
    expect(reason()).toBe('NodeHeartbeatLate');
  });

  it('calls nothing late that it could not hear of, before it is known that the server hangs', async () => {
    reader.list('coordination.k8s.io/Lease', [
      heartbeat('n1', 10),
      leader('kube-scheduler', 10),
    ]);
    await wait(2);
    expect(leads()).toBe('healthy');
    reader.hangs = true;
    for (let second = 0; second < 90; second += 1) {
      await wait(1);
      expect([second, leads(), reason()]).toEqual([
        second,
        'healthy',
        'NodeReady',
      ]);
    }
    expect(engine.freshness.get('api')?.state).toBe('unreachable');
  });

  it('calls a leader gone that a quiet server still tells of', async () => {
    reader.list('coordination.k8s.io/Lease', [leader('kube-scheduler', 10)]);
    await wait(30);
    expect(leads()).toBe('failed');
  });

  it('does not spin while it stands still before a deadline', async () => {
    const settle = jest.spyOn(engine.store, 'settle');
    reader.unreachable = 'connect ECONNREFUSED';
    state('unreachable');
    await wait(600);
    expect(settle.mock.calls.length).toBeLessThan(10);
  });
});
