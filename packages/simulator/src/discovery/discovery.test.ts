import { Lab, startLab, widget, widgets } from '../__testing__/api-client';
import { fieldsAt, isFields, listAt } from '../storage/object';
import { guessPlural } from './resource-type';

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  name: 'widgets.lab.example',
};
const byName = (list: unknown[], name: string, field = 'name') =>
  list.find(entry => isFields(entry) && entry[field] === name);

describe('discovery', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await startLab({
      version: 'v1.34.2',
      objects: [
        widgets,
        widget('w'),
        {
          apiVersion: 'dump.example/v1alpha1',
          kind: 'Gateway',
          metadata: { name: 'g', namespace: 'x' },
        },
        {
          apiVersion: 'dump.example/v1alpha1',
          kind: 'Policy',
          metadata: { name: 'p' },
        },
      ],
    });
  });
  afterEach(() => lab.simulator.close());

  it('lists groups with the preferred version first', async () => {
    const { body } = await lab.api.get('/apis');
    expect(byName(listAt(body, 'groups'), 'lab.example')).toEqual({
      name: 'lab.example',
      versions: [
        { groupVersion: 'lab.example/v1', version: 'v1' },
        { groupVersion: 'lab.example/v1beta1', version: 'v1beta1' },
      ],
      preferredVersion: { groupVersion: 'lab.example/v1', version: 'v1' },
    });
    expect((await lab.api.get('/api')).body).toMatchObject({
      kind: 'APIVersions',
      versions: ['v1'],
    });
    expect((await lab.api.get('/apis/lab.example')).body).toMatchObject({
      kind: 'APIGroup',
    });
  });

  it('lists resources with names, scope and verbs', async () => {
    const core = (await lab.api.get('/api/v1')).body;
    expect(core).toMatchObject({ kind: 'APIResourceList', groupVersion: 'v1' });
    expect(byName(listAt(core, 'resources'), 'pods')).toMatchObject({
      singularName: 'pod',
      namespaced: true,
      kind: 'Pod',
      shortNames: ['po'],
      categories: ['all'],
      verbs: expect.arrayContaining(['list', 'watch', 'get']),
    });
    expect(byName(listAt(core, 'resources'), 'nodes')).toMatchObject({
      namespaced: false,
    });
    expect(byName(listAt(core, 'resources'), 'pods/status')).toMatchObject({
      singularName: '',
    });
    const custom = (await lab.api.get('/apis/lab.example/v1')).body;
    expect(byName(listAt(custom, 'resources'), 'widgets')).toMatchObject({
      shortNames: ['wd'],
    });
    expect((await lab.api.get('/apis/lab.example/v1alpha1')).code).toBe(404);
  });

  it('gives all in two answers to those who ask for it', async () => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
    const groups = await lab.api.get('/apis', { Accept: accept });
    expect(groups.headers.get('content-type')).toBe(
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    );
    const group = listAt(groups.body, 'items').find(
      item => fieldsAt(item, 'metadata').name === 'lab.example',
    );
    expect(group).toMatchObject({
      versions: [
        {
          version: 'v1',
          freshness: 'Current',
          resources: [
            {
              resource: 'widgets',
              responseKind: {
                group: 'lab.example',
                version: 'v1',
                kind: 'Widget',
              },
              scope: 'Namespaced',
              singularResource: 'widget',
              subresources: [{ subresource: 'status' }],
            },
          ],
        },
        { version: 'v1beta1' },
      ],
    });
    const core = await lab.api.get('/api', { Accept: accept });
    expect(listAt(core.body, 'items')).toHaveLength(1);
  });

  it('serves the same objects in every version', async () => {
    for (const version of ['v1', 'v1beta1']) {
      const { body } = await lab.api.get(
        `/apis/lab.example/${version}/namespaces/default/widgets/w`,
      );
      expect(body).toMatchObject({
        apiVersion: `lab.example/${version}`,
        metadata: { name: 'w' },
      });
    }
  });

  it('follows definitions that come, go and change', async () => {
    lab.control.delete(definition);
    expect((await lab.api.get('/apis/lab.example')).code).toBe(404);
    lab.control.apply(widgets);
    expect(
      (await lab.api.get('/apis/lab.example/v1/widgets')).body,
    ).toMatchObject({ items: [] });
  });

  it('establishes a definition, and says so in its status', async () => {
    const path =
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.lab.example';
    const established = {
      status: {
        storedVersions: ['v1'],
        conditions: [
          { type: 'NamesAccepted' },
          { type: 'Established', status: 'True' },
        ],
      },
    };
    expect((await lab.api.get(path)).body).toMatchObject(established);
    lab.control.delete(definition);
    lab.control.apply(widgets);
    await new Promise(resolve => setTimeout(resolve, 10));
    expect((await lab.api.get(path)).body).toMatchObject(established);
  });

  it('infers kinds that came without a definition', async () => {
    const { body } = await lab.api.get('/apis/dump.example/v1alpha1');
    expect(byName(listAt(body, 'resources'), 'gateways')).toMatchObject({
      namespaced: true,
    });
    expect(byName(listAt(body, 'resources'), 'policies')).toMatchObject({
      namespaced: false,
    });
  });

  it('tells its version and health, without a token too', async () => {
    const open = (path: string) => fetch(lab.simulator.url('lab') + path);
    expect(await (await open('/version')).json()).toMatchObject({
      gitVersion: 'v1.34.2',
      minor: '34',
    });
    expect(await (await open('/livez')).text()).toBe('ok');
    const verbose = await (await open('/readyz?verbose')).text();
    expect(verbose).toMatch(/^\[\+\]ping ok\n[^]*readyz check passed\n$/);
    lab.control.setCheck('etcd', false);
    const failing = await open('/readyz');
    expect(failing.status).toBe(500);
    expect(await failing.text()).toContain('[-]etcd failed: reason withheld\n');
    const without = await (await open('/readyz?verbose&exclude=etcd')).text();
    expect(without).toContain('[+]etcd excluded: ok');
  });
});

it.each([
  ['NetworkPolicy', 'networkpolicies'],
  ['Gateway', 'gateways'],
  ['GatewayClass', 'gatewayclasses'],
  ['Dragonfly', 'dragonflies'],
  ['Endpoints', 'endpoints'],
  ['Volume', 'volumes'],
])('guesses the plural of %s', (kind, plural) =>
  expect(guessPlural(kind)).toBe(plural),
);
