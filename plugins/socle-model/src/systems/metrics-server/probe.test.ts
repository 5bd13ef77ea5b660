import fc from 'fast-check';
import { ProbeTarget } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { metricsServer } from '.';

const target: ProbeTarget = { name: 'metz', namespace: 'metz', endpoints: [] };
const registry = new SystemRegistry([metricsServer]);
const [probe] = metricsServer.probes!;
const ROOT = '/apis/metrics.k8s.io/v1beta1';
const NOW = Date.UTC(2026, 9, 2, 8);

function judged(path: string, httpStatus: number, body: unknown) {
  const reading = probe.requests
    .find(one => one.path.test(path))
    ?.read({ path, query: new URLSearchParams(), httpStatus, body }, target);
  if (!reading?.subject) {
    return { reading };
  }
  const store = new ResourceStore(registry);
  const subject = store.apply(reading.subject)!;
  for (const item of reading.items ?? []) store.apply(item);
  store.settle(NOW);
  const { status, reason, message } = subject.verdict;
  return { reading, said: `${status} ${reason}`, message };
}

const list = (timestamp: string, kind = 'NodeMetricsList') => ({
  kind,
  apiVersion: 'metrics.k8s.io/v1beta1',
  items: [
    {
      metadata: { name: 'metal-21' },
      timestamp: '2026-10-02T07:30:00Z',
      window: '20s',
      usage: { cpu: '1', memory: '1Gi' },
    },
    {
      metadata: { name: 'metal-22' },
      timestamp,
      window: '20.05s',
      usage: { cpu: '137402184n', memory: '8Gi' },
    },
  ],
});
const refused = (code: number, message: string) => ({
  kind: 'Status',
  status: 'Failure',
  code,
  message,
});

it.each<[string, string, number, unknown, string | undefined]>([
  [
    'current',
    '/nodes',
    200,
    list('2026-10-02T07:59:30Z'),
    'healthy MetricsServed',
  ],
  ['old', '/nodes', 200, list('2026-10-02T07:57:00Z'), 'degraded MetricsStale'],
  [
    'pods',
    '/pods',
    200,
    list('2026-10-02T07:59:30Z', 'PodMetricsList'),
    'healthy MetricsServed',
  ],
  [
    'pods of a namespace',
    '/namespaces/shop/pods',
    200,
    { ...list('', 'PodMetricsList'), items: [] },
    'progressing MetricsNotCollectedYet',
  ],
  [
    'a node',
    '/nodes/metal-22',
    200,
    { ...list('2026-10-02T07:59:30Z').items[1], kind: 'NodeMetrics' },
    'healthy NodeMetricsCurrent',
  ],
  [
    'not installed',
    '/nodes',
    404,
    refused(404, 'the server could not find the requested resource'),
    'unknown MetricsNotInstalled',
  ],
  [
    'silent',
    '/nodes',
    503,
    'service unavailable\n',
    'degraded MetricsUnavailable',
  ],
  [
    'not permitted',
    '/nodes',
    403,
    refused(403, 'nodes.metrics.k8s.io is forbidden'),
    'unknown MetricsNotPermitted',
  ],
  ['a page', '/nodes', 503, '<html></html>', undefined],
  ['a page where a list should be', '/nodes', 200, '<html></html>', undefined],
  [
    'a list of something else',
    '/nodes',
    200,
    { kind: 'PodList', items: [] },
    undefined,
  ],
])('%s', (_, path, httpStatus, body, want) => {
  expect(judged(ROOT + path, httpStatus, body).said).toBe(want);
});

it('keeps what each node uses, with its own time', () => {
  const { reading } = judged(
    `${ROOT}/nodes`,
    200,
    list('2026-10-02T07:59:30Z'),
  );
  expect(reading?.items).toHaveLength(2);
  expect(reading?.items?.[1]).toMatchObject({
    kind: 'NodeMetrics',
    metadata: { name: 'metal-22', namespace: 'metz' },
    status: { usage: { cpu: '137402184n', memory: '8Gi' }, window: '20.05s' },
  });
});

it('never throws, and takes nothing for healthy that measured nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('/nodes', '/nodes/a', '/pods', '/namespaces/b/pods'),
      fc.integer({ min: 100, max: 599 }),
      fc.oneof(
        fc.anything(),
        fc.record({
          kind: fc.constantFrom(
            'NodeMetricsList',
            'PodMetricsList',
            'NodeMetrics',
          ),
          items: fc.oneof(fc.anything(), fc.array(fc.anything())),
          usage: fc.anything(),
          timestamp: fc.anything(),
        }),
      ),
      (path, httpStatus, body) => {
        const { said } = judged(ROOT + path, httpStatus, body);
        expect(said ?? '').not.toMatch(/^healthy|RuleFailed/);
      },
    ),
    { numRuns: 500 },
  );
});
