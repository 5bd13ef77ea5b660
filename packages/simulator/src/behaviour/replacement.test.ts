import { ClusterControl, Simulator, startSimulator } from '..';
import { longhornPlatform } from '../__testing__/longhorn-platform';
import { fieldsAt, listAt, textAt } from '../storage/object';

const pause = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

describe('pods that are started elsewhere', () => {
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
  const slice = () =>
    get('discovery.k8s.io/v1', 'EndpointSlice', 'till-x', 'shop');
  const conditions = () =>
    listAt(slice(), 'endpoints').map(endpoint => [
      textAt(endpoint, 'targetRef', 'name'),
      fieldsAt(endpoint, 'conditions'),
    ]);
  const ready = { ready: true, serving: true, terminating: false };

  beforeEach(() => {
    const selector = { app: 'till' };
    control.apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'till', namespace: 'shop' },
      spec: { selector },
    });
    control.patch(
      { apiVersion: 'v1', kind: 'Pod', name: 'web-1-b', namespace: 'shop' },
      { metadata: { labels: selector }, status: { podIP: '10.0.3.1' } },
    );
    control.patch(
      { apiVersion: 'v1', kind: 'Node', name: 'n2' },
      { spec: { podCIDR: '10.0.2.0/24' } },
    );
    control.patch(
      { apiVersion: 'v1', kind: 'Node', name: 'n1' },
      { spec: { podCIDR: '10.0.1.0/24' } },
    );
    control.apply({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'till-x',
        namespace: 'shop',
        labels: { 'kubernetes.io/service-name': 'till' },
      },
      addressType: 'IPv4',
      endpoints: [
        {
          addresses: ['10.0.3.1'],
          nodeName: 'n3',
          conditions: ready,
          targetRef: { kind: 'Pod', name: 'web-1-b', namespace: 'shop' },
        },
      ],
    });
  });

  it('take their place in the endpoints of a Service', async () => {
    control.nodeDown('n3', { immediately: true });
    expect(conditions()).toEqual([
      ['web-1-b', { ready: false, serving: false, terminating: false }],
    ]);
    await pause(400);
    expect(conditions()).toEqual(
      expect.arrayContaining([
        ['web-1-b', { ready: false, serving: false, terminating: true }],
        [expect.stringMatching(/^web-1-/), ready],
      ]),
    );
    control.nodeUp('n3');
    expect(conditions()).toEqual([
      [expect.not.stringContaining('web-1-b'), ready],
    ]);
    const addresses = listAt(slice(), 'endpoints').flatMap(endpoint =>
      listAt(endpoint, 'addresses'),
    );
    expect(addresses).toEqual([expect.stringMatching(/^10\.0\.[12]\.\d+$/)]);
  });

  it('are none where the node is soon back: its endpoints are as before', () => {
    control.nodeDown('n3', { immediately: true });
    control.nodeUp('n3');
    expect(conditions()).toEqual([['web-1-b', ready]]);
  });

  it('crash there as they did here', async () => {
    const waiting = { reason: 'CrashLoopBackOff' };
    const notReady = [{ type: 'Ready', status: 'False' }];
    control.patch(
      { apiVersion: 'v1', kind: 'Pod', name: 'web-1-b', namespace: 'shop' },
      {
        status: {
          conditions: notReady,
          containerStatuses: [
            {
              name: 'main',
              ready: false,
              restartCount: 4,
              state: { waiting },
            },
          ],
        },
      },
    );
    control.nodeDown('n3', { immediately: true });
    await pause(400);
    const moved = control
      .list({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop' })
      .filter(({ metadata }) => !/-[ab]$/.test(metadata.name));
    const isStill = expect.objectContaining({
      status: expect.objectContaining({
        conditions: [expect.objectContaining(notReady[0])],
        containerStatuses: [expect.objectContaining({ state: { waiting } })],
      }),
    });
    expect(moved).toEqual([isStill]);
    control.nodeUp('n3');
    expect(
      control.get({
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: 'shop',
        name: moved[0].metadata.name,
      }),
    ).toEqual(isStill);
  });
});
