import {
  configMap,
  Lab,
  startLab,
  widget,
  widgets,
} from '../__testing__/api-client';
import { listAt, textAt } from '../storage/object';

const maps = '/api/v1/namespaces/default/configmaps';
const crs = '/apis/lab.example/v1/namespaces/default/widgets';
const merge = { 'Content-Type': 'application/merge-patch+json' };
const soon = () => new Promise(resolve => setTimeout(resolve, 30));

describe('writes', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await startLab({
      objects: [widgets, configMap('a', { data: { k: 'v' } })],
    });
  });
  afterEach(() => lab.simulator.close());

  it('gives a created object its identity, and no status', async () => {
    const { code, body } = await lab.api.call('POST', crs, {
      apiVersion: 'lab.example/v1',
      kind: 'Widget',
      metadata: { name: 'w', uid: 'mine' },
      spec: { size: 1 },
      status: { ready: true },
    });
    expect(code).toBe(201);
    expect(body).toMatchObject({
      metadata: { name: 'w', namespace: 'default', generation: 1 },
    });
    expect(textAt(body, 'metadata', 'uid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(textAt(body, 'metadata', 'creationTimestamp')).toMatch(
      /^\d{4}-.*Z$/,
    );
    expect(body).not.toHaveProperty('status');
  });

  it('completes generateName', async () => {
    const given = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { generateName: 'job-' },
    };
    const { body } = await lab.api.call('POST', maps, given);
    expect(textAt(body, 'metadata', 'name')).toMatch(/^job-[a-z0-9]{5}$/);
  });

  it.each([
    ['a name that is taken', maps, configMap('a'), 409, 'AlreadyExists'],
    [
      'a namespace that is not there',
      '/api/v1/namespaces/no/configmaps',
      { ...configMap('b'), metadata: { name: 'b' } },
      404,
      'NotFound',
    ],
    [
      'no name',
      maps,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: {} },
      422,
      'Invalid',
    ],
    [
      'another kind',
      maps,
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } },
      400,
      'BadRequest',
    ],
    [
      'another namespace',
      maps,
      configMap('b', { metadata: { name: 'b', namespace: 'other' } }),
      400,
      'BadRequest',
    ],
    ['no proper name', maps, configMap('Upper_Case'), 422, 'Invalid'],
    ['no object', maps, 'nonsense', 400, 'BadRequest'],
  ])('refuses to create with %s', async (_what, path, given, code, reason) => {
    expect((await lab.api.call('POST', path, given)).body).toMatchObject({
      kind: 'Status',
      code,
      reason,
    });
  });

  it('refuses to overwrite what changed meanwhile', async () => {
    const { body } = await lab.api.get(`${maps}/a`);
    const changed = { ...body, data: { k: 'w' } };
    expect((await lab.api.call('PUT', `${maps}/a`, changed)).code).toBe(200);
    const again = await lab.api.call('PUT', `${maps}/a`, {
      ...body,
      data: { k: 'x' },
    });
    expect(again.body).toMatchObject({
      code: 409,
      reason: 'Conflict',
      details: { name: 'a', kind: 'configmaps' },
    });
  });

  it('makes no revision of a write that changes nothing', async () => {
    const before = lab.control.resourceVersion;
    const { code } = await lab.api.call(
      'PATCH',
      `${maps}/a`,
      { data: { k: 'v' } },
      merge,
    );
    expect(code).toBe(200);
    expect(lab.control.resourceVersion).toBe(before);
  });

  it('keeps status and specification apart, and counts generations of the latter', async () => {
    lab.control.apply(widget('w', { spec: { size: 1 } }));
    const main = await lab.api.call(
      'PATCH',
      `${crs}/w`,
      { spec: { size: 2 }, status: { ready: true } },
      merge,
    );
    expect(main.body).toMatchObject({
      spec: { size: 2 },
      metadata: { generation: 2 },
    });
    expect(main.body).not.toHaveProperty('status');
    const status = await lab.api.call(
      'PATCH',
      `${crs}/w/status`,
      { spec: { size: 9 }, status: { ready: true } },
      merge,
    );
    expect(status.body).toMatchObject({
      spec: { size: 2 },
      status: { ready: true },
      metadata: { generation: 2 },
    });
  });

  it('does nothing on a dry run', async () => {
    const before = lab.control.resourceVersion;
    expect(
      (await lab.api.call('POST', `${maps}?dryRun=All`, configMap('b'))).code,
    ).toBe(201);
    expect((await lab.api.call('DELETE', `${maps}/a?dryRun=All`)).code).toBe(
      200,
    );
    expect(lab.control.resourceVersion).toBe(before);
  });

  it('holds a deletion until the finalizers are gone', async () => {
    lab.control.apply(
      configMap('held', {
        metadata: { name: 'held', finalizers: ['lab.example/hold'] },
      }),
    );
    const marked = await lab.api.call('DELETE', `${maps}/held`);
    expect(textAt(marked.body, 'metadata', 'deletionTimestamp')).not.toBe('');
    expect((await lab.api.get(`${maps}/held`)).code).toBe(200);
    await lab.api.call(
      'PATCH',
      `${maps}/held`,
      { metadata: { finalizers: null } },
      merge,
    );
    expect((await lab.api.get(`${maps}/held`)).code).toBe(404);
  });

  it('answers a deletion with a Status and honours preconditions', async () => {
    const refused = await lab.api.call('DELETE', `${maps}/a`, {
      preconditions: { uid: 'other' },
    });
    expect(refused.body).toMatchObject({ code: 409, reason: 'Conflict' });
    const { body } = await lab.api.call('DELETE', `${maps}/a`);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'a', kind: 'configmaps' },
    });
  });

  it('deletes a collection by selector', async () => {
    lab.control.apply(
      configMap('b', { metadata: { name: 'b', labels: { go: 'away' } } }),
    );
    await lab.api.call('DELETE', `${maps}?labelSelector=go`);
    expect((await lab.api.get(`${maps}/b`)).code).toBe(404);
    expect((await lab.api.get(`${maps}/a`)).code).toBe(200);
  });

  it('collects what the deleted owned, and what lived in a deleted namespace', async () => {
    const owner = lab.control.apply(configMap('owner'));
    const { uid = '' } = owner.metadata;
    const ownerReferences = [
      { apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid },
    ];
    lab.control.apply(
      configMap('child', { metadata: { name: 'child', ownerReferences } }),
    );
    lab.control.apply(
      configMap('guest', { metadata: { name: 'guest', namespace: 'gone' } }),
    );
    await lab.api.call('DELETE', `${maps}/owner`);
    await lab.api.call('DELETE', '/api/v1/namespaces/gone');
    await soon();
    expect((await lab.api.get(`${maps}/child`)).code).toBe(404);
    expect(
      (await lab.api.get('/api/v1/namespaces/gone/configmaps/guest')).code,
    ).toBe(404);
  });

  it('names the keys of a Secret in managedFields, before and after a change', async () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'default' },
      data: { user: 'bm90LXJlYWw=' },
    };
    lab.control.apply(secret);
    const path = '/api/v1/namespaces/default/secrets/s';
    const keys = async () => {
      const { body } = await lab.api.get(path, {
        Accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      });
      expect(body).not.toHaveProperty('data');
      return JSON.stringify(listAt(body, 'metadata', 'managedFields'));
    };
    expect(await keys()).toContain('"f:data":{".":{},"f:user":{}}');
    await lab.api.call(
      'PATCH',
      path,
      { data: { user: null, password: 'bm90LXJlYWw=' } },
      merge,
    );
    expect(await keys()).toContain('f:password');
    expect(await keys()).not.toContain('f:user');
  });

  it('refuses methods and subresources that do not exist', async () => {
    expect((await lab.api.call('POST', `${maps}/a`, {})).code).toBe(405);
    expect(
      (await lab.api.call('PUT', `${maps}/a/status`, configMap('a'))).code,
    ).toBe(404);
    expect((await lab.api.get(`${maps}/a/log`)).code).toBe(404);
  });
});
