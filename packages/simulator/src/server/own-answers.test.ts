import { KubeObject } from '../storage/object';
import { Simulator, startSimulator } from '../simulator';

const node = (name: string, ready = 'True'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name },
  status: {
    capacity: { cpu: '4', memory: '16Gi', 'ephemeral-storage': '100Gi' },
    conditions: [{ type: 'Ready', status: ready }],
  },
});
const claim: KubeObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop' },
  spec: {},
  status: { phase: 'Bound', capacity: { storage: '10Gi' } },
};
const directory: KubeObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'pv-logs' },
  spec: { hostPath: { path: '/srv/logs' } },
};
const inDirectory: KubeObject = {
  ...claim,
  metadata: { name: 'logs', namespace: 'shop' },
  spec: { volumeName: 'pv-logs' },
};
const pod: KubeObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'db-0', namespace: 'shop' },
  spec: {
    nodeName: 'n1',
    containers: [{ name: 'db' }],
    volumes: [
      { name: 'tmp', emptyDir: {} },
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
      { name: 'logs', persistentVolumeClaim: { claimName: 'logs' } },
    ],
  },
  status: { phase: 'Running' },
};

describe('what an API server tells beside its objects', () => {
  let simulator: Simulator;
  const ask = (path: string, cluster = 'lab') =>
    fetch(`${simulator.url(cluster)}${path}`, {
      headers: { authorization: `Bearer ${simulator.token}` },
    });
  const summaryPath = (name: string) =>
    `/api/v1/nodes/${name}/proxy/stats/summary`;
  const share = async () => {
    const { pods } = await (await ask(summaryPath('n1'))).json();
    // What lies in a directory of the node is not measured.
    expect(pods[0].volume).toHaveLength(1);
    const [{ usedBytes, capacityBytes, pvcRef }] = pods[0].volume;
    expect(pvcRef).toEqual({ name: 'data', namespace: 'shop' });
    return Math.round((usedBytes / capacityBytes) * 100);
  };

  beforeAll(async () => {
    simulator = await startSimulator({
      clusters: [
        {
          name: 'lab',
          figures: true,
          objects: [
            node('n1'),
            node('n2', 'Unknown'),
            claim,
            inDirectory,
            directory,
            pod,
          ],
          systems: {
            depot: [
              {
                request: 'GET /bucket',
                httpStatus: 200,
                body: {
                  bytes: 10,
                  quota: 100,
                  at: '${asked-5m}',
                  ends: '${askedUnix+1h}',
                },
              },
            ],
          },
        },
        {
          name: 'plain',
          objects: [node('n1')],
          systems: {
            apiserver: [
              {
                request: 'GET /readyz?verbose',
                httpStatus: 500,
                body: '[-]etcd failed: reason withheld\nreadyz check failed\n',
              },
            ],
          },
        },
      ],
    });
  });
  afterAll(() => simulator.close());

  it('are its checks', async () => {
    expect(await (await ask('/readyz?verbose')).text()).toMatch(
      /^\[\+\]ping ok\n[^]*readyz check passed\n$/,
    );
    expect((await ask('/livez?verbose')).status).toBe(200);
    simulator.cluster('lab').setCheck('etcd', false);
    const answer = await ask('/readyz?verbose');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('[-]etcd failed');
    simulator.cluster('lab').setCheck('etcd', true);
  });

  it('is what was recorded, in place of its own', async () => {
    expect((await ask('/readyz?verbose', 'plain')).status).toBe(500);
    expect((await ask('/readyz', 'plain')).status).toBe(200);
    expect((await ask(summaryPath('n1'), 'plain')).status).toBe(404);
    expect(
      (await ask('/apis/metrics.k8s.io/v1beta1/nodes', 'plain')).status,
    ).toBe(404);
    expect((await fetch(`${simulator.url('plain')}/x`)).status).toBe(401);
  });

  it('are the figures of its nodes and pods', async () => {
    const nodes = await ask('/apis/metrics.k8s.io/v1beta1/nodes');
    const { kind, items } = await nodes.json();
    expect(kind).toBe('NodeMetricsList');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      metadata: { name: 'n1' },
      usage: {
        cpu: expect.stringMatching(/^\d+n$/),
        memory: expect.stringMatching(/^\d+Ki$/),
      },
    });
    expect(Date.now() - Date.parse(items[0].timestamp)).toBeLessThan(17_000);
    const one = await ask('/apis/metrics.k8s.io/v1beta1/nodes/n1');
    expect(await one.json()).toMatchObject({ kind: 'NodeMetrics' });
    const pods = await ask('/apis/metrics.k8s.io/v1beta1/pods');
    expect((await pods.json()).items).toHaveLength(1);
  });

  it('are the claims that pods mount, as full as an annotation says', async () => {
    const before = await share();
    expect(before).toBeGreaterThanOrEqual(15);
    expect(await share()).toBe(before);
    simulator.cluster('lab').patch(
      { ...claim, name: 'data', namespace: 'shop' },
      {
        metadata: { annotations: { 'simulator.socle.dev/used': '97%' } },
      },
    );
    expect(await share()).toBe(97);
    expect((await ask(summaryPath('n2'))).status).toBe(503);
    expect((await ask(summaryPath('n3'))).status).toBe(404);
  });

  it('can be forbidden', async () => {
    const control = simulator.cluster('lab');
    const denials = [
      { resource: 'nodes/proxy' },
      { group: 'metrics.k8s.io', resource: 'nodes' },
    ];
    denials.forEach(denial => control.forbid(denial));
    expect((await ask(summaryPath('n1'))).status).toBe(403);
    const metrics = await ask('/apis/metrics.k8s.io/v1beta1/nodes');
    expect(metrics.status).toBe(403);
    expect((await ask('/api/v1/nodes')).status).toBe(200);
    denials.forEach(denial => control.allow(denial));
    expect((await ask(summaryPath('n1'))).status).toBe(200);
  });

  it('names the systems beside it, whose answers change in part and tell the time they are asked', async () => {
    const [lab, plain] = simulator.clusters();
    expect(lab.systems).toEqual({
      depot: simulator.systemUrl('lab', 'depot'),
    });
    expect(plain.systems).toBeUndefined();
    const bucket = async () =>
      (await fetch(`${lab.systems!.depot}/bucket`)).json();
    simulator.cluster('lab').patchAnswer('depot', 'GET /bucket', { bytes: 97 });
    const told = await bucket();
    expect(told).toMatchObject({ bytes: 97, quota: 100 });
    const age = Date.now() - Date.parse(told.at);
    expect(age).toBeGreaterThan(299_000);
    expect(age).toBeLessThan(310_000);
    expect(Math.round(told.ends - Date.now() / 1000)).toBeCloseTo(3600, -1);
    expect(() =>
      simulator.cluster('lab').patchAnswer('depot', 'GET /none', {}),
    ).toThrow('depot has no recorded answer to "GET /none"');
  });
});
