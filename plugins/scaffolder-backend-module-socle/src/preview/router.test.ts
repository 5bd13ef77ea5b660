import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import express from 'express';
import request from 'supertest';
import { answers } from '../__testUtils__/answers';
import { platformOf, repositoryOf } from '../__testUtils__/platform';
import { createPreviewRouter } from './router';

const FILES = {
  'apps/beacon/application.yaml':
    'kind: Application\nspec:\n  sources:\n    - chart: beacon\n  destination:\n    namespace: lights\n',
  'apps/beacon/http-route.yaml':
    'kind: HTTPRoute\nspec:\n  hostnames:\n    - beacon.quay.example.org\n',
};

function serve({
  files = FILES,
  unread = false,
  result = AuthorizeResult.ALLOW as
    | AuthorizeResult.ALLOW
    | AuthorizeResult.DENY,
} = {}) {
  const config = mockServices.rootConfig();
  const app = express();
  app.use(
    createPreviewRouter({
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result }],
      }),
      platform: platformOf(),
      repository: repositoryOf(unread ? undefined : files),
    }),
  );
  app.use(
    MiddlewareFactory.create({
      config,
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return request(app);
}

const form = {
  ...answers['app:helm-configs'],
  preview: null,
  somethingOfTheForm: 'x',
};

describe('POST /socle/v1/preview', () => {
  it('tells every file, why it is there and what happens', async () => {
    const { body, status } = await serve()
      .post('/socle/v1/preview')
      .send({ kinds: ['app:helm-configs'], answers: form });
    expect(status).toBe(200);
    expect(body.refusals).toEqual([]);
    expect(body.repository).toEqual({ state: 'read' });
    expect(body.files[0]).toEqual({
      path: 'apps/lantern/application.yaml',
      content: expect.stringContaining('kind: Application'),
      why: expect.any(String),
      state: 'new',
    });
    expect(body.order.length).toBeGreaterThan(1);
  });

  it('puts the files of several actions together', async () => {
    const { body } = await serve()
      .post('/socle/v1/preview')
      .send({
        kinds: ['vault:path', 'external-secret'],
        answers: {
          app: 'beacon',
          purpose: 'mail',
          keys: ['password'],
          owner: 'group:default/harbour',
        },
      });
    expect(body.refusals).toEqual([]);
    const paths = body.files.map(({ path }: { path: string }) => path);
    expect(paths).toContain('apps/beacon/external-secret-mail.yaml');
    expect(paths).toContain('terraform/vault/app_beacon.tf');
    const secret = body.files.find(({ path }: { path: string }) =>
      path.startsWith('apps/'),
    );
    expect(secret.content).toContain('namespace: lights');
  });

  it('names what is refused, and shows no file then', async () => {
    const typed = 'Tr0mbone-Staple-77';
    const { body, text } = await serve()
      .post('/socle/v1/preview')
      .send({
        kinds: ['app:helm-configs'],
        answers: { ...form, values: { password: typed } },
      });
    expect(body.files).toEqual([]);
    expect(body.refusals).toMatchObject([{ field: 'values.password' }]);
    expect(text).not.toContain(typed);
  });

  it('says that the repository could not be read, and goes on', async () => {
    const { body } = await serve({ unread: true })
      .post('/socle/v1/preview')
      .send({ kinds: ['app:helm-configs'], answers: form });
    expect(body.repository.state).toBe('notRead');
    expect(body.repository.message).toMatch(/could not be read/);
    expect(body.files.length).toBeGreaterThan(0);
  });

  it.each([
    [{ kinds: ['app:unknown'], answers: {} }],
    [{ kinds: [], answers: {} }],
    [{ kinds: ['volume'] }],
    [{ kinds: ['volume'], answers: [] }],
    [[]],
  ])('refuses %j', async body => {
    const { status } = await serve().post('/socle/v1/preview').send(body);
    expect(status).toBe(400);
  });

  it('is refused to who may not', async () => {
    const { status } = await serve({ result: AuthorizeResult.DENY })
      .post('/socle/v1/preview')
      .send({ kinds: ['volume'], answers: {} });
    expect(status).toBe(403);
  });

  it('is refused to nobody in particular', async () => {
    const { status } = await serve()
      .post('/socle/v1/preview')
      .set('Authorization', mockCredentials.none.header())
      .send({ kinds: ['volume'], answers: {} });
    expect(status).toBe(401);
  });
});

describe('GET /socle/v1/platform', () => {
  it('tells what is taken and what may be chosen', async () => {
    const { body } = await serve().get('/socle/v1/platform');
    expect(body).toMatchObject({
      apps: ['beacon'],
      hosts: [
        {
          host: 'beacon.quay.example.org',
          path: 'apps/beacon/http-route.yaml',
        },
      ],
      domains: ['quay.example.org'],
      repository: {
        state: 'read',
        url: 'https://git.example.org/quay/fleet',
      },
    });
  });

  it('claims no empty list where the repository could not be read', async () => {
    const { body } = await serve({ unread: true }).get('/socle/v1/platform');
    expect(body.apps).toBeUndefined();
    expect(body.hosts).toBeUndefined();
    expect(body.repository.state).toBe('notRead');
  });
});
