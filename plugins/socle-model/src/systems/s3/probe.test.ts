import fc from 'fast-check';
import { HttpAnswer, ProbeReading } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { judgeRecorded } from '../__testUtils__/recorded';
import { s3 } from '.';
import { s3Probe } from './probe';

const NOW = Date.UTC(2026, 8, 15, 12);
const TARGET = {
  name: 'attic',
  namespace: 'objects',
  endpoints: ['attic.example:9000'],
};
const registry = new SystemRegistry([s3]);

function answer(path: string, body: unknown, httpStatus: number): HttpAnswer {
  return { path, query: new URLSearchParams(), httpStatus, body };
}

function read(of: HttpAnswer): ProbeReading | undefined {
  return s3Probe.requests
    .filter(request => request.path.test(of.path))
    .map(request => request.read(of, TARGET))
    .find(Boolean);
}

const error = (code: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>No.</Message></Error>`;
const rustFs = (ready: boolean, storage = true) => ({
  status: ready ? 'ok' : 'degraded',
  ready,
  service: 'rustfs-endpoint',
  version: '1.0.2',
  details: { storage: { ready: storage }, iam: { ready } },
});

it.each<[string, number, unknown, string]>([
  ['/', 403, error('AccessDenied'), 'unknown S3OnlyAnswers'],
  ['/health', 503, error('SlowDown'), 'degraded S3Busy'],
  ['/', 503, error('SlowDown'), 'refused'],
  ['/health', 503, error('XMinioServerNotInitialized'), 'degraded S3NotReady'],
  [
    '/',
    200,
    '<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>',
    'unknown S3OnlyAnswers',
  ],
  ['/', 200, '<!doctype html><html></html>', 'not ours'],
  ['/', 403, '<html>Forbidden</html>', 'not ours'],
  ['/', 200, { title: 'another server' }, 'not ours'],
  ['/minio/health/live', 200, undefined, 'unknown S3OnlyAnswers'],
  ['/minio/health/live', 429, '', 'degraded S3Busy'],
  ['/minio/health/cluster', 200, '', 'healthy S3Ready'],
  ['/minio/health/cluster', 503, undefined, 'failed S3QuorumLost'],
  ['/minio/health/cluster', 503, 'no healthy upstream', 'not ours'],
  [
    '/minio/health/cluster',
    403,
    error('AccessDenied'),
    'unknown S3OnlyAnswers',
  ],
  ['/minio/health/cluster/read', 503, undefined, 'failed S3QuorumLost'],
  ['/minio/health/cluster/read', 200, undefined, 'unknown S3OnlyAnswers'],
  ['/minio/health/ready', 503, undefined, 'degraded S3NotReady'],
  ['/health', 200, rustFs(true), 'healthy S3Ready'],
  ['/health/ready', 503, rustFs(false), 'degraded S3NotReady'],
  ['/health/ready', 503, rustFs(false, false), 'failed S3StorageNotReady'],
  ['/health', 404, error('NoSuchBucket'), 'unknown S3OnlyAnswers'],
  ['/health', 200, { status: 'ok' }, 'not ours'],
  ['/health', 200, 'Garage is fully operational', 'not ours'],
])('%s with %i and %j is %s', (path, httpStatus, body, want) => {
  expect(judgeRecorded(s3, [path, body, httpStatus])).toBe(want);
});

it('keeps the buckets that a stranger may list, to be found by their names', () => {
  const body =
    '<ListAllMyBucketsResult><Owner><ID>x</ID></Owner><Buckets><Bucket><Name>handouts</Name></Bucket><Bucket><Name>maps</Name></Bucket></Buckets></ListAllMyBucketsResult>';
  const store = new ResourceStore(registry);
  for (const raw of read(answer('/', body, 200))!.items!) store.apply(raw);
  expect([...store.providersOf('s3Bucket:maps')]).toHaveLength(1);
});

it('has failed once it was not ready for a while', () => {
  const store = new ResourceStore(registry);
  const endpoint = store.apply(
    read(answer('/health/ready', rustFs(false), 503))!.subject!,
  )!;
  store.settle(NOW);
  expect(endpoint.verdict.status).toBe('degraded');
  store.settle(NOW + 10 * 60_000);
  expect(endpoint.verdict.status).toBe('failed');
});

it('survives whatever is answered', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('/', '/health', '/health/ready', '/minio/health/cluster'),
      fc.oneof(
        fc.anything(),
        fc.string().map(text => error(text)),
        fc.string().map(text => `<ListAllMyBucketsResult><Name>${text}`),
        fc.record({ service: fc.constant('rustfs'), ready: fc.anything() }),
      ),
      fc.constantFrom(200, 401, 404, 429, 500, 503),
      (path, body, httpStatus) => {
        const said = judgeRecorded(s3, [path, body, httpStatus]);
        expect(said).not.toMatch(/RuleFailed|Unreadable/);
        expect(httpStatus !== 200 && said.startsWith('healthy')).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});
