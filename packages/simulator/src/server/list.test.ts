import {
  configMap,
  Lab,
  startLab,
  widget,
  widgets,
} from '../__testing__/api-client';
import { KubeObject, listAt, textAt } from '../storage/object';

const base = '/api/v1/namespaces/default/configmaps';
const names = (body: unknown) =>
  listAt(body, 'items').map(item => textAt(item, 'metadata', 'name'));

describe('list', () => {
  let lab: Lab;
  beforeAll(async () => {
    const labelled = (
      name: string,
      labels: Record<string, string>,
      namespace = 'default',
    ) => configMap(name, { metadata: { name, namespace, labels } });
    lab = await startLab({
      objects: [
        labelled('a', { tier: 'web', env: 'prod' }),
        labelled('b', { tier: 'db' }),
        labelled('c', { tier: 'web', env: 'dev' }),
        labelled('d', {}),
        labelled('e', { tier: 'cache', env: 'prod' }),
        labelled('x', { tier: 'web' }, 'default-2'),
        pod('p1', 'n1', 'Running'),
        pod('p2', 'n2', 'Pending'),
        widgets,
        widget('w'),
      ],
    });
  });
  afterAll(() => lab.simulator.close());

  it('shows one namespace or all, in the order of keys', async () => {
    expect(names((await lab.api.get(base)).body)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    // `default-2/` sorts before `default/`, as in etcd.
    expect(names((await lab.api.get('/api/v1/configmaps')).body)).toEqual([
      'x',
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('leaves kind and apiVersion out of the items of built-in kinds only', async () => {
    const pods = (await lab.api.get('/api/v1/pods')).body;
    expect(pods).toMatchObject({ kind: 'PodList', apiVersion: 'v1' });
    expect(listAt(pods, 'items')[0]).not.toHaveProperty('kind');
    const customs = (await lab.api.get('/apis/lab.example/v1beta1/widgets'))
      .body;
    expect(customs).toMatchObject({
      kind: 'WidgetList',
      apiVersion: 'lab.example/v1beta1',
      items: [{ kind: 'Widget', apiVersion: 'lab.example/v1beta1' }],
    });
  });

  it('puts the metadata of a list of custom resources last, as the real server does', async () => {
    const { text } = await lab.api.get('/apis/lab.example/v1/widgets');
    expect(text).toMatch(
      /^{"apiVersion":.*"items":\[.*\],"kind":"WidgetList","metadata":{"continue":"",/,
    );
    expect((await lab.api.get('/api/v1/pods')).text).toMatch(
      /^{"kind":.*"metadata":.*"items":/,
    );
  });

  it('pages at the revision of the first page, whatever happens meanwhile', async () => {
    const first = (await lab.api.get(`${base}?limit=2`)).body;
    expect(names(first)).toEqual(['a', 'b']);
    expect(first.metadata).toMatchObject({ remainingItemCount: 3 });
    lab.control.apply(configMap('bb'));
    lab.control.delete({ ...configMap('c'), namespace: 'default', name: 'c' });
    const token = encodeURIComponent(textAt(first, 'metadata', 'continue'));
    const second = (await lab.api.get(`${base}?limit=2&continue=${token}`))
      .body;
    expect(names(second)).toEqual(['c', 'd']);
    expect(textAt(second, 'metadata', 'resourceVersion')).toBe(
      textAt(first, 'metadata', 'resourceVersion'),
    );
    const last = (
      await lab.api.get(
        `${base}?limit=2&continue=${encodeURIComponent(
          textAt(second, 'metadata', 'continue'),
        )}`,
      )
    ).body;
    expect(names(last)).toEqual(['e']);
    expect(last.metadata).not.toHaveProperty('continue');
    expect(last.metadata).not.toHaveProperty('remainingItemCount');
    expect(names((await lab.api.get(base)).body)).toEqual([
      'a',
      'b',
      'bb',
      'd',
      'e',
    ]);
    const exact = textAt(first, 'metadata', 'resourceVersion');
    const past = await lab.api.get(
      `${base}?resourceVersion=${exact}&resourceVersionMatch=Exact`,
    );
    expect(names(past.body)).toEqual(['a', 'b', 'c', 'd', 'e']);
    lab.control.delete({
      ...configMap('bb'),
      namespace: 'default',
      name: 'bb',
    });
    const labels = { tier: 'web', env: 'dev' };
    lab.control.apply(configMap('c', { metadata: { name: 'c', labels } }));
  });

  it('answers an outdated token with 410 and a token to go on with', async () => {
    const first = (await lab.api.get(`${base}?limit=2`)).body;
    lab.control.apply(configMap('a0'));
    lab.control.compact();
    const token = encodeURIComponent(textAt(first, 'metadata', 'continue'));
    const gone = await lab.api.get(`${base}?limit=2&continue=${token}`);
    expect(gone.code).toBe(410);
    expect(gone.body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      reason: 'Expired',
      code: 410,
    });
    const next = encodeURIComponent(textAt(gone.body, 'metadata', 'continue'));
    const rest = await lab.api.get(`${base}?continue=${next}`);
    expect(names(rest.body)).toEqual(['c', 'd', 'e']);
    lab.control.delete({
      ...configMap('a0'),
      namespace: 'default',
      name: 'a0',
    });
  });

  it.each([
    ['tier=web', ['a', 'c']],
    ['tier==web,env=prod', ['a']],
    ['tier!=web', ['b', 'd', 'e']],
    ['tier in (db, cache)', ['b', 'e']],
    ['tier notin (db,cache)', ['a', 'c', 'd']],
    ['env', ['a', 'c', 'e']],
    ['!env', ['b', 'd']],
    ['env,!nothing,tier in (web)', ['a', 'c']],
  ])('selects by labels: %s', async (selector, expected) => {
    const answer = await lab.api.get(
      `${base}?labelSelector=${encodeURIComponent(selector)}`,
    );
    expect(names(answer.body)).toEqual(expected);
  });

  it('tells no remaining count where something is selected, and pages on', async () => {
    const first = (await lab.api.get(`${base}?labelSelector=env&limit=2`)).body;
    expect(names(first)).toEqual(['a', 'c']);
    expect(first.metadata).not.toHaveProperty('remainingItemCount');
    const token = encodeURIComponent(textAt(first, 'metadata', 'continue'));
    const second = await lab.api.get(
      `${base}?labelSelector=env&limit=2&continue=${token}`,
    );
    expect(names(second.body)).toEqual(['e']);
  });

  it.each([
    ['/api/v1/pods?fieldSelector=spec.nodeName%3Dn1', ['p1']],
    ['/api/v1/pods?fieldSelector=status.phase%21%3DRunning', ['p2']],
    [
      '/api/v1/pods?fieldSelector=metadata.namespace%3Ddefault,metadata.name%3Dp2',
      ['p2'],
    ],
    [`${base}?fieldSelector=metadata.name%3Db`, ['b']],
  ])('selects by fields: %s', async (path, expected) => {
    expect(names((await lab.api.get(path)).body)).toEqual(expected);
  });

  it.each([
    [`${base}?fieldSelector=data.x%3D1`, 400, 'BadRequest'],
    [`${base}?labelSelector=a%20in%20b`, 400, 'BadRequest'],
    [`${base}?continue=zzz`, 400, 'BadRequest'],
    [`${base}?resourceVersion=abc`, 400, 'BadRequest'],
    [`${base}?resourceVersion=99999999`, 504, 'Timeout'],
    [`${base}?resourceVersion=1&resourceVersionMatch=Exact`, 410, 'Expired'],
    [`${base}?resourceVersionMatch=Exact`, 422, 'Invalid'],
    [`${base}?sendInitialEvents=true`, 422, 'Invalid'],
    [`${base}?watch=1&sendInitialEvents=true`, 422, 'Invalid'],
    [
      `${base}?watch=1&resourceVersion=0&resourceVersionMatch=NotOlderThan`,
      422,
      'Invalid',
    ],
    ['/api/v1/gadgets', 404, 'NotFound'],
    [`${base}/nothing`, 404, 'NotFound'],
  ])('refuses %s with %d %s', async (path, code, reason) => {
    const answer = await lab.api.get(path);
    expect(answer.code).toBe(code);
    expect(answer.body).toMatchObject({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code,
      reason,
    });
  });

  it('does not page what the watch cache answers', async () => {
    expect(
      names((await lab.api.get(`${base}?limit=2&resourceVersion=0`)).body),
    ).toHaveLength(5);
  });

  it('gives metadata only, where that is asked for', async () => {
    const accept =
      'application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
    const { body } = await lab.api.get('/api/v1/pods', { Accept: accept });
    expect(body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
    });
    const [item] = listAt(body, 'items');
    expect(item).toMatchObject({
      kind: 'PartialObjectMetadata',
      metadata: { name: 'p1' },
    });
    expect(item).not.toHaveProperty('spec');
  });

  it.each([
    ['application/json;as=Table;v=v1;g=meta.k8s.io', 406],
    ['application/json;as=Table;v=v1;g=meta.k8s.io,application/json', 200],
    ['application/vnd.kubernetes.protobuf', 406],
    ['text/html', 406],
    ['*/*', 200],
  ])('negotiates %s: %d', async (accept, code) => {
    expect((await lab.api.get('/api/v1/pods', { Accept: accept })).code).toBe(
      code,
    );
  });

  it('compresses long lists for those who accept it', async () => {
    for (let i = 0; i < 20; i++) {
      lab.control.apply(
        configMap(`big-${i}`, {
          metadata: { name: `big-${i}`, namespace: 'big' },
          data: { text: 'x'.repeat(10_000) },
        }),
      );
    }
    const path = '/api/v1/namespaces/big/configmaps';
    const zipped = await lab.api.get(path, { 'Accept-Encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(names(zipped.body)).toHaveLength(20);
    const plain = await lab.api.get(path, { 'Accept-Encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.text).toBe(zipped.text);
  });
});

function pod(name: string, nodeName: string, phase: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      nodeName,
      containers: [{ name: 'main', image: 'registry.example/app:1' }],
    },
    status: { phase },
  };
}
