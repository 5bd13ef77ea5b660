import { ApiClient } from '../__testing__/api-client';
import { Simulator, startSimulator } from '../simulator';
import { at, listAt, textAt } from '../storage/object';

describe('a generated cluster', () => {
  let simulator: Simulator;
  let api: ApiClient;
  beforeAll(async () => {
    simulator = await startSimulator({
      clusters: [],
      scale: { nodes: 20, pods: 2000, volumes: 60, apps: 30, churn: 40 },
    });
    api = new ApiClient(simulator.url('scale'), simulator.token);
  });
  afterAll(() => simulator.close());

  it.each([
    ['/api/v1/pods', 2000],
    ['/api/v1/nodes', 20],
    ['/apis/apps/v1/deployments', 200],
    ['/apis/apps/v1/replicasets', 200],
    ['/api/v1/persistentvolumeclaims', 60],
    ['/api/v1/persistentvolumes', 60],
    ['/apis/longhorn.io/v1beta2/replicas', 180],
    ['/apis/argoproj.io/v1alpha1/applications', 30],
  ])('serves %s: %d', async (path, count) => {
    expect(listAt((await api.get(path)).body, 'items')).toHaveLength(count);
  });

  it('has pods as large as real ones, each complete and different', async () => {
    const { body, text } = await api.get('/api/v1/pods?limit=500');
    const pods = listAt(body, 'items');
    expect(text.length / pods.length).toBeGreaterThan(9_000);
    expect(text.length / pods.length).toBeLessThan(10_400);
    expect(text).not.toMatch(/@[a-z]+@/);
    expect(new Set(pods.map(pod => textAt(pod, 'metadata', 'uid'))).size).toBe(
      500,
    );
    expect(
      new Set(pods.map(pod => textAt(pod, 'metadata', 'resourceVersion'))).size,
    ).toBe(500);
    const ill = pods.filter(pod =>
      JSON.stringify(pod).includes('CrashLoopBackOff'),
    );
    expect(ill).toHaveLength(5);
    expect(
      at(listAt(ill[0], 'status', 'containerStatuses')[0], 'restartCount'),
    ).toBeGreaterThan(40);
  });

  it('pages through all of them once', async () => {
    const names = new Set<string>();
    let next = '';
    do {
      const { body } = await api.get(
        `/api/v1/pods?limit=300&continue=${encodeURIComponent(next)}`,
      );
      for (const pod of listAt(body, 'items'))
        names.add(textAt(pod, 'metadata', 'name'));
      next = textAt(body, 'metadata', 'continue');
    } while (next);
    expect(names.size).toBe(2000);
  });

  it('selects like any other', async () => {
    const running = await api.get(
      '/api/v1/pods?fieldSelector=spec.nodeName%3Dworker-001,status.phase%3DRunning',
    );
    expect(listAt(running.body, 'items')).toHaveLength(100);
    const labelled = await api.get(
      '/api/v1/pods?labelSelector=app.kubernetes.io/name%3Dapp-00003',
    );
    expect(listAt(labelled.body, 'items')).toHaveLength(10);
  });

  it('changes as many as it was told', async () => {
    const { body } = await api.get('/api/v1/pods?limit=1');
    const from = textAt(body, 'metadata', 'resourceVersion');
    const selector = 'fieldSelector=status.phase%3DRunning';
    const watch = await api.watch(
      `/api/v1/pods?watch=1&${selector}&resourceVersion=${from}`,
    );
    const events = await watch.take(5);
    expect(events.map(({ type }) => type)).toEqual(Array(5).fill('MODIFIED'));
    watch.close();
  });

  it('can be written to', async () => {
    const [pod] = listAt((await api.get('/api/v1/pods?limit=1')).body, 'items');
    const path = `/api/v1/namespaces/${textAt(
      pod,
      'metadata',
      'namespace',
    )}/pods/${textAt(pod, 'metadata', 'name')}`;
    const merge = { 'Content-Type': 'application/merge-patch+json' };
    const { body } = await api.call(
      'PATCH',
      path,
      { metadata: { labels: { mine: 'yes' } } },
      merge,
    );
    expect(at(body, 'metadata', 'labels', 'mine')).toBe('yes');
    expect((await api.call('DELETE', path)).code).toBe(200);
    expect((await api.get(path)).code).toBe(404);
  });
});
