import { ApiClient, configMap, Lab, startLab } from './__testing__/api-client';
import { startSimulator } from './simulator';

const pods = '/api/v1/pods';
const review = (verb: string, resource: string, namespace?: string) => ({
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectAccessReview',
  spec: { resourceAttributes: { group: '', resource, verb, namespace } },
});
const reviews = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

describe('faults', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await startLab();
  });
  afterEach(() => lab.simulator.close());

  it('asks for a token, and forgets the old one', async () => {
    const stranger = new ApiClient(lab.simulator.url('lab'), 'wrong');
    const refused = await stranger.get(pods);
    expect(refused.body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'Unauthorized',
      reason: 'Unauthorized',
      code: 401,
    });
    const watch = await lab.api.watch(`${pods}?watch=1`);
    lab.control.rotateToken('next');
    await expect(watch.rest()).rejects.toThrow();
    expect((await lab.api.get(pods)).code).toBe(401);
    expect(
      (await new ApiClient(lab.simulator.url('lab'), 'next').get(pods)).code,
    ).toBe(200);
  });

  it('forbids a resource, says so in reviews, and allows it again', async () => {
    expect(
      (await lab.api.call('POST', reviews, review('list', 'pods'))).body,
    ).toMatchObject({
      status: { allowed: true },
    });
    lab.control.forbid({ resource: 'pods' });
    const refused = await lab.api.get(pods);
    expect(refused.body).toMatchObject({
      code: 403,
      reason: 'Forbidden',
      details: { kind: 'pods' },
      message: expect.stringContaining(
        'cannot list resource "pods" in API group "" at the cluster scope',
      ),
    });
    expect((await lab.api.get(`${pods}?watch=1`)).code).toBe(403);
    expect(
      (await lab.api.call('POST', reviews, review('watch', 'pods'))).body,
    ).toMatchObject({
      status: { allowed: false },
    });
    const rules = {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: { namespace: 'default' },
    };
    const { body } = await lab.api.call(
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
      rules,
    );
    expect(body).toMatchObject({
      status: {
        resourceRules: expect.arrayContaining([
          expect.objectContaining({ resources: ['pods'] }),
        ]),
      },
    });
    lab.control.allow({ resource: 'pods' });
    expect((await lab.api.get(pods)).code).toBe(200);
  });

  it('forbids in one namespace only', async () => {
    lab.control.forbid({ resource: 'secrets', namespace: 'kube-system' });
    expect(
      (await lab.api.get('/api/v1/namespaces/kube-system/secrets')).code,
    ).toBe(403);
    expect((await lab.api.get('/api/v1/namespaces/default/secrets')).code).toBe(
      200,
    );
  });

  it('resets connections while it is unreachable', async () => {
    lab.control.unreachable();
    await expect(lab.api.get(pods)).rejects.toThrow();
    lab.control.unreachable(false);
    expect((await lab.api.get(pods)).code).toBe(200);
  });

  it('comes back from a restart without its history', async () => {
    const from = lab.control.resourceVersion;
    lab.control.apply(configMap('a'));
    const down = lab.control.restart({ downMs: 50 });
    await expect(lab.api.get(pods)).rejects.toThrow();
    await down;
    const watch = await lab.api.watch(
      `/api/v1/configmaps?watch=1&resourceVersion=${from}`,
    );
    expect(await watch.rest()).toMatchObject([
      { type: 'ERROR', object: { code: 410 } },
    ]);
  });

  it('throttles with 429 and Retry-After', async () => {
    lab.control.throttle(1, 7);
    const refused = await lab.api.get(pods);
    expect(refused.headers.get('retry-after')).toBe('7');
    expect(refused.body).toMatchObject({
      code: 429,
      reason: 'TooManyRequests',
      details: { retryAfterSeconds: 7 },
    });
    expect((await lab.api.get(pods)).code).toBe(200);
  });

  it('answers late with a latency', async () => {
    lab.control.setLatency(60);
    const start = Date.now();
    await lab.api.get(pods);
    expect(Date.now() - start).toBeGreaterThanOrEqual(55);
  });

  it('counts requests', async () => {
    await lab.api.get(pods);
    await lab.api.get(pods);
    expect(lab.control.requestCount('list', 'pods')).toBe(2);
  });
});

it('keeps clusters in one process apart', async () => {
  const simulator = await startSimulator({
    clusters: [
      { name: 'one', objects: [configMap('a')], token: 't1' },
      { name: 'two', token: 't2' },
    ],
  });
  const one = new ApiClient(simulator.url('one'), 't1');
  const two = new ApiClient(simulator.url('two'), 't2');
  expect((await one.get('/api/v1/configmaps')).body.items).toHaveLength(1);
  expect((await two.get('/api/v1/configmaps')).body.items).toHaveLength(0);
  expect((await new ApiClient(simulator.url('two'), 't1').get(pods)).code).toBe(
    401,
  );
  await simulator.close();
});
