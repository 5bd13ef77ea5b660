import fc from 'fast-check';
import { HttpAnswer, ProbeRound, ProbeTarget } from '../../definition/probe';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { vault } from '.';
import { vaultProbe } from './probe';
import { BOUNDS } from './probe-paths';
import { policyRules } from './policy-rules';

const target: ProbeTarget = {
  name: 'bao',
  namespace: 'bao',
  endpoints: ['bao.vault.svc:8200'],
};
const NOW = Date.UTC(2026, 8, 15, 12);

function answerOf(
  request: string,
  httpStatus: number,
  body: unknown,
): HttpAnswer {
  const [path, query] = request.split('?');
  return { path, query: new URLSearchParams(query), httpStatus, body };
}

/** As the answer is read by the first request that understands it. */
function readingOf(answer: HttpAnswer) {
  for (const request of vaultProbe.requests) {
    const reading =
      request.path.test(answer.path) && request.read(answer, target);
    if (reading) return reading;
  }
  return undefined;
}

function verdicts(answer: HttpAnswer): string[] {
  const reading = readingOf(answer);
  const store = new ResourceStore(new SystemRegistry([vault]));
  const objects = [
    ...(reading?.subject ? [reading.subject] : []),
    ...(reading?.items ?? []),
  ];
  const kept = objects.map(object => store.apply(object)!);
  store.settle(NOW);
  return kept.map(
    ({ kind, meta, verdict }) =>
      `${kind.kind} ${meta.name}: ${verdict.status} ${verdict.reason}`,
  );
}

const node = { initialized: true, sealed: false, standby: false };
const version = (more: object) => ({
  created_time: '2026-08-01T00:00:00Z',
  deletion_time: '',
  destroyed: false,
  ...more,
});

describe('recorded answers', () => {
  it.each<[string, number, unknown, string[]]>([
    ['/v1/sys/health', 200, node, ['Vault bao: healthy VaultUnsealed']],
    // Without a body (HEAD) bad news are taken at their word, and no good ones.
    [
      '/v1/sys/health',
      474,
      undefined,
      ['Vault bao: degraded VaultStandbyCutOff'],
    ],
    ['/v1/sys/health', 501, '', ['Vault bao: failed VaultNotInitialized']],
    ['/v1/sys/health', 503, null, ['Vault bao: failed VaultSealed']],
    ['/v1/sys/health', 530, undefined, ['Vault bao: failed VaultNodeRemoved']],
    ['/v1/sys/health', 200, undefined, []],
    ['/v1/sys/health', 429, undefined, []],
    ['/v1/sys/health', 503, '<html>503 Service Unavailable</html>', []],
    [
      '/v1/sys/storage/raft/configuration',
      200,
      {
        data: {
          config: {
            servers: [
              { node_id: 'a', leader: true },
              { node_id: 'b', leader: false },
            ],
          },
        },
      },
      ['Vault bao: healthy VaultUnsealed'],
    ],
    [
      '/v1/sys/storage/raft/configuration',
      200,
      {
        data: {
          config: {
            servers: [
              { node_id: 'a', leader: false },
              { node_id: 'b', leader: false },
            ],
          },
        },
      },
      ['Vault bao: failed VaultNoActiveNode'],
    ],
    [
      '/v1/kv/subkeys/shop/db',
      200,
      {
        data: {
          subkeys: { user: null },
          metadata: { ...version({}), version: 3 },
        },
      },
      ['SecretPath kv/shop/db: healthy VaultPathHasVersion'],
    ],
    [
      '/v1/kv/subkeys/shop/db',
      404,
      {
        data: {
          subkeys: null,
          metadata: {
            ...version({ deletion_time: '2026-09-01T00:00:00Z' }),
            version: 3,
          },
        },
      },
      ['SecretPath kv/shop/db: failed VaultPathDeleted'],
    ],
    [
      '/v1/kv/subkeys/shop/db?version=2',
      200,
      {
        data: {
          subkeys: { user: null },
          metadata: { ...version({}), version: 2 },
        },
      },
      [],
    ],
    [
      '/v1/gone/metadata/shop/db',
      404,
      {
        errors: [
          'no handler for route "gone/metadata/shop/db". route entry not found.',
        ],
      },
      ['SecretPath gone/shop/db: failed VaultPathMissing'],
    ],
    [
      '/v1/sys/health',
      429,
      { ...node, standby: true },
      ['Vault bao: healthy VaultUnsealed'],
    ],
    [
      '/v1/sys/health',
      473,
      { ...node, standby: true, performance_standby: true },
      ['Vault bao: healthy VaultUnsealed'],
    ],
    [
      '/v1/sys/health',
      472,
      { ...node, replication_dr_mode: 'secondary' },
      ['Vault bao: healthy VaultUnsealed'],
    ],
    [
      '/v1/sys/health',
      474,
      { ...node, standby: true, ha_connection_healthy: false },
      ['Vault bao: degraded VaultStandbyCutOff'],
    ],
    [
      '/v1/sys/health',
      501,
      { initialized: false, sealed: true },
      ['Vault bao: failed VaultNotInitialized'],
    ],
    [
      '/v1/sys/health',
      503,
      { initialized: true, sealed: true },
      ['Vault bao: failed VaultSealed'],
    ],
    [
      '/v1/sys/health',
      530,
      { ...node, sealed: true, removed_from_cluster: true },
      ['Vault bao: failed VaultNodeRemoved'],
    ],
    // A code asked for by parameter does not hide what the body says.
    [
      '/v1/sys/health?sealedcode=200',
      200,
      { initialized: true, sealed: true },
      ['Vault bao: failed VaultSealed'],
    ],
    [
      '/v1/sys/health',
      500,
      node,
      ['Vault bao: unknown VaultStateUnrecognised'],
    ],
    ['/v1/sys/health', 429, 'Too many requests', []],
    ['/v1/sys/health', 503, '<html>503</html>', []],
    ['/v1/sys/health', 200, { sealed: 'false', initialized: 'true' }, []],
    [
      '/v1/sys/seal-status',
      200,
      { type: 'shamir', initialized: true, sealed: false, t: 2, n: 3 },
      ['Vault bao: healthy VaultUnsealed'],
    ],
    [
      '/v1/sys/seal-status',
      200,
      { type: 'shamir', initialized: true, sealed: true, t: 2, progress: 1 },
      ['Vault bao: failed VaultSealed'],
    ],
    [
      '/v1/sys/leader',
      200,
      { ha_enabled: true, is_self: false, leader_address: '' },
      ['Vault bao: failed VaultNoActiveNode'],
    ],
    [
      '/v1/sys/leader',
      200,
      { ha_enabled: true, is_self: true, leader_address: 'https://a:8200' },
      ['Vault bao: healthy VaultUnsealed'],
    ],
    [
      '/v1/sys/leader',
      200,
      { ha_enabled: false, is_self: false, leader_address: '' },
      ['Vault bao: unknown VaultStateUnrecognised'],
    ],
    [
      '/v1/sys/ha-status',
      200,
      {
        data: {
          nodes: [
            { hostname: 'bao-0', active_node: true, last_echo: null },
            {
              hostname: 'bao-1',
              active_node: false,
              last_echo: '2026-09-15T11:00:00.123456789Z',
            },
          ],
        },
      },
      ['Vault bao: degraded VaultNodeSilent'],
    ],
    [
      '/v1/sys/storage/raft/autopilot/state',
      200,
      {
        data: {
          healthy: false,
          failure_tolerance: 0,
          servers: { x: { name: 'bao-2', healthy: false } },
        },
      },
      ['Vault bao: degraded VaultRaftNotRedundant'],
    ],
    // A single node, or another storage: nothing is told, and nothing is wrong.
    ['/v1/sys/ha-status', 400, { errors: ['not in HA mode'] }, []],
    ['/v1/sys/storage/raft/autopilot/state', 404, { errors: [] }, []],
    [
      '/v1/sys/internal/ui/mounts',
      200,
      {
        data: {
          secret: { 'kv/': { type: 'kv', options: { version: '2' } } },
          auth: { 'kubernetes/': { type: 'kubernetes' } },
        },
      },
      [
        'Mount kv: healthy VaultMountThere',
        'Mount auth/kubernetes: healthy VaultMountThere',
      ],
    ],
    [
      '/v1/sys/mounts',
      200,
      { data: { 'pki/': { type: 'pki', deprecation_status: 'removed' } } },
      ['Mount pki: degraded VaultMountRemoved'],
    ],
    [
      '/v1/sys/auth',
      200,
      { data: { 'kubernetes/': { type: 'kubernetes' } } },
      ['Mount auth/kubernetes: healthy VaultMountThere'],
    ],
    [
      '/v1/kv/metadata/billing/?list=true',
      200,
      { data: { keys: ['db', 'old/'] } },
      [
        'SecretFolder kv/billing: unknown NoState',
        'SecretPath kv/billing/db: unknown VaultPathListed',
        'SecretFolder kv/billing/old: unknown NoState',
      ],
    ],
    [
      '/v1/kv/metadata/billing/db',
      200,
      {
        data: {
          current_version: 2,
          versions: { 1: version({}), 2: version({}) },
        },
      },
      ['SecretPath kv/billing/db: healthy VaultPathHasVersion'],
    ],
    [
      '/v1/kv/metadata/billing/db',
      200,
      {
        data: {
          current_version: 2,
          versions: { 2: version({ deletion_time: '2026-09-15T11:59:59Z' }) },
        },
      },
      ['SecretPath kv/billing/db: failed VaultPathDeleted'],
    ],
    [
      '/v1/kv/metadata/billing/db',
      200,
      {
        data: {
          current_version: 2,
          versions: { 2: version({ destroyed: true }) },
        },
      },
      ['SecretPath kv/billing/db: failed VaultPathDestroyed'],
    ],
    [
      '/v1/kv/metadata/billing/db',
      200,
      { data: { current_version: 3, versions: { 2: version({}) } } },
      ['SecretPath kv/billing/db: unknown VaultPathUnrecognised'],
    ],
    [
      '/v1/kv/team-a/metadata/x%20y',
      404,
      { errors: [] },
      ['SecretPath kv/team-a/x y: failed VaultPathMissing'],
    ],
    [
      '/v1/kv/metadata/empty/?list=true',
      404,
      { errors: [] },
      ['SecretFolder kv/empty: unknown NoState'],
    ],
    ['/v1/kv/metadata/x', 403, { errors: ['permission denied'] }, []],
    [
      '/v1/auth/kubernetes/role/eso',
      200,
      {
        data: {
          bound_service_account_names: ['eso'],
          bound_service_account_namespaces: ['eso-system'],
          policies: ['default', 'read-kv'],
        },
      },
      ['KubernetesAuthRole kubernetes/eso: healthy VaultRoleBound'],
    ],
    [
      '/v1/auth/kubernetes/role?list=true',
      200,
      { data: { keys: ['eso'] } },
      ['KubernetesAuthRole kubernetes/eso: unknown VaultRoleListed'],
    ],
    ['/v1/auth/approle/role/ci', 200, { data: { token_policies: ['x'] } }, []],
    [
      '/v1/sys/policies/acl?list=true',
      200,
      { data: { keys: ['read-kv'] } },
      ['Policy read-kv: unknown VaultPolicyNotChecked'],
    ],
    [
      '/v1/sys/policies/acl/read-kv',
      200,
      {
        data: {
          name: 'read-kv',
          policy: 'path "kv/data/*" { capabilities = ["read"] }',
        },
      },
      ['Policy read-kv: healthy VaultPolicyFits'],
    ],
    [
      '/v1/sys/policy/read-kv',
      200,
      { rules: 'path "kv/apps/*" { capabilities = ["read"] }' },
      ['Policy read-kv: unknown VaultPolicyNotChecked'],
    ],
    // Values: no request of the probe understands them.
    ['/v1/kv/data/billing/db', 200, { data: { data: { password: 'p' } } }, []],
    ['/v1/kv1/metadata/db', 200, { data: { password: 'p' } }, []],
  ])('%s %i', (request, status, body, expected) => {
    expect(verdicts(answerOf(request, status, body))).toEqual(expected);
  });
});

describe('policyRules', () => {
  it.each([
    [
      'path "kv/data/a" { # "kv/x" {\n capabilities = ["read", "list"] }',
      [{ path: 'kv/data/a', capabilities: ['read', 'list'] }],
    ],
    [
      '/* path "no" {} */ path "kv/data/+/b" {\n  allowed_parameters = { "x" = [] }\n  capabilities = ["deny"]\n}',
      [{ path: 'kv/data/+/b', capabilities: ['deny'] }],
    ],
    [
      '{"path": {"kv/data/a": {"capabilities": ["read"]}}}',
      [{ path: 'kv/data/a', capabilities: ['read'] }],
    ],
    ['', []],
    ['no policy at all', undefined],
    ['{broken', undefined],
    ['{"path": []}', undefined],
  ])('%s', (text, rules) => {
    expect(policyRules(text)).toEqual(rules);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text => {
        expect(['object', 'undefined']).toContain(
          typeof policyRules(`path "a" {${text}`),
        );
      }),
      { numRuns: 100 },
    );
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '..',
    '../data/x',
    'data',
    'x/../data/y',
    '%2e%2e/data',
    'a?b=c',
    'a#b',
    'sys',
    'auth/x',
    '/',
    '//data//x',
  ),
);
const value: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 3,
  key: fc.constantFrom(
    'data',
    'keys',
    'versions',
    'secret',
    'auth',
    'nodes',
    'servers',
    'errors',
    'policy',
    'current_version',
    'type',
    'options',
    'sealed',
    'initialized',
  ),
  values: [text, fc.boolean(), fc.integer(), fc.constant(null)],
});

it('never throws, and calls nothing healthy that is no answer', () => {
  const paths = [
    '/v1/sys/health',
    '/v1/sys/seal-status',
    '/v1/sys/leader',
    '/v1/sys/ha-status',
    '/v1/sys/storage/raft/autopilot/state',
    '/v1/sys/internal/ui/mounts',
    '/v1/sys/mounts',
    '/v1/kv/metadata/a/b',
    '/v1/kv/metadata/%zz',
    '/v1/auth/kubernetes/role/r',
    '/v1/sys/policies/acl/p',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.integer({ min: 100, max: 599 }),
      value,
      (path, status, body) => {
        verdicts(answerOf(path, status, body));
      },
    ),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.constantFrom<unknown>(
        '<html>login</html>',
        { errors: ['permission denied'] },
        '',
        null,
        [],
        undefined,
      ),
      (path, body) => {
        expect(verdicts(answerOf(path, 403, body)).join()).not.toContain(
          'healthy',
        );
      },
    ),
    { numRuns: 60 },
  );
});

/** What may be asked: nothing here answers with a value. */
const WITHOUT_VALUES = [
  /^\/v1\/sys\/(health|seal-status|leader|ha-status|storage\/raft\/autopilot\/state|internal\/ui\/mounts|policies\/acl(\/[^/]+)*)$/,
  /^\/v1\/auth(\/[^/]+)+\/role(\/[^/]+)*$/,
  /^\/v1\/(?!sys\/|auth\/)((?!data\/|subkeys\/)[^/]+\/)+metadata(\/[^/]+)*\/?$/i,
];

it('asks nothing that could hold a value, whatever names Vault gives', () => {
  const object = (kind: string) =>
    fc.record({
      metadata: fc.record({ name: text }),
      spec: fc.record({
        mount: text,
        path: text,
        type: fc.constantFrom('kv', 'kubernetes', 'generic'),
        kvVersion: fc.constantFrom('1', '2'),
        authMount: text,
        role: text,
      }),
      kind: fc.constant(kind),
    }) as fc.Arbitrary<RawObject>;
  const kinds = [
    'Mount',
    'SecretFolder',
    'SecretPath',
    'KubernetesAuthRole',
    'Policy',
  ];
  const asked: string[] = [];
  fc.assert(
    fc.property(
      fc.tuple(...kinds.map(kind => fc.array(object(kind), { maxLength: 4 }))),
      lists => {
        // Secrets lie in mounts that are there: else nothing would be asked.
        const mounts = lists[0];
        const placed = lists.map((list, index) =>
          index === 1 || index === 2
            ? list.map(one => ({
                ...one,
                spec: {
                  ...(one.spec as RawObject),
                  mount:
                    (mounts[0]?.metadata as RawObject | undefined)?.name ?? '',
                },
              }))
            : list,
        );
        const round: ProbeRound = {
          target,
          found: kind => placed[kinds.indexOf(kind)] ?? [],
          listed: () => [],
        };
        for (const request of vaultProbe.requests) {
          for (const path of request.asks?.(round) ?? []) {
            const url = new URL(path, 'http://vault.test');
            asked.push(path);
            expect(
              WITHOUT_VALUES.some(allowed => allowed.test(url.pathname)),
            ).toBe(true);
            expect(url.host).toBe('vault.test');
            expect(['', '?list=true']).toContain(url.search);
            expect(url.hash).toBe('');
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(asked.some(path => path.includes('/metadata/'))).toBe(true);
});

it('reads no value of an answer that carries one beside what is read', () => {
  const body = {
    data: {
      current_version: 1,
      versions: { 1: { ...version({}), value: 'SECRETVALUE' } },
      custom_metadata: { owner: 'SECRETVALUE' },
      data: { password: 'SECRETVALUE' },
      policy:
        'path "kv/data/a" { capabilities = ["read"] allowed_parameters = { "x" = ["SECRETVALUE"] } }',
      keys: undefined,
    },
    auth: { client_token: 'SECRETVALUE' },
  };
  for (const path of ['/v1/kv/metadata/a', '/v1/sys/policies/acl/a']) {
    expect(JSON.stringify(readingOf(answerOf(path, 200, body)))).not.toContain(
      'SECRETVALUE',
    );
  }
});

it('walks no further than its bounds', () => {
  const many = (kind: string, count: number, spec: object): RawObject[] =>
    Array.from({ length: count }, (_, index) => ({
      kind,
      metadata: { name: `n${index}` },
      spec: { ...spec, path: `p${index}`, role: `r${index}` },
    }));
  const round: ProbeRound = {
    target,
    found: kind =>
      kind === 'Mount'
        ? [
            {
              metadata: { name: 'kv' },
              spec: { type: 'kv', kvVersion: '2' },
            },
          ]
        : many(kind, 2_000, { mount: 'kv', authMount: 'kubernetes' }),
    listed: () => [],
  };
  const asked = vaultProbe.requests.flatMap(
    request => request.asks?.(round) ?? [],
  );
  expect(asked.length).toBeLessThan(
    10 +
      BOUNDS.depth * BOUNDS.foldersPerLevel +
      BOUNDS.secrets +
      BOUNDS.roles +
      BOUNDS.policies,
  );
});
