import { mockServices } from '@backstage/backend-test-utils';
import {
  KindId,
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { eventually, fastClock } from '../reading/__testing__/fast-clock';
import { HttpConnection } from '../reading/transport';
import { ClusterProbing } from './cluster-probing';
import { DepotServer } from './__testing__/depot-server';

const clock = fastClock(200);
const METRICS = '/apis/metrics.k8s.io/v1beta1/nodes';
const WELL =
  '[+]ping ok\n[+]etcd ok\n[+]etcd-readiness ok\nreadyz check passed\n';
const WITHOUT_ETCD =
  '[+]ping ok\n[-]etcd failed: reason withheld\n[+]etcd-readiness ok\nreadyz check failed\n';

describe('what every API server is asked', () => {
  let server: DepotServer;
  let probing: ClusterProbing;
  const store = new ResourceStore(new SystemRegistry(systems));

  const says = (code: number, text: string) =>
    server.on('/readyz', (_, response) => response.writeHead(code).end(text));
  const verdict = (kind: KindId, name = 'c') =>
    store.get(kind, 'c', name)?.verdict;

  beforeAll(async () => {
    server = await new DepotServer()
      .on('/livez', (_, response) => response.writeHead(200).end('ok'))
      .on('/version', { gitVersion: 'v1.35.3', goVersion: 'go1.25' })
      .on(METRICS, {
        kind: 'NodeMetricsList',
        apiVersion: 'metrics.k8s.io/v1beta1',
        items: [
          {
            metadata: { name: 'brain-1' },
            timestamp: new Date().toISOString(),
            window: '20h',
            usage: { cpu: '137402184n', memory: '9788012Ki' },
          },
        ],
      })
      .start();
    says(200, WELL);
    store.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: 'brain-1',
        uid: 'n',
        labels: { 'node-role.kubernetes.io/control-plane': '' },
      },
      status: {
        nodeInfo: { kubeletVersion: 'v1.35.3' },
        conditions: [{ type: 'Ready', status: 'True' }],
        allocatable: { cpu: '2', memory: '16Gi' },
      },
    });
    store.setListed('/Node', true);
    probing = new ClusterProbing(
      {
        name: 'c',
        store,
        complete: true,
        tell: () => {},
        changed: () => store.settle(clock.now()),
      },
      {
        instances: [],
        api: new HttpConnection('c', {
          get: async () => ({ url: server.url, headers: {}, tls: {} }),
          refused: () => false,
        }),
        logger: mockServices.logger.mock(),
        clock,
      },
    );
    probing.start();
  });
  afterAll(async () => {
    probing.stop();
    await server.stop();
  });

  it('says how the control plane is, and what its nodes use', async () => {
    await eventually(() =>
      expect(verdict('control-plane.socle.dev/ControlPlane')).toMatchObject({
        status: 'healthy',
        message: '1 control plane node, all working: none may be lost.',
        flags: ['notReplicated'],
      }),
    );
    expect(verdict('control-plane.socle.dev/EtcdCluster')?.reason).toBe(
      'EtcdAnswers',
    );
    await eventually(() =>
      expect(
        verdict('metrics-server.socle.dev/NodeMetrics', 'brain-1')?.message,
      ).toBe(
        'In use: CPU 0.14 cores of 2.00 cores (7 %), memory 9.3 GiB of 16 GiB (58 %).',
      ),
    );
    expect(
      store.get('control-plane.socle.dev/ApiServer', 'c', 'c')?.facts.version,
    ).toBe('v1.35.3');
  });

  it('fails with etcd, and recovers with it', async () => {
    says(500, WITHOUT_ETCD);
    await eventually(() =>
      expect(verdict('control-plane.socle.dev/ControlPlane')?.reason).toBe(
        'ControlPlaneEtcdDown',
      ),
    );
    expect(verdict('control-plane.socle.dev/ApiServer')?.reason).toBe(
      'ApiServerWithoutEtcd',
    );
    says(200, WELL);
    await eventually(() =>
      expect(verdict('control-plane.socle.dev/ControlPlane')?.status).toBe(
        'healthy',
      ),
    );
  });

  it('tells a metrics API that is silent from one that is not there', async () => {
    const api = 'metrics-server.socle.dev/MetricsApi';
    server.on(METRICS, { kind: 'Status', message: 'no endpoints' }, 503);
    await eventually(() =>
      expect(verdict(api)?.reason).toBe('MetricsUnavailable'),
    );
    server.off(METRICS);
    await eventually(() =>
      expect(['MetricsNotInstalled', undefined]).toContain(
        verdict(api)?.reason,
      ),
    );
  });
});
