import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { NOW } from '../__testing__/run-command';
import { ApiError, ApiServer } from './api-server';
import { judgeServer } from './judge-cluster';

const registry = new SystemRegistry(systems);

type Answers = Record<
  string,
  unknown | ((query: URLSearchParams, accept?: string) => unknown)
>;

/** A server of these paths; any other is 404. Keeps what it was asked for. */
function serverOf(answers: Answers): ApiServer & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    name: 'lab',
    close: () => {},
    get: async (path, accept) => {
      asked.push(path);
      const url = new URL(path, 'http://lab');
      const answer = answers[url.pathname];
      if (answer === undefined) {
        throw new ApiError(404, 'not found');
      }
      return typeof answer === 'function'
        ? answer(url.searchParams, accept)
        : answer;
    },
  };
}

const GROUP = '/apis/external-secrets.io/v1';
const resource = (name: string, kind: string, namespaced = true) => ({
  name,
  kind,
  namespaced,
});

function withSecrets(more: Answers): Answers {
  return {
    '/api': { versions: ['v1'] },
    '/apis': {
      groups: [{ name: 'external-secrets.io', versions: [{ version: 'v1' }] }],
    },
    '/api/v1': {
      resources: [
        resource('secrets', 'Secret'),
        resource('serviceaccounts/token', 'ServiceAccount'),
      ],
    },
    [GROUP]: {
      resources: [
        resource('externalsecrets', 'ExternalSecret'),
        resource('clustersecretstores', 'ClusterSecretStore', false),
      ],
    },
    '/api/v1/secrets': { items: [] },
    [`${GROUP}/externalsecrets`]: { items: [synced('a')] },
    [`${GROUP}/clustersecretstores`]: { items: [] },
    ...more,
  };
}

function synced(name: string) {
  return {
    metadata: { name, namespace: 'shop', uid: name },
    // From a generator: no store is needed.
    spec: { dataFrom: [{ sourceRef: { generatorRef: { name: 'long' } } }] },
    status: {
      refreshTime: '2026-09-15T11:55:00Z',
      conditions: [{ type: 'Ready', status: 'True', reason: 'SecretSynced' }],
    },
  };
}

it('calls missing only what is missing from a full list', async () => {
  const full = await judgeServer(serverOf(withSecrets({})), registry, NOW);
  expect(full.rows.map(row => [row.ref.kind, row.health.reason])).toEqual([
    ['ExternalSecret', 'ExternalSecretTargetMissing'],
  ]);
  expect(full.rows[0].ref).toMatchObject({
    cluster: 'lab',
    apiVersion: 'external-secrets.io/v1',
    namespace: 'shop',
  });
  expect(full).toMatchObject({ unread: [], notes: [] });
});

it('names kinds that may not be listed and counts them as not known', async () => {
  const forbidden = () => {
    throw new ApiError(403, 'secrets is forbidden');
  };
  const server = serverOf(
    withSecrets({
      '/api/v1/secrets': forbidden,
      [GROUP]: {
        resources: [
          resource('externalsecrets', 'ExternalSecret'),
          resource('secretstores', 'SecretStore'),
        ],
      },
      [`${GROUP}/secretstores`]: forbidden,
    }),
  );
  const { rows, unread, notes } = await judgeServer(server, registry, NOW);
  expect(rows.map(row => row.health.reason)).toEqual(['ExternalSecretSynced']);
  expect(unread).toEqual([]);
  expect(notes).toEqual([
    'Not permitted, and so not known: secrets, secretstores.external-secrets.io',
  ]);
});

it('says which kinds it could not read, and why', async () => {
  const server = serverOf(
    withSecrets({
      '/api/v1/secrets': () => {
        throw new Error('no answer within 30 seconds');
      },
    }),
  );
  const { rows, unread } = await judgeServer(server, registry, NOW);
  expect(unread).toEqual([
    { file: 'secrets', message: 'no answer within 30 seconds' },
  ]);
  expect(rows[0].health.reason).toBe('ExternalSecretSynced');
});

it('asks for Secrets as metadata only', async () => {
  let asked: string | undefined;
  await judgeServer(
    serverOf(
      withSecrets({
        '/api/v1/secrets': (_query: URLSearchParams, accept?: string) => {
          asked = accept;
          return { items: [] };
        },
      }),
    ),
    registry,
    NOW,
  );
  expect(asked).toContain('as=PartialObjectMetadataList');
});

describe('pages', () => {
  const pages: Record<string, unknown> = {
    '': { metadata: { continue: 'p2' }, items: [synced('a')] },
    p2: { metadata: { continue: 'p3' }, items: [synced('b')] },
    p3: { metadata: {}, items: [synced('c')] },
  };
  const names = (rows: Array<{ ref: { name?: string } }>) =>
    rows.map(row => row.ref.name).sort();

  it('are all read', async () => {
    const list = (query: URLSearchParams) => pages[query.get('continue') ?? ''];
    const { rows } = await judgeServer(
      serverOf(withSecrets({ [`${GROUP}/externalsecrets`]: list })),
      registry,
      NOW,
    );
    expect(names(rows)).toEqual(['a', 'b', 'c']);
  });

  it('are begun again once where a token has expired, and then given up', async () => {
    let expired = 0;
    const list = (times: number) => (query: URLSearchParams) => {
      if (query.get('continue') === 'p3' && expired < times) {
        expired += 1;
        throw new ApiError(410, 'the continue parameter is too old');
      }
      return pages[query.get('continue') ?? ''];
    };
    const once = await judgeServer(
      serverOf(withSecrets({ [`${GROUP}/externalsecrets`]: list(1) })),
      registry,
      NOW,
    );
    expect([names(once.rows), once.unread]).toEqual([['a', 'b', 'c'], []]);
    expired = 0;
    const always = await judgeServer(
      serverOf(withSecrets({ [`${GROUP}/externalsecrets`]: list(9) })),
      registry,
      NOW,
    );
    expect(always.unread).toEqual([
      {
        file: 'externalsecrets.external-secrets.io',
        message: 'the continue parameter is too old',
      },
    ]);
  });
});

it('reads the version that it understands, and says where there is none', async () => {
  const base = withSecrets({});
  const answers = (version: string): Answers => ({
    ...base,
    '/apis': {
      groups: [{ name: 'external-secrets.io', versions: [{ version }] }],
    },
    [`/apis/external-secrets.io/${version}`]: base[GROUP],
    [`/apis/external-secrets.io/${version}/externalsecrets`]:
      base[`${GROUP}/externalsecrets`],
    [`/apis/external-secrets.io/${version}/clustersecretstores`]: {
      items: [],
    },
  });
  const old = await judgeServer(serverOf(answers('v1beta1')), registry, NOW);
  expect(old.rows[0].ref.apiVersion).toBe('external-secrets.io/v1beta1');
  const future = await judgeServer(serverOf(answers('v9')), registry, NOW);
  expect(future.unread).toContainEqual({
    file: 'externalsecrets.external-secrets.io',
    message: 'it is served as v9 only, which is not understood',
  });
});
