import fc from 'fast-check';
import { HttpAnswer, ProbeTarget } from '../../definition/probe';
import { linstorProbe } from './probe';

const target: ProbeTarget = {
  name: 'bakery',
  namespace: 'bakery',
  endpoints: ['linstor.bakery.example:3371'],
};

function read(path: string, body: unknown, httpStatus = 200) {
  const answer: HttpAnswer = {
    path,
    query: new URLSearchParams(),
    httpStatus,
    body,
  };
  const request = linstorProbe.requests.find(one => one.path.test(path));
  return request?.read(answer, target);
}

function told(path: string, body: unknown) {
  const { subject, items = [] } = read(path, body) ?? {};
  return [...(subject ? [subject] : []), ...items].map(
    ({ kind, metadata, spec, status }) => ({
      kind,
      name: (metadata as { name: string }).name,
      spec,
      status,
    }),
  );
}

const copy = (name: string, node: string, disk: string, more: object = {}) => ({
  name,
  node_name: node,
  volumes: [{ volume_number: 0, state: { disk_state: disk } }],
  ...more,
});

it.each([
  [
    '/v1/controller/version',
    { version: '1.29.2', rest_api_version: '1.23.0', git_hash: 'abc' },
    [
      {
        kind: 'Controller',
        name: 'bakery',
        spec: { endpoints: ['linstor.bakery.example:3371'] },
        status: { version: '1.29.2' },
      },
    ],
  ],
  [
    '/v1/nodes',
    [
      {
        name: 'oven-1',
        type: 'SATELLITE',
        connection_status: 'ONLINE',
        props: {
          'Aux/topology.kubernetes.io/region': 'geneva',
          'Aux/topology.kubernetes.io/zone': 'geneva-2',
        },
      },
      { name: 'oven-2', type: 'SATELLITE' },
    ],
    [
      {
        kind: 'Node',
        name: 'oven-1',
        spec: { region: 'geneva', zone: 'geneva-2' },
        status: { connection: 'ONLINE' },
      },
      { kind: 'Node', name: 'oven-2', spec: {}, status: {} },
    ],
  ],
  [
    '/v1/view/storage-pools',
    [
      {
        storage_pool_name: 'data',
        node_name: 'oven-1',
        provider_kind: 'LVM_THIN',
        free_capacity: 1024,
        total_capacity: 4096,
        reports: [{ ret_code: -1, message: 'no such\n volume group' }],
      },
    ],
    [
      {
        kind: 'StoragePool',
        name: 'data.oven-1',
        spec: { node: 'oven-1', provider: 'LVM_THIN' },
        status: {
          freeBytes: 1048576,
          totalBytes: 4194304,
          report: 'no such volume group',
        },
      },
    ],
  ],
  [
    '/v1/resource-groups',
    [
      {
        name: 'three',
        select_filter: {
          place_count: 3,
          replicas_on_different: ['Aux/topology.kubernetes.io/region'],
        },
      },
    ],
    [
      {
        kind: 'ResourceGroup',
        name: 'three',
        spec: {
          placeCount: 3,
          replicasOnDifferent: ['Aux/topology.kubernetes.io/region'],
        },
        status: undefined,
      },
    ],
  ],
  [
    '/v1/nodes',
    [{ name: 'oven-2', connection_status: 'OFFLINE' }],
    [
      {
        kind: 'Node',
        name: 'oven-2',
        spec: {},
        status: { connection: 'OFFLINE' },
      },
    ],
  ],
  [
    '/v1/resource-definitions',
    [{ name: 'pvc-rye', resource_group_name: 'three' }],
    [
      {
        kind: 'Resource',
        name: 'pvc-rye',
        spec: { group: 'three' },
        status: undefined,
      },
    ],
  ],
  [
    '/v1/view/resources',
    [
      copy('pvc-rye', 'oven-1', 'UpToDate'),
      copy('pvc-rye', 'oven-2', 'Inconsistent', {
        volumes: [
          { state: { disk_state: 'UpToDate' } },
          {
            state: {
              disk_state: 'Inconsistent',
              replication_states: {
                'oven-1': {
                  replication_state: 'SyncTarget',
                  done_percentage: 41.5,
                },
              },
            },
          },
        ],
      }),
      copy('pvc-rye', 'oven-3', 'Diskless', { flags: ['DISKLESS'] }),
      copy('pvc-oat', 'oven-1', 'UpToDate', {
        layer_object: { suspend: true },
      }),
      // Its disk failed: nobody made it diskless.
      copy('pvc-oat', 'oven-2', 'Diskless', {
        flags: [],
        volumes: [
          { provider_kind: 'LVM_THIN', state: { disk_state: 'Diskless' } },
        ],
      }),
      copy('pvc-oat', 'oven-3', 'Diskless', {
        flags: [],
        volumes: [
          { provider_kind: 'DISKLESS', state: { disk_state: 'Diskless' } },
        ],
      }),
    ],
    [
      {
        kind: 'Resource',
        name: 'pvc-rye',
        spec: undefined,
        status: {
          copies: [
            { node: 'oven-1', disk: 'UpToDate', diskful: true },
            {
              node: 'oven-2',
              disk: 'Inconsistent',
              diskful: true,
              progress: 41.5,
            },
            { node: 'oven-3', disk: 'Diskless', diskful: false },
          ],
        },
      },
      {
        kind: 'Resource',
        name: 'pvc-oat',
        spec: undefined,
        status: {
          copies: [
            {
              node: 'oven-1',
              disk: 'UpToDate',
              diskful: true,
              suspended: true,
            },
            { node: 'oven-2', disk: 'Diskless', diskful: true },
            { node: 'oven-3', disk: 'Diskless', diskful: false },
          ],
        },
      },
    ],
  ],
])('%s is understood', (path, body, expected) => {
  expect(told(path, body)).toEqual(expected);
});

const PATHS = [
  '/v1/controller/version',
  '/v1/nodes',
  '/v1/view/storage-pools',
  '/v1/resource-groups',
  '/v1/resource-definitions',
  '/v1/view/resources',
];

it.each(PATHS)('%s: an error is no answer', path => {
  expect(read(path, { message: 'Unauthorized' }, 401)).toBeUndefined();
  expect(read(path, '<html>Bad gateway</html>', 502)).toBeUndefined();
  expect(read(path, '<html>Sign in</html>')).toBeUndefined();
  expect(
    read(path, [{ ret_code: -4611686018427387000, message: 'failed' }], 500),
  ).toBeUndefined();
  expect(read(path, [{ ret_code: -1, message: 'failed' }])).toBeUndefined();
});

it('survives any body', () => {
  const word = fc.constantFrom('name', 'node_name', 'type', 'volumes', 'state');
  const value = fc.oneof(fc.anything({ maxDepth: 3 }), fc.string());
  const item = fc.oneof(value, fc.dictionary(word, value));
  fc.assert(
    fc.property(
      fc.constantFrom(...PATHS),
      fc.oneof(item, fc.array(item)),
      fc.constantFrom(200, 204, 404),
      (path, body, status) => {
        expect(() => read(path, body, status)).not.toThrow();
      },
    ),
    { numRuns: 300 },
  );
});
