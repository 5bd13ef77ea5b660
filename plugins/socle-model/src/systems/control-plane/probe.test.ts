import fc from 'fast-check';
import { HttpAnswer, ProbeTarget } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { controlPlane } from '.';

const target: ProbeTarget = { name: 'lyon', namespace: 'lyon', endpoints: [] };
const registry = new SystemRegistry([controlPlane]);
const [probe] = controlPlane.probes!;

function read(path: string, httpStatus: number, body: unknown) {
  const answer: HttpAnswer = {
    path,
    query: new URLSearchParams(),
    httpStatus,
    body,
  };
  const request = probe.requests.find(one => one.path.test(path));
  return request?.read(answer, target);
}

/** The verdict on the subject of an answer. */
function judged(path: string, httpStatus: number, body: unknown) {
  const reading = read(path, httpStatus, body);
  if (!reading?.subject) {
    return undefined;
  }
  const store = new ResourceStore(registry);
  const subject = store.apply(reading.subject)!;
  for (const item of reading.items ?? []) store.apply(item);
  store.settle(0);
  return `${subject.verdict.status} ${subject.verdict.reason}`;
}

const lines = (...checks: string[]) => `${checks.join('\n')}\n`;
const forbidden = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message: 'forbidden: User "reader" cannot get path "/readyz"',
  reason: 'Forbidden',
  code: 403,
};

describe('what the endpoints say', () => {
  it.each<[string, string, number, unknown, string | undefined]>([
    [
      'all pass',
      '/readyz',
      200,
      lines('[+]ping ok', '[+]etcd ok', 'readyz check passed'),
      'healthy ApiServerReady',
    ],
    [
      'one is left out on request',
      '/readyz',
      200,
      lines('[+]ping ok', '[+]log excluded: ok', 'readyz check passed'),
      'healthy ApiServerReady',
    ],
    ['not verbose', '/readyz', 200, 'ok', 'healthy ApiServerReady'],
    ['alive', '/livez', 200, 'ok', 'healthy ApiServerReady'],
    [
      'etcd fails',
      '/readyz',
      500,
      lines('[+]ping ok', '[-]etcd failed: reason withheld'),
      'failed ApiServerWithoutEtcd',
    ],
    [
      'etcd fails behind a proxy that says 200',
      '/readyz',
      200,
      lines('[-]etcd-readiness failed: reason withheld', '[+]ping ok'),
      'failed ApiServerWithoutEtcd',
    ],
    [
      'shutting down',
      '/readyz',
      500,
      lines('[+]etcd ok', '[-]shutdown failed: reason withheld'),
      'degraded ApiServerNotReady',
    ],
    [
      'says that it failed and not why',
      '/readyz',
      500,
      lines('[+]ping ok', 'readyz check failed'),
      'degraded ApiServerNotReady',
    ],
    [
      'not alive',
      '/livez',
      500,
      lines('[+]ping ok', '[-]poststarthook/x failed: reason withheld'),
      'failed ApiServerNotAlive',
    ],
    ['one check', '/readyz/etcd', 200, 'ok', 'healthy ApiServerReady'],
    [
      'one check fails',
      '/readyz/etcd',
      500,
      'internal server error: etcd failed',
      'failed ApiServerWithoutEtcd',
    ],
    [
      'not permitted',
      '/readyz',
      403,
      forbidden,
      'unknown ApiServerNotPermitted',
    ],
    [
      'not let in',
      '/livez',
      401,
      { kind: 'Status', message: 'Unauthorized' },
      'unknown ApiServerNotPermitted',
    ],
    ['another product', '/readyz', 200, 'all shards are ready', undefined],
    ['deprecated', '/healthz', 200, 'ok', 'healthy ApiServerReady'],
    [
      'deprecated, and etcd fails',
      '/healthz',
      500,
      lines('[+]ping ok', '[-]etcd failed: reason withheld'),
      'failed ApiServerWithoutEtcd',
    ],
    [
      'another product again',
      '/healthz',
      200,
      'healthz check passed',
      undefined,
    ],
    ['a page', '/readyz', 502, '<html>Bad Gateway</html>', undefined],
    ['a page for a check', '/readyz/etcd', 500, '<html></html>', undefined],
    [
      'a version',
      '/version',
      200,
      { gitVersion: 'v1.35.1', goVersion: 'go1.25.3' },
      'unknown ApiServerNotAsked',
    ],
    ['a version of something else', '/version', 200, { version: 1 }, undefined],
  ])('%s', (_, path, httpStatus, body, want) => {
    expect(judged(path, httpStatus, body)).toBe(want);
  });

  it('asks for the lines', () => {
    const round = { target, found: () => [], listed: () => [] };
    expect(probe.requests.flatMap(one => one.asks?.(round) ?? [])).toEqual([
      '/readyz?verbose',
      '/livez?verbose',
      '/version',
    ]);
  });

  it('keeps what is said of etcd apart from what is left out', () => {
    const reading = read(
      '/readyz',
      500,
      lines(
        '[-]etcd failed: reason withheld',
        '[+]etcd-readiness excluded: ok',
      ),
    );
    expect(reading?.items?.[0]).toMatchObject({
      kind: 'EtcdCluster',
      status: { checked: { ok: [], failed: ['etcd'] } },
    });
  });
});

it('never throws, and takes nothing for healthy that says no such thing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        '/readyz',
        '/livez',
        '/healthz',
        '/readyz/etcd',
        '/version',
      ),
      fc.integer({ min: 100, max: 599 }),
      fc.oneof(
        fc.anything(),
        fc.string(),
        fc.constantFrom('[+]', '[-] failed', '[+]ping', '[-]etcd', '{}'),
      ),
      (path, httpStatus, body) => {
        const mayBeWell =
          httpStatus >= 200 && httpStatus <= 299 && typeof body === 'string';
        const verdict = judged(path, httpStatus, body) ?? '';
        expect(!mayBeWell && verdict.startsWith('healthy')).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
