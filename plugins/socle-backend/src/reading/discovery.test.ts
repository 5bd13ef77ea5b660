import { Readable } from 'node:stream';
import { systemClock } from './clock';
import { ClusterConnection } from './connection';
import { discover, pickVersion } from './discovery';
import { ServedKinds } from './served-kinds';

/** A server that answers each path with a body, or with an error status. */
function serving(answers: Record<string, unknown>): ClusterConnection {
  return {
    name: 'fake',
    close: () => {},
    request: async path => {
      const answer = answers[path] ?? 404;
      const status = typeof answer === 'number' ? answer : 200;
      const body = Readable.from([Buffer.from(JSON.stringify(answer))]);
      return { status, headers: {}, body };
    },
  };
}

const verbs = ['get', 'list', 'watch'];
const resource = (name: string, kind: string, more: object = {}) => ({
  name,
  kind,
  namespaced: true,
  verbs,
  ...more,
});
const classic = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/api/v1': {
    resources: [
      resource('pods', 'Pod'),
      resource('pods/log', 'Pod', { verbs: ['get'] }),
      resource('nodes', 'Node', { namespaced: false }),
      resource('bindings', 'Binding', { verbs: ['create'] }),
    ],
  },
  '/apis': {
    groups: [
      {
        name: 'shop.example',
        versions: [{ version: 'v1' }, { version: 'v1beta1' }],
      },
      { name: 'metrics.example', versions: [{ version: 'v1' }] },
    ],
  },
  '/apis/shop.example/v1': { resources: [resource('tills', 'Till')] },
  '/apis/shop.example/v1beta1': {
    resources: [resource('tills', 'Till'), resource('coins', 'Coin')],
  },
  '/apis/metrics.example/v1': { resources: [resource('gauges', 'Gauge')] },
};

const served = (resource_: string, kind: string, scope = 'Namespaced') => ({
  resource: resource_,
  responseKind: { group: '', version: '', kind },
  scope,
  verbs,
});
const aggregated = {
  '/api': {
    kind: 'APIGroupDiscoveryList',
    items: [
      {
        metadata: {},
        versions: [
          {
            version: 'v1',
            freshness: 'Current',
            resources: [
              served('pods', 'Pod'),
              served('nodes', 'Node', 'Cluster'),
              { ...served('bindings', 'Binding'), verbs: ['create'] },
            ],
          },
        ],
      },
    ],
  },
  '/apis': {
    kind: 'APIGroupDiscoveryList',
    items: [
      {
        metadata: { name: 'shop.example' },
        versions: [
          { version: 'v1', resources: [served('tills', 'Till')] },
          {
            version: 'v1beta1',
            resources: [served('tills', 'Till'), served('coins', 'Coin')],
          },
        ],
      },
      {
        metadata: { name: 'metrics.example' },
        versions: [{ version: 'v1', resources: [served('gauges', 'Gauge')] }],
      },
    ],
  },
};

const everything = [
  {
    group: '',
    kind: 'Pod',
    plural: 'pods',
    namespaced: true,
    versions: ['v1'],
  },
  {
    group: '',
    kind: 'Node',
    plural: 'nodes',
    namespaced: false,
    versions: ['v1'],
  },
  {
    group: 'shop.example',
    kind: 'Till',
    plural: 'tills',
    namespaced: true,
    versions: ['v1', 'v1beta1'],
  },
  {
    group: 'shop.example',
    kind: 'Coin',
    plural: 'coins',
    namespaced: true,
    versions: ['v1beta1'],
  },
  {
    group: 'metrics.example',
    kind: 'Gauge',
    plural: 'gauges',
    namespaced: true,
    versions: ['v1'],
  },
];

describe('discover', () => {
  it.each([
    ['classic', classic],
    ['aggregated', aggregated],
    [
      'classic for the core group only',
      { ...aggregated, '/api': classic['/api'], '/api/v1': classic['/api/v1'] },
    ],
  ])('finds what can be listed and watched (%s)', async (_form, answers) => {
    expect(await discover(serving(answers), systemClock)).toEqual({
      kinds: expect.arrayContaining(everything),
      failedGroups: [],
    });
  });

  it('names a group that does not answer, and has the others', async () => {
    const answers = { ...classic, '/apis/metrics.example/v1': 503 };
    expect(await discover(serving(answers), systemClock)).toEqual({
      kinds: everything.slice(0, 4),
      failedGroups: ['metrics.example'],
    });
  });

  it('names a group that the server only remembers', async () => {
    const [shop, metrics] = aggregated['/apis'].items;
    const stale = {
      ...metrics,
      versions: [{ version: 'v1', freshness: 'Stale', resources: [] }],
    };
    const answers = {
      ...aggregated,
      '/apis': { ...aggregated['/apis'], items: [shop, stale] },
    };
    expect(await discover(serving(answers), systemClock)).toEqual({
      kinds: everything.slice(0, 4),
      failedGroups: ['metrics.example'],
    });
  });

  it('takes a group that has just gone for gone', async () => {
    const { '/apis/metrics.example/v1': _gone, ...answers } = classic;
    expect(await discover(serving(answers), systemClock)).toEqual({
      kinds: everything.slice(0, 4),
      failedGroups: [],
    });
  });

  it.each([
    ['the server fails', { ...classic, '/apis': 500 }, /HTTP 500/],
    ['it is not permitted', { ...classic, '/api': 403 }, /HTTP 403/],
    [
      'the answer is no discovery',
      { ...classic, '/apis': { a: 1 } },
      /discovery/,
    ],
  ])(
    'does not say that there is nothing when %s',
    async (_when, answers, why) => {
      await expect(discover(serving(answers), systemClock)).rejects.toThrow(
        why,
      );
    },
  );
});

describe('pickVersion', () => {
  const found: ServedKinds = { kinds: everything, failedGroups: [] };
  const till = { group: 'shop.example', kind: 'Till' };

  it.each([
    [['v1', 'v1beta1'], 'v1'],
    [['v1beta1', 'v1'], 'v1beta1'],
    [['v2', 'v1beta1'], 'v1beta1'],
    [['v2'], undefined],
  ])('of %j picks %s', (versions, wanted) => {
    expect(pickVersion({ ...till, versions }, found)?.version).toBe(wanted);
  });

  it('picks none of a kind that is not served', () => {
    expect(
      pickVersion({ group: 'x', kind: 'Till', versions: ['v1'] }, found),
    ).toBeUndefined();
  });
});
