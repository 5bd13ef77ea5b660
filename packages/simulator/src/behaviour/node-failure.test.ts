import { ClusterControl, Simulator, startSimulator } from '..';
import { longhornPlatform } from '../__testing__/longhorn-platform';
import { at, fieldsAt, isFields, listAt, textAt } from '../storage/object';

const pause = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

describe('a node that dies', () => {
  let simulator: Simulator;
  let control: ClusterControl;

  beforeEach(async () => {
    simulator = await startSimulator({
      clusters: [{ name: 'lab', objects: longhornPlatform() }],
      pace: 1000,
    });
    control = simulator.cluster('lab');
  });
  afterEach(() => simulator.close());

  const get = (
    apiVersion: string,
    kind: string,
    name: string,
    namespace?: string,
  ) => control.get({ apiVersion, kind, name, namespace });
  const longhorn = (kind: string, name: string) =>
    get('longhorn.io/v1beta2', kind, name, 'longhorn-system');
  const condition = (object: unknown, type: string) =>
    listAt(object, 'status', 'conditions')
      .filter(isFields)
      .find(one => one.type === type);

  it('is noticed after the grace period, not before', async () => {
    control.nodeDown('n3');
    expect(condition(get('v1', 'Node', 'n3'), 'Ready')).toMatchObject({
      status: 'True',
    });
    await pause(120);
    expect(condition(get('v1', 'Node', 'n3'), 'Ready')).toMatchObject({
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
    });
  });

  it('is unknown to Kubernetes, tainted, and its pods and endpoints are not ready', () => {
    control.nodeDown('n3', { immediately: true });
    const node = get('v1', 'Node', 'n3');
    expect(condition(node, 'MemoryPressure')).toMatchObject({
      status: 'Unknown',
    });
    expect(listAt(node, 'spec', 'taints')).toMatchObject([
      { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
      { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
    ]);
    const pod = get('v1', 'Pod', 'web-1-b', 'shop');
    expect(textAt(pod, 'status', 'phase')).toBe('Running');
    expect(condition(pod, 'Ready')).toMatchObject({ status: 'False' });
    expect(get('apps/v1', 'ReplicaSet', 'web-1', 'shop')).toMatchObject({
      status: { readyReplicas: 1 },
    });
    const deployment = get('apps/v1', 'Deployment', 'web', 'shop');
    expect(deployment).toMatchObject({
      status: { readyReplicas: 1, unavailableReplicas: 1 },
    });
    expect(condition(deployment, 'Available')).toMatchObject({
      status: 'False',
    });
    const [first, second] = listAt(
      get('discovery.k8s.io/v1', 'EndpointSlice', 'web-x', 'shop'),
      'endpoints',
    );
    expect(first).toMatchObject({ conditions: { ready: true } });
    expect(second).toMatchObject({ conditions: { ready: false } });
  });

  it('costs Longhorn its copies, each volume by where it is attached', () => {
    control.nodeDown('n3', { immediately: true });
    expect(condition(longhorn('Node', 'n3'), 'Ready')).toMatchObject({
      status: 'False',
      reason: 'KubernetesNodeNotReady',
    });
    expect(longhorn('Volume', 'far')).toMatchObject({
      status: { robustness: 'degraded', state: 'attached' },
    });
    expect(longhorn('Volume', 'here')).toMatchObject({
      status: { robustness: 'unknown' },
    });
    expect(longhorn('Volume', 'single')).toMatchObject({
      status: { robustness: 'faulted' },
    });
    expect(
      fieldsAt(longhorn('Engine', 'far-e-0'), 'status', 'replicaModeMap'),
    ).toEqual({
      'far-r-n1': 'RW',
      'far-r-n2': 'RW',
    });
    expect(at(longhorn('Engine', 'here-e-0'), 'status', 'currentState')).toBe(
      'unknown',
    );
    const lost = longhorn('Replica', 'far-r-n3');
    expect(textAt(lost, 'spec', 'failedAt')).not.toBe('');
    expect(lost).toMatchObject({ status: { currentState: 'stopped' } });
    expect(longhorn('Replica', 'here-r-n3')).toMatchObject({
      spec: { failedAt: '' },
      status: { currentState: 'unknown' },
    });
  });

  it('is as before when it is back, after its copies were rebuilt', async () => {
    control.nodeDown('n3', { immediately: true });
    control.patch(
      { apiVersion: 'v1', kind: 'Node', name: 'n3' },
      { metadata: { labels: { kept: 'yes' } } },
    );
    control.nodeUp('n3');
    expect(
      fieldsAt(longhorn('Engine', 'far-e-0'), 'status', 'replicaModeMap'),
    ).toEqual({
      'far-r-n1': 'RW',
      'far-r-n2': 'RW',
      'far-r-n3': 'WO',
    });
    expect(at(longhorn('Volume', 'far'), 'status', 'robustness')).toBe(
      'degraded',
    );
    await pause(150);
    expect(longhorn('Volume', 'far')).toMatchObject({
      status: { robustness: 'healthy' },
    });
    expect(
      fieldsAt(longhorn('Engine', 'far-e-0'), 'status', 'replicaModeMap')[
        'far-r-n3'
      ],
    ).toBe('RW');
    expect(longhorn('Replica', 'far-r-n3')).toMatchObject({
      spec: { failedAt: '' },
      status: { currentState: 'running' },
    });
    const node = get('v1', 'Node', 'n3');
    expect(node?.metadata.labels).toEqual({ kept: 'yes' });
    expect(at(node, 'spec', 'taints')).toBeUndefined();
    const ready = condition(node, 'Ready');
    expect(ready?.status).toBe('True');
    expect(ready?.lastTransitionTime).not.toBe('2026-01-01T00:00:00Z');
    expect(get('apps/v1', 'Deployment', 'web', 'shop')).toMatchObject({
      status: { readyReplicas: 2 },
    });
  });

  it('leaves its pods Terminating after the toleration, until it is back', async () => {
    control.nodeDown('n3', { immediately: true });
    await pause(400);
    const pod = get('v1', 'Pod', 'web-1-b', 'shop');
    expect(pod?.metadata.deletionTimestamp).toBeDefined();
    expect(condition(pod, 'DisruptionTarget')).toMatchObject({
      reason: 'DeletionByTaintManager',
    });
    const pods = () =>
      control.list({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop' });
    expect(pods()).toHaveLength(3);
    const replacement = pods().find(
      one => !/web-1-[ab]$/.test(one.metadata.name),
    );
    expect(textAt(replacement, 'spec', 'nodeName')).toMatch(/^n[12]$/);
    expect(condition(replacement, 'Ready')).toMatchObject({ status: 'True' });
    expect(get('apps/v1', 'Deployment', 'web', 'shop')).toMatchObject({
      status: { readyReplicas: 2 },
    });
    control.nodeUp('n3');
    expect(get('v1', 'Pod', 'web-1-b', 'shop')).toBeUndefined();
    expect(pods()).toHaveLength(2);
    expect(get('apps/v1', 'Deployment', 'web', 'shop')).toMatchObject({
      status: { readyReplicas: 2 },
    });
  });

  it('has all copies of a volume at once that was only out of sight', () => {
    control.nodeDown('n3', { immediately: true });
    control.nodeUp('n3');
    expect(at(longhorn('Volume', 'here'), 'status', 'robustness')).toBe(
      'healthy',
    );
  });

  it('must exist', () => {
    expect(() => control.nodeDown('n9')).toThrow('There is no Node "n9"');
  });
});
