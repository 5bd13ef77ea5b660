import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { JsonObject, JsonValue } from '@backstage/types';
import request from 'supertest';
import { parse } from 'yaml';
import { answers } from './__testUtils__/answers';
import { Hub } from './__testUtils__/hub';
import { keptBytes } from './__testUtils__/kept-bytes';
import scaffolderModuleSocle from '.';

jest.setTimeout(180_000);

/** What somebody types by mistake. It is looked for everywhere. */
const TYPED = 'Tr0mbone-Staple-77';
/** What anybody may see: it must be found, or the search finds nothing at all. */
const MARK = 'Lanterns of pier forty-two';
const TOKEN = `ghp_${'Zq7R'.repeat(9)}`;

const HELM = 'new-service-helm-configs';
const INLINE = 'new-service-helm-inline';
const WRAPPER = 'new-service-wrapper-chart';
const RAW = 'new-service-raw-manifests';
const SECRET = 'add-a-secret';

const identity = { catalog: { owner: 'group:default/harbour' }, preview: null };
const form: Record<string, JsonObject> = {
  [HELM]: { ...answers['app:helm-configs'], ...identity },
  [INLINE]: { ...answers['app:helm-inline'], ...identity },
  [WRAPPER]: { ...answers['app:wrapper-chart'], ...identity },
  [RAW]: { ...answers['app:raw-manifests'], ...identity },
  [SECRET]: {
    app: 'beacon',
    purpose: 'mail',
    keys: ['password'],
    owner: 'group:default/harbour',
    preview: null,
  },
};

const KINDS: Record<string, string> = {
  [HELM]: 'app:helm-configs',
  [INLINE]: 'app:helm-inline',
  [WRAPPER]: 'app:wrapper-chart',
  [RAW]: 'app:raw-manifests',
  [SECRET]: 'vault:path',
};

const KEYS = [
  ...['password', 'PASSWORD', 'adminPassword', 'db_password', 'passwd', 'pwd'],
  ...['secret', 'clientSecret', 'client-secret', 'secretKey', 'token'],
  ...['apiToken', 'apiKey', 'api_key', 'accessKey', 'privateKey', 'dsn'],
  ...['credentials', 'connectionString', 'passphrase', 'encryptionKey'],
];
const workload = answers['app:raw-manifests'].workload as JsonObject;

/** Where it is typed: a template, and what differs from good answers. */
const MISTAKES: Array<[string, string, JsonObject]> = [
  ...[HELM, INLINE, WRAPPER].flatMap(template =>
    KEYS.map((key): [string, string, JsonObject] => [
      template,
      `a value under ${key}`,
      { values: { main: { deep: [{ [key]: TYPED }] } } },
    ]),
  ),
  ...KEYS.map((key): [string, string, JsonObject] => [
    RAW,
    `a variable ${key}`,
    {
      workload: {
        ...workload,
        env: [{ name: key.replaceAll('-', '_'), value: TYPED }],
      },
    },
  ]),
  ...Object.keys(form).flatMap(template =>
    ['password', 'token'].map((key): [string, string, JsonObject] => [
      template,
      `a field ${key} that the form does not have`,
      { [key]: TYPED },
    ]),
  ),
  ...[HELM, INLINE, WRAPPER].flatMap(
    (template): Array<[string, string, JsonObject]> => [
      [template, 'a file', { values: { conf: `a: b\npassword: ${TYPED}\n` } }],
      [
        template,
        'an argument',
        { values: { args: [`--admin-password=${TYPED}`] } },
      ],
      [
        template,
        'an address',
        { values: { uri: `postgres://app:${TYPED}@db:5432/app` } },
      ],
      [
        template,
        'a repository',
        {
          chart: {
            ...(form[template].chart as JsonObject),
            repository: `https://me:${TYPED}@charts.example.org`,
          },
        },
      ],
      [template, 'a map', { values: { secrets: { main: TYPED } } }],
    ],
  ),
  [
    RAW,
    'an argument',
    { workload: { ...workload, args: [`--password=${TYPED}`] } },
  ],
  ...[HELM, INLINE, WRAPPER, RAW].flatMap(
    (template): Array<[string, string, JsonObject]> => [
      [
        template,
        'a value beside a key',
        {
          secrets: [{ purpose: 'db', keys: ['password'], value: TYPED }],
        },
      ],
      [
        template,
        'a value as a key',
        { secrets: [{ purpose: 'db', keys: [`password=${TYPED}`] }] },
      ],
      [template, 'a title', { title: `Lamps ${TOKEN}` }],
      [template, 'a description', { description: `With ${TOKEN}` }],
      [
        template,
        'the catalog',
        { catalog: { owner: 'group:default/harbour', token: TYPED } },
      ],
    ],
  ),
  [SECRET, 'a value as a key', { keys: [`password=${TYPED}`] }],
  [SECRET, 'a value', { value: TYPED }],
  [SECRET, 'a map of keys', { keys: { password: TYPED } as JsonValue }],
];

describe('a secret that somebody types into a form', () => {
  let folder: string;
  let hub: Hub;
  let server: request.Agent;
  let stop: () => Promise<void>;
  const logged: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'socle-kept-'));
    await mkdir(join(folder, 'work'));
    hub = await Hub.start();
    const log = (message: unknown, meta?: unknown) => {
      logged.push(`${message} ${JSON.stringify(meta) ?? ''}`);
    };
    const logger = mockServices.rootLogger.mock({
      info: log,
      warn: log,
      error: log,
      debug: log,
      child: () => logger,
    });
    const entities = await Promise.all(Object.keys(form).map(template));
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleSocle,
        databaseServiceFactory,
        catalogServiceMock.factory({ entities }),
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            ...hub.config(),
            backend: {
              baseUrl: 'http://localhost:7007',
              workingDirectory: join(folder, 'work'),
              database: {
                client: 'better-sqlite3',
                connection: { directory: join(folder, 'databases') },
              },
            },
          },
        }),
      ],
    });
    server = request.agent(backend.server);
    stop = () => backend.stop();
  });

  afterAll(async () => {
    await stop?.();
    await hub?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is in no log, event, output, checkpoint, row, file or commit', async () => {
    const good = await submit(RAW, { ...form[RAW], title: MARK });
    expect(good.status).toBe(201);
    const events = await ended(good.body.id);
    expect(events).toContain(MARK);
    expect(events).not.toContain('"failed"');

    const before = await server.get('/api/scaffolder/v2/tasks');
    const seen = await hub.seen();
    const taken: string[] = [];
    for (const [name, where, harm] of MISTAKES) {
      const { status } = await submit(name, { ...form[name], ...harm });
      if (status !== 400) taken.push(`${name}: ${where}: ${status}`);
      // The preview answers whoever typed it, and keeps nothing.
      await server.post('/api/scaffolder/socle/v1/preview').send({
        kinds: [KINDS[name]],
        answers: { ...form[name], ...harm },
      });
    }
    expect(taken).toEqual([]);
    const tasks = await server.get('/api/scaffolder/v2/tasks');
    expect(tasks.body).toEqual(before.body);
    expect(await hub.seen()).toEqual(seen);

    const all = new Map([
      ...(await keptBytes(folder)),
      ...(await keptBytes(hub.github.folder)),
    ]);
    const holding = (text: string) =>
      [...all].filter(([, kept]) => kept.includes(text)).map(([at]) => at);
    expect(holding(MARK).join('\n')).toMatch(/databases.*scaffolder/);
    expect(holding(MARK).join('\n')).toMatch(/\(objects\)/);
    for (const secret of [TYPED, TOKEN]) {
      expect(holding(secret)).toEqual([]);
      expect(logged.filter(line => line.includes(secret))).toEqual([]);
      expect(events).not.toContain(secret);
    }
    expect(MISTAKES.length).toBeGreaterThan(100);
  });

  async function template(name: string): Promise<Entity> {
    const file = resolve(__dirname, '../../../templates', name);
    return parse(await readFile(join(file, 'template.yaml'), 'utf8'), {
      maxAliasCount: -1,
    });
  }

  function submit(name: string, values: JsonObject) {
    return server
      .post('/api/scaffolder/v2/tasks')
      .send({ templateRef: `template:default/${name}`, values });
  }

  /** All events of a task, once it has ended. */
  async function ended(id: string): Promise<string> {
    for (;;) {
      const task = await server.get(`/api/scaffolder/v2/tasks/${id}`);
      if (['completed', 'failed'].includes(task.body.status)) {
        const { body } = await server.get(
          `/api/scaffolder/v2/tasks/${id}/events`,
        );
        return JSON.stringify([task.body, body]);
      }
      await new Promise(done => setTimeout(done, 200));
    }
  }
});
