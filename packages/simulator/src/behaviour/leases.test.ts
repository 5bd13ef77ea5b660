import { longhornPlatform } from '../__testing__/longhorn-platform';
import { Cluster } from '../server/cluster';
import {
  KubeObject,
  microTimestamp,
  textAt,
  timestamp,
} from '../storage/object';
import { Hands } from './hands';
import { Leases } from './leases';
import { StatusTimes } from './status-times';

const start = Date.parse('2026-05-01T10:00:00Z');

function lease(
  namespace: string,
  name: string,
  holder: string,
  age: number,
): KubeObject {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: namespace === 'kube-node-lease' ? 40 : 15,
      renewTime: microTimestamp(start - age),
      leaseTransitions: 3,
    },
  };
}

function secret(name: string, age: number, ready = 'True'): KubeObject {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace: 'shop' },
    spec: { refreshInterval: '1m' },
    status: {
      refreshTime: timestamp(start - age),
      conditions: [{ type: 'Ready', status: ready }],
    },
  };
}

describe('what moves by itself', () => {
  let now: number;
  let cluster: Cluster;
  let hands: Hands;

  beforeEach(() => {
    now = start;
    cluster = new Cluster('lab', { token: 't', now: () => now });
    cluster.load([
      ...longhornPlatform(),
      lease('kube-node-lease', 'n1', 'n1', 4000),
      lease('kube-node-lease', 'n2', 'n2', 600_000),
      lease('kube-system', 'kube-scheduler', 'n1_abc', 1000),
      lease('kube-system', 'kube-controller-manager', 'n3_abc', 90_000),
      secret('fresh', 10_000),
      secret('forgotten', 3_600_000),
      secret('failing', 10_000, 'False'),
    ]);
    hands = new Hands(cluster);
  });

  const renewal = (namespace: string, name: string) =>
    textAt(
      hands.get({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        namespace,
        name,
      }),
      'spec',
      'renewTime',
    );
  const refreshed = (name: string) =>
    textAt(
      hands.get({
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        namespace: 'shop',
        name,
      }),
      'status',
      'refreshTime',
    );

  it('renews the Leases of nodes, but not one that had run out, nor that of a dead node', () => {
    const leases = new Leases(hands);
    now += 10_000;
    hands.downNodes.add('n3');
    leases.beatOfKubelets();
    expect(renewal('kube-node-lease', 'n1')).toBe(microTimestamp(now));
    expect(renewal('kube-node-lease', 'n2')).toBe(
      microTimestamp(start - 600_000),
    );
    expect(renewal('kube-node-lease', 'n3')).toBe('');
  });

  it('keeps leaders, and lets another take over from a dead node', () => {
    const leases = new Leases(hands);
    now += 2000;
    leases.beatOfLeaders();
    expect(renewal('kube-system', 'kube-scheduler')).toBe(microTimestamp(now));
    expect(renewal('kube-system', 'kube-controller-manager')).toBe(
      microTimestamp(start - 90_000),
    );
    hands.downNodes.add('n1');
    now += 10_000;
    leases.beatOfLeaders();
    expect(renewal('kube-system', 'kube-scheduler')).toBe(
      microTimestamp(now - 10_000),
    );
    now += 6000;
    leases.beatOfLeaders();
    const name = 'kube-scheduler';
    expect(
      hands.get({
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        namespace: 'kube-system',
        name,
      })?.spec,
    ).toMatchObject({
      holderIdentity: expect.stringMatching(/^n2_/),
      leaseTransitions: 4,
    });
  });

  it('moves on what operators come back to, unless they had fallen silent, failed, or are silenced', () => {
    const times = new StatusTimes(hands);
    now += 70_000;
    times.beat();
    expect(refreshed('fresh')).toBe(timestamp(now));
    expect(refreshed('forgotten')).toBe(timestamp(start - 3_600_000));
    expect(refreshed('failing')).toBe(timestamp(start - 10_000));
    const before = refreshed('fresh');
    hands.silence({ kind: 'ExternalSecret' });
    now += 70_000;
    times.beat();
    expect(refreshed('fresh')).toBe(before);
    hands.speak();
    times.beat();
    expect(refreshed('fresh')).toBe(timestamp(now));
  });
});
