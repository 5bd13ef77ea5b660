import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { parse } from 'yaml';
import { answers } from './__testUtils__/answers';
import { Hub } from './__testUtils__/hub';
import scaffolderModuleSocle from '.';

const TEMPLATES = [
  'new-service-helm-configs',
  'new-service-helm-inline',
  'new-service-wrapper-chart',
  'new-service-raw-manifests',
  'add-a-secret',
];

const entities: Entity[] = TEMPLATES.map(name => ({
  ...parse(
    readFileSync(
      resolve(__dirname, '../../../templates', name, 'template.yaml'),
      'utf8',
    ),
    { maxAliasCount: -1 },
  ),
}));

const identity = { catalog: { owner: 'group:default/harbour' }, preview: null };

jest.setTimeout(120_000);

describe('the templates in the scaffolder', () => {
  let hub: Hub;
  let server: request.Agent;
  let stop: () => Promise<void>;
  const logged: string[] = [];

  beforeAll(async () => {
    hub = await Hub.start();
    const log = (message: string, meta?: unknown) => {
      logged.push(`${message} ${JSON.stringify(meta) ?? ''}`);
    };
    const logger = mockServices.rootLogger.mock({
      info: log,
      warn: log,
      error: log,
      debug: log,
      child: () => logger,
    });
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleSocle,
        catalogServiceMock.factory({ entities }),
        logger.factory,
        mockServices.rootConfig.factory({ data: hub.config() }),
      ],
    });
    server = request.agent(backend.server);
    stop = () => backend.stop();
  });

  afterAll(async () => {
    await stop?.();
    await hub?.stop();
  });

  async function run(template: string, values: JsonObject) {
    const { body, status } = await server
      .post('/api/scaffolder/v2/tasks')
      .send({ templateRef: `template:default/${template}`, values });
    if (status !== 201) {
      return { status, text: JSON.stringify(body) };
    }
    for (;;) {
      const task = await server.get(`/api/scaffolder/v2/tasks/${body.id}`);
      if (['completed', 'failed'].includes(task.body.status)) {
        const events = await server.get(
          `/api/scaffolder/v2/tasks/${body.id}/events`,
        );
        const last = events.body.at(-1).body;
        return {
          status: task.body.status,
          output: last.output,
          text: JSON.stringify(events.body),
        };
      }
      await new Promise(done => setTimeout(done, 200));
    }
  }

  it.each([
    ['new-service-helm-configs', 'app:helm-configs', 'lamp-a'],
    ['new-service-helm-inline', 'app:helm-inline', 'lamp-b'],
    ['new-service-wrapper-chart', 'app:wrapper-chart', 'lamp-c'],
    ['new-service-raw-manifests', 'app:raw-manifests', 'lamp-d'],
  ])('%s: from the form to the pull request', async (template, kind, name) => {
    const values = { ...answers[kind], ...identity, name };
    const { status, output, text } = await run(template, values);
    expect([status, status === 'failed' && text]).toEqual(['completed', false]);
    expect(output.links[0].url).toMatch(/\/quay\/fleet\/pull\/\d+$/);
    expect(output.text[0].content).toMatch(/After the merge/);
    const { pulls } = await hub.seen();
    const pull = pulls.find(one => one.branch === `socle/new-${name}`);
    expect(pull?.title).toBe(`Add ${name}`);

    const again = await run(template, values);
    expect(again.output.links).toEqual(output.links);
  });

  it('add-a-secret: for an app that is there', async () => {
    const { status, output, text } = await run('add-a-secret', {
      app: 'beacon',
      purpose: 'mail',
      keys: ['password'],
      owner: 'group:default/harbour',
      preview: null,
    });
    expect([status, status === 'failed' && text]).toEqual(['completed', false]);
    expect(output.links[0].url).toMatch(/pull\/\d+$/);
  });

  it('stores nothing, logs nothing and proposes nothing of a secret that was typed', async () => {
    const typed = 'Tr0mbone-Staple-77';
    const before = await hub.seen();
    const tasks = await server.get('/api/scaffolder/v2/tasks');
    logged.length = 0;
    for (const harm of [
      { values: { db: { password: typed } } },
      { values: { config: `user: a\npassword: ${typed}\n` } },
      { password: typed },
      { secrets: [{ purpose: 'db', keys: ['password'], value: typed }] },
    ]) {
      const { status } = await run('new-service-helm-configs', {
        ...answers['app:helm-configs'],
        ...identity,
        ...harm,
      });
      expect(status).toBe(400);
    }
    const after = await server.get('/api/scaffolder/v2/tasks');
    expect(after.body).toEqual(tasks.body);
    expect(logged.join('\n')).not.toContain(typed);
    expect(await hub.seen()).toEqual(before);
  });

  it('shows its files in a dry run, and proposes nothing', async () => {
    const before = await hub.seen();
    const template = entities[0];
    const { body, status } = await server
      .post('/api/scaffolder/v2/dry-run')
      .send({
        template,
        values: {
          ...answers['app:helm-configs'],
          ...identity,
          name: 'lamp-dry',
        },
        directoryContents: [],
      });
    expect(status).toBe(200);
    expect(
      body.directoryContents.map(({ path }: { path: string }) => path),
    ).toContain('apps/lamp-dry/application.yaml');
    expect(await hub.seen()).toEqual(before);
  });

  it('lists its actions with their schemas', async () => {
    const { body } = await server.get('/api/scaffolder/v2/actions');
    const ids = body
      .map(({ id }: { id: string }) => id)
      .filter((id: string) => id.startsWith('socle:'));
    expect(ids).toEqual(
      expect.arrayContaining([
        'socle:app:helm-configs',
        'socle:app:helm-inline',
        'socle:app:wrapper-chart',
        'socle:app:raw-manifests',
        'socle:vault:path',
        'socle:external-secret',
        'socle:catalog-info',
        'socle:gitops:verify',
        'socle:gitops:pull-request',
      ]),
    );
  });

  it('answers the preview beside the scaffolder', async () => {
    const { body } = await server
      .post('/api/scaffolder/socle/v1/preview')
      .send({
        kinds: ['app:helm-configs'],
        answers: { ...answers['app:helm-configs'], ...identity },
      });
    expect(body).toMatchObject({
      refusals: [],
      repository: { state: 'read' },
    });
  });
});
