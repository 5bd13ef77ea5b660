import fc from 'fast-check';
import { HttpAnswer, ProbeReading } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject, stringAt } from '../../reading/raw';
import { judgeRecorded, judgeRound } from '../__testUtils__/recorded';
import { harbor } from '.';
import { harborProbe } from './probe';

const NOW = Date.UTC(2026, 8, 15, 12);
const TARGET = {
  name: 'wharf',
  namespace: 'images',
  endpoints: ['wharf.example:443'],
};
const registry = new SystemRegistry([harbor]);
const API = '/api/v2.0';

function answer(request: string, body: unknown, httpStatus = 200): HttpAnswer {
  const url = new URL(request, 'https://wharf.example');
  return { path: url.pathname, query: url.searchParams, httpStatus, body };
}

function read(of: HttpAnswer): ProbeReading | undefined {
  return harborProbe.requests
    .filter(request => request.path.test(of.path))
    .map(request => request.read(of, TARGET))
    .find(Boolean);
}

function objectsOf(reading: ProbeReading | undefined): RawObject[] {
  return [
    ...(reading?.subject ? [reading.subject] : []),
    ...(reading?.items ?? []),
  ];
}

const parts = (...unwell: string[]) => ({
  status: unwell.length > 0 ? 'unhealthy' : 'healthy',
  components: [
    'core',
    'database',
    'redis',
    'registry',
    'jobservice',
    'trivy',
  ].map(name => ({
    name,
    status: unwell.includes(name) ? 'unhealthy' : 'healthy',
  })),
});
const run = (id: number, status: string, over: object = {}) => ({
  id,
  policy_id: 4,
  status,
  status_text: '',
  start_time: '2026-09-15T06:00:00Z',
  end_time: '2026-09-15T06:30:00Z',
  total: 12,
  failed: 0,
  ...over,
});
const report = 'application/vnd.security.vulnerability.report; version=1.1';
const image = (scan: object | null, over: object = {}) => ({
  digest: 'sha256:77aa',
  repository_name: 'store/till',
  type: 'IMAGE',
  tags: null,
  pull_time: '0001-01-01T00:00:00.000Z',
  accessories: null,
  ...(scan ? { scan_overview: { [report]: scan } } : {}),
  ...over,
});
const done = (severity: string, counts: object, over: object = {}) => ({
  scan_status: 'Success',
  severity,
  end_time: '2026-09-14T02:00:00Z',
  summary: { total: 8, fixable: 2, summary: counts },
  ...over,
});
const project = (over: object = {}) => ({
  name: 'store',
  project_id: 5,
  metadata: { public: 'false' },
  repo_count: 2,
  ...over,
});

const HEALTH = `${API}/health`;
const RUNS = `${API}/replication/executions?policy_id=4&sort=-id&page_size=5`;
const IMAGES = `${API}/projects/store/repositories/till/artifacts?with_scan_overview=true`;

it.each<[string, unknown, number, string]>([
  [HEALTH, parts(), 200, 'healthy HarborHealthy'],
  [HEALTH, parts('trivy'), 200, 'degraded HarborPartUnwell'],
  [HEALTH, parts('jobservice', 'redis'), 200, 'failed HarborPartFailed'],
  [
    HEALTH,
    {
      status: 'unhealthy',
      components: [{ name: 'chartmuseum', status: 'unhealthy' }],
    },
    200,
    'degraded HarborPartUnwell',
  ],
  [
    HEALTH,
    { status: 'healthy', components: [] },
    200,
    'unknown HarborHealthUnclear',
  ],
  [HEALTH, { status: 'healthy' }, 200, 'unknown HarborHealthUnclear'],
  [
    HEALTH,
    { status: 'healthy', components: [{ name: 'core', status: 'sleepy' }] },
    200,
    'unknown HarborHealthUnclear',
  ],
  [
    HEALTH,
    '<!doctype html><title>Harbor</title>',
    200,
    'unknown HarborNotAnswering',
  ],
  [HEALTH, null, 200, 'unknown HarborNotAnswering'],
  [HEALTH, 'Bad Gateway', 502, 'unknown HarborNotAnswering'],
  [HEALTH, parts('database'), 503, 'failed HarborPartFailed'],
  [HEALTH, parts('trivy'), 500, 'degraded HarborPartUnwell'],
  [HEALTH, parts(), 503, 'unknown HarborNotAnswering'],
  [
    HEALTH,
    { errors: [{ code: 'UNAUTHORIZED' }] },
    401,
    'unknown HarborCredentialRefused',
  ],
  [
    `${API}/systeminfo`,
    { harbor_version: 'v2.14.0', read_only: true },
    200,
    'degraded HarborReadOnly',
  ],
  [
    `${API}/systeminfo`,
    { harbor_version: 'v2.14.0', read_only: false },
    200,
    'unknown HarborHealthNotTold',
  ],
  [
    `${API}/projects?page_size=100`,
    { errors: [{ code: 'UNAUTHORIZED' }] },
    401,
    'refused',
  ],
  [`${API}/projects?page_size=100`, '<html>', 200, 'not ours'],
  [
    `${API}/projects?page_size=100`,
    [project()],
    200,
    'healthy HarborProjectServed',
  ],
  [
    `${API}/projects?page_size=100`,
    [project({ registry_id: 0 })],
    200,
    'healthy HarborProjectServed',
  ],
  [
    `${API}/projects?page_size=100`,
    [project({ registry_id: 8 })],
    200,
    'unknown HarborProxyUpstreamUnknown',
  ],
  [`${API}/projects?page_size=100`, [], 200, 'nothing'],
  [
    `${API}/registries`,
    [{ id: 8, name: 'far', status: 'healthy' }],
    200,
    'healthy HarborRegistryReachable',
  ],
  [
    `${API}/registries`,
    [{ id: 8, name: 'far', status: '' }],
    200,
    'unknown HarborRegistryNotChecked',
  ],
  [
    `${API}/registries`,
    [{ id: 8, name: 'far', status: 'odd' }],
    200,
    'unknown HarborRegistryNotChecked',
  ],
  [
    `${API}/quotas`,
    [
      {
        id: 1,
        ref: { id: 5, name: 'store' },
        hard: { storage: 100 },
        used: { storage: 100 },
      },
    ],
    200,
    'failed HarborQuotaUsedUp',
  ],
  [
    `${API}/quotas`,
    [
      {
        id: 1,
        ref: { id: 5, name: 'store' },
        hard: { storage: 100 },
        used: { storage: 90 },
      },
    ],
    200,
    'degraded HarborQuotaNearlyUsedUp',
  ],
  [
    `${API}/quotas`,
    [
      {
        id: 1,
        ref: { id: 5, name: 'store' },
        hard: { storage: -1 },
        used: { storage: 9 },
      },
    ],
    200,
    'healthy HarborQuotaHasRoom',
  ],
  [
    `${API}/robots`,
    [{ name: 'robot$x', disable: false, expires_at: 1789473600 }],
    200,
    'failed HarborRobotExpired',
  ],
  [
    `${API}/robots`,
    [{ name: 'robot$x', disable: false, expires_at: 1789473601 }],
    200,
    'degraded HarborRobotExpiring',
  ],
  [
    `${API}/robots`,
    [{ name: 'robot$x', disable: true, expires_at: 1 }],
    200,
    'healthy HarborRobotDisabled',
  ],
  [
    `${API}/robots`,
    [{ name: 'robot$x', disable: false, expires_at: 1e300 }],
    200,
    'unknown HarborRobotNotTold',
  ],
  [RUNS, [run(9, 'Succeed')], 200, 'healthy HarborReplicationSucceeded'],
  [RUNS, [run(9, 'Success')], 200, 'healthy HarborReplicationSucceeded'],
  [
    RUNS,
    [run(9, 'Succeed', { total: 0 })],
    200,
    'healthy HarborReplicationSucceeded',
  ],
  [
    RUNS,
    [run(9, 'Failed', { failed: 2 }), run(8, 'Failed')],
    200,
    'degraded HarborReplicationRunFailed',
  ],
  [
    RUNS,
    [run(7, 'Failed'), run(9, 'Failed'), run(8, 'Error')],
    200,
    'failed HarborReplicationFailing',
  ],
  [
    RUNS,
    [run(9, 'InProgress', { end_time: null }), run(8, 'Failed')],
    200,
    'degraded HarborReplicationRunFailed',
  ],
  [
    RUNS,
    [run(9, 'Failed', { end_time: null }), run(8, 'Succeed')],
    200,
    'healthy HarborReplicationSucceeded',
  ],
  [
    RUNS,
    [run(9, 'Running', { end_time: '0001-01-01T00:00:00Z' })],
    200,
    'progressing HarborReplicationRunning',
  ],
  [
    RUNS,
    [
      run(9, 'InProgress', {
        start_time: '2026-09-14T06:00:00Z',
        end_time: null,
      }),
      run(8, 'Succeed'),
    ],
    200,
    'degraded HarborReplicationHangs',
  ],
  [RUNS, [run(9, 'Stopped')], 200, 'unknown HarborReplicationStopped'],
  [RUNS, [run(9, 'Levitating')], 200, 'unknown HarborReplicationNotTold'],
  [RUNS, [], 200, 'unknown HarborReplicationNeverRan'],
  [
    `${API}/replication/executions`,
    [run(9, 'Succeed'), run(8, 'Failed', { policy_id: 6 })],
    200,
    'degraded HarborReplicationRunFailed',
  ],
  [
    `${API}/replication/policies`,
    [{ id: 4, name: 'off', enabled: false }],
    200,
    'healthy HarborReplicationDisabled',
  ],
  [
    `${API}/replication/policies`,
    [
      {
        id: 4,
        name: 'on',
        enabled: true,
        src_registry: { id: 2, name: 'far', status: 'unhealthy' },
      },
    ],
    200,
    'failed HarborReplicationEndDown',
  ],
  [
    `${API}/system/gc?page_size=1&sort=-id`,
    [{ id: 3, job_status: 'Error', update_time: '2026-09-14T00:00:00Z' }],
    200,
    'degraded HarborCleanUpFailed',
  ],
  [
    `${API}/system/gc?page_size=1&sort=-id`,
    [
      { id: 3, job_status: 'Running' },
      { id: 2, job_status: 'Error' },
    ],
    200,
    'progressing HarborCleanUpRunning',
  ],
  [
    `${API}/system/gc?page_size=1&sort=-id`,
    [],
    200,
    'unknown HarborCleanUpNeverRan',
  ],
  [
    `${API}/projects/store/summary`,
    {
      repo_count: 2,
      quota: { hard: { storage: 10 }, used: { storage: 10 } },
    },
    200,
    'failed HarborQuotaUsedUp',
  ],
  [
    `${API}/systeminfo/volumes`,
    { storage: [{ total: 10, free: 1 }] },
    200,
    'unknown HarborHealthNotTold',
  ],
  [
    `${API}/statistics`,
    { total_project_count: 3 },
    200,
    'unknown HarborHealthNotTold',
  ],
  [
    `${API}/scans/all/metrics`,
    { total: 4, completed: 4, metrics: { Error: 1 } },
    200,
    'unknown HarborHealthNotTold',
  ],
  [IMAGES, [image(done('None', {}))], 200, 'healthy HarborArtifactClean'],
  [
    IMAGES,
    [image(done('Medium', { Medium: 8 }))],
    200,
    'healthy HarborArtifactClean',
  ],
  [
    IMAGES,
    [image(done('High', { High: 1 }))],
    200,
    'degraded HarborArtifactHigh',
  ],
  [
    IMAGES,
    [image(done('Critical', { Critical: 1 }))],
    200,
    'degraded HarborArtifactCritical',
  ],
  [
    IMAGES,
    [image(done('', {}, { summary: null }))],
    200,
    'unknown HarborArtifactNotTold',
  ],
  [
    IMAGES,
    [image({ scan_status: 'Error' })],
    200,
    'degraded HarborArtifactScanFailed',
  ],
  [
    IMAGES,
    [image({ scan_status: 'Scheduled' })],
    200,
    'progressing HarborArtifactScanRunning',
  ],
  [
    IMAGES,
    [image({ scan_status: 'Stopped' })],
    200,
    'unknown HarborArtifactScanStopped',
  ],
  [IMAGES, [image(null)], 200, 'unknown HarborArtifactNotScanned'],
  [
    IMAGES,
    [
      image(null),
      image(done('Critical', { Critical: 1 }), { digest: 'sha256:2' }),
    ],
    200,
    'degraded HarborArtifactCritical',
  ],
  [
    `${API}/projects/store/repositories/till/artifacts/1.8`,
    image(done('High', { High: 1 })),
    200,
    'degraded HarborArtifactHigh',
  ],
  [`${API}/ping`, 'Pong', 200, 'not ours'],
])('%s %j with %i reads %s', (request, body, httpStatus, want) => {
  expect(judgeRecorded(harbor, [request, body, httpStatus])).toBe(want);
});

it.each<[object, object, string]>([
  [
    { prevent_vul: 'true', severity: 'high' },
    done('High', { High: 1 }),
    'failed HarborArtifactBlocked',
  ],
  [
    { prevent_vul: 'true', severity: 'critical' },
    done('High', { High: 1 }),
    'degraded HarborArtifactHigh',
  ],
  [
    { prevent_vul: 'false', severity: 'high' },
    done('High', { High: 1 }),
    'degraded HarborArtifactHigh',
  ],
  [
    { enable_content_trust: 'true' },
    done('None', {}),
    'failed HarborArtifactUnsigned',
  ],
])('%j of its project makes an image with %j %s', (metadata, scan, want) => {
  expect(
    judgeRound(harbor, [
      [IMAGES, [image(scan)]],
      [`${API}/projects`, [project({ metadata })]],
    ]),
  ).toBe(want);
});

it.each([
  ['unhealthy', 'degraded HarborProxyUpstreamDown'],
  ['healthy', 'healthy HarborProjectServed'],
  ['', 'unknown HarborProxyUpstreamUnknown'],
])('a proxy cache with a registry that is "%s" is %s', (status, want) => {
  expect(
    judgeRound(harbor, [
      [`${API}/projects`, [project({ registry_id: 8 })]],
      [`${API}/registries`, [{ id: 8, name: 'far', status }]],
    ]),
  ).toBe(want);
});

it.each<[string, unknown, number, string]>([
  ['projects/store', project(), 200, 'healthy HarborProjectServed'],
  [
    'quotas/1',
    { ref: { name: 'store' }, hard: { storage: 10 }, used: { storage: 9 } },
    200,
    'degraded HarborQuotaNearlyUsedUp',
  ],
  [
    'registries/8',
    { id: 8, name: 'far', status: 'unhealthy' },
    200,
    'failed HarborRegistryUnreachable',
  ],
  [
    'robots/2',
    { name: 'robot$x', disable: false, expires_at: -1 },
    200,
    'healthy HarborRobotValid',
  ],
  [
    'replication/executions/9',
    run(9, 'Failed'),
    200,
    'degraded HarborReplicationRunFailed',
  ],
  [
    'system/gc/3',
    { id: 3, job_status: 'Success' },
    200,
    'healthy HarborCleanUpSucceeded',
  ],
  ['system/gc/schedule', { schedule: null }, 200, 'not ours'],
  [
    'system/gc/schedule',
    { id: 3, job_status: '', schedule: { type: 'Daily' } },
    200,
    'not ours',
  ],
  ['projects/store', { errors: [] }, 200, 'not ours'],
  ['security/summary', { errors: [] }, 403, 'nothing'],
])(
  'one thing by itself, %s %j with %i, reads %s',
  (path, body, status, want) => {
    expect(judgeRecorded(harbor, [`${API}/${path}`, body, status])).toBe(want);
  },
);

const TASKS = `${API}/replication/executions/9/tasks`;
const LOG = `${TASKS}/2/log`;

it.each<[string, unknown, string]>([
  [
    TASKS,
    [{ id: 1, status: 'Succeed' }],
    'healthy HarborReplicationTasksSucceeded',
  ],
  [
    TASKS,
    [{ id: 1, status: 'Pending' }],
    'progressing HarborReplicationTasksRunning',
  ],
  [
    TASKS,
    [{ id: 1, status: 'Stopped' }],
    'unknown HarborReplicationTasksNotTold',
  ],
  [
    TASKS,
    [{ id: 1, status: 'Error' }],
    'degraded HarborReplicationTasksFailed',
  ],
  [TASKS, [{ id: 1 }], 'unknown HarborReplicationTasksNotTold'],
  [
    LOG,
    'a line\n2026-09-15T06:10:00Z [ERROR] [/copy.go:7]: no space left\n',
    'degraded HarborReplicationTasksFailed',
  ],
  [LOG, 'a line\n', 'unknown HarborReplicationTasksNotTold'],
])('of a run, %s %j reads %s', (request, body, want) => {
  expect(judgeRecorded(harbor, [request, body])).toBe(want);
});

it('says of a failed run what the log of a failed task says', () => {
  const found = [
    answer(RUNS, [run(9, 'Failed', { failed: 1 })]),
    answer(TASKS, [{ id: 2, status: 'Failed', src_resource: 'store/till' }]),
    answer(LOG, '[ERROR] [/copy.go:7]: no space left'),
  ].flatMap(of => objectsOf(read(of)));
  const store = new ResourceStore(registry);
  const policy = store.apply(found[0])!;
  // As the engine does: what two answers say of one run is laid over each other.
  store.apply({
    ...found[1],
    status: { ...(found[1].status as object), ...(found[2].status as object) },
  });
  store.settle(NOW);
  expect(policy.verdict.message).toBe(
    'The last run failed: 1 of 12 tasks failed (no space left).',
  );
  const asked = harborProbe.requests
    .filter(request => request.id.startsWith('replication-task'))
    .flatMap(request =>
      request.asks!({
        target: TARGET,
        found: kind => found.filter(one => one.kind === kind).slice(0, 1),
        listed: () => [],
      }),
    );
  expect(asked).toEqual([`${TASKS}?page=1&page_size=100`, LOG]);
});

it('counts a signature only where it was asked for, and on an index that of its children', () => {
  const [unasked] = read(
    answer(IMAGES, [{ ...image(null), accessories: undefined }]),
  )!.items!;
  expect(stringAt(unasked, 'status', 'signature')).toBeUndefined();
  const [inherited] = read(
    answer(IMAGES, [
      image(null, { inherited_accessories: [{ type: 'signature.notation' }] }),
    ]),
  )!.items!;
  expect(stringAt(inherited, 'status', 'signature')).toBe('signature.notation');
});

it('asks page after page, and within bounds for what is in each project', () => {
  const ask = (id: string) =>
    harborProbe.requests.find(request => request.id === id)!;
  const projects = Array.from({ length: 300 }, (_, at) =>
    project({ name: `p${at}`, project_id: at + 1 }),
  );
  const repositories = Array.from({ length: 300 }, (_, at) => ({
    name: `store/team/r${at}`,
    update_time: new Date(NOW - at * 1000).toISOString(),
  }));
  const found = [
    ...objectsOf(read(answer(`${API}/projects`, projects))),
    ...objectsOf(read(answer(`${API}/projects/p/repositories`, repositories))),
  ];
  const round = {
    target: TARGET,
    found: (kind: string) => found.filter(one => one.kind === kind),
    listed: () => [],
  };
  const full = answer(
    `${API}/projects?page=2&page_size=100`,
    projects.slice(0, 100),
  );
  expect(ask('projects').nextPage!(full)).toBe(
    `${API}/projects?page=3&page_size=100`,
  );
  expect(
    ask('projects').nextPage!({ ...full, body: projects.slice(0, 99) }),
  ).toBeUndefined();
  expect(ask('repositories').asks!(round)).toHaveLength(100);
  const artifacts = ask('artifacts').asks!(round) ?? [];
  expect(artifacts).toHaveLength(40);
  expect(artifacts[0]).toContain('/store/repositories/team%252Fr0/artifacts?');
  expect(ask('artifacts').path.test(artifacts[0].split('?')[0])).toBe(true);
});

it('names what an image name can be looked up by', () => {
  const store = new ResourceStore(registry);
  objectsOf(read(answer(`${API}/projects`, [project()]))).forEach(raw =>
    store.apply(raw),
  );
  for (const host of ['wharf.example', 'wharf.example:443']) {
    expect([...store.providersOf(`harborProject:${host}/store`)]).toHaveLength(
      1,
    );
  }
});

it('survives whatever is answered, and finds no refusal healthy', () => {
  const paths = [
    'health',
    'systeminfo',
    'registries',
    'projects',
    'quotas',
    'robots',
    'replication/policies',
    'replication/executions',
    'replication/executions/7/tasks',
    'replication/executions/7/tasks/8/log',
    'system/gc',
    'scans/all/metrics',
    'security/summary',
    'repositories',
    'projects/a/repositories/b%25ZZ/artifacts',
    'projects/a/repositories/b/artifacts/c',
  ];
  const thing = fc.dictionary(
    fc.constantFrom(
      'id',
      'name',
      'status',
      'policy_id',
      'project_id',
      'ref',
      'digest',
      'scan_overview',
      'accessories',
      'metadata',
      'job_status',
      'end_time',
      'expires_at',
      'components',
      'tags',
    ),
    fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.constantFrom('Failed', 'healthy', 4, '2026-09-15T06:00:00Z'),
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.oneof(fc.anything(), thing, fc.array(thing)),
      fc.constantFrom(200, 401, 404, 500),
      (path, body, httpStatus) => {
        const of = answer(`${API}/${path}`, body, httpStatus);
        const said = judgeRecorded(harbor, [of.path, body, httpStatus]);
        expect(said).not.toMatch(/RuleFailed|Unreadable/);
        for (const object of objectsOf(read(of))) {
          expect(stringAt(object, 'metadata', 'name')).toBeTruthy();
        }
        expect(httpStatus >= 400 && said.startsWith('healthy')).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});
