import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { ReasonItem } from '@socle/backstage-plugin-socle-common';
import { defineKind, defineSystem } from '@socle/backstage-plugin-socle-model';
import { socleSystemsExtensionPoint } from '@socle/backstage-plugin-socle-node';
import request from 'supertest';
import { soclePlugin } from '../plugin';

const pottery = defineSystem({
  id: 'pottery',
  title: 'Pottery',
  area: 'application',
  layer: 'application',
  description: 'Pots.',
  kinds: [
    defineKind({
      group: 'pottery.example',
      kind: 'Kiln',
      plural: 'kilns',
      versions: ['v1'],
      namespaced: true,
      project: () => ({}),
      health: () => ({
        status: 'failed',
        reason: 'KilnCold',
        message: 'Cold.',
      }),
      reasons: [
        { code: 'KilnCold', cause: 'The kiln is cold.', evidence: 'status' },
        { code: 'KilnShut', cause: 'The kiln is shut.', evidence: 'status' },
      ],
    }),
  ],
  translations: { fr: { causes: { KilnCold: 'Le four est froid.' } } },
});

describe('GET /v1/reasons', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const decide = jest.fn();
  const get = (query = '', user = 'user:default/ann') =>
    request(backend.server)
      .get(`/api/socle/v1/reasons${query}`)
      .set('Authorization', mockCredentials.user.header(user));
  const causeOf = (body: { items: ReasonItem[] }, code: string) =>
    body.items.find(one => one.code === code)?.cause;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        soclePlugin,
        mockServices.rootConfig.factory({ data: { socle: { clusters: [] } } }),
        mockServices.permissions.mock({
          authorize: async asked => asked.map(() => ({ result: decide() })),
          authorizeConditional: async asked =>
            asked.map(() => ({ result: AuthorizeResult.DENY })),
        }).factory,
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish: async () => {} }),
        }),
        createBackendModule({
          pluginId: 'socle',
          moduleId: 'pottery',
          register: env =>
            env.registerInit({
              deps: { systems: socleSystemsExtensionPoint },
              init: async ({ systems }) => systems.addSystem(pottery),
            }),
        }),
      ],
    });
  });
  afterAll(() => backend.stop());
  beforeEach(() => decide.mockReturnValue(AuthorizeResult.ALLOW));

  it('tells what each reason means and where its runbook is', async () => {
    const { body } = await get().expect(200);
    expect(body).toMatchObject({ language: 'en', sources: [] });
    expect(body.total).toBe(body.items.length);
    expect(body.items).toContainEqual({
      code: 'LonghornVolumeFaulted',
      system: 'longhorn',
      area: 'storage',
      cause: 'No copy of the data is usable.',
      runbook: 'runbooks/storage/LonghornVolumeFaulted',
    });
    expect(causeOf(body, 'NoStatusYet')).toBe(
      'The controller has not reported yet.',
    );
  });

  it('says it in French, that of systems of other teams too', async () => {
    const { body } = await get('?language=fr').expect(200);
    expect(body.language).toBe('fr');
    expect(body.items).toContainEqual({
      code: 'KilnCold',
      system: 'pottery',
      area: 'application',
      cause: 'Le four est froid.',
      original: 'The kiln is cold.',
      runbook: 'runbooks/application/KilnCold',
    });
    // What nobody has translated is better said in English than not at all.
    expect(causeOf(body, 'KilnShut')).toBe('The kiln is shut.');
    expect(causeOf(body, 'NoStatusYet')).toBe(
      'Le contrôleur n’a encore rien rapporté.',
    );
  });

  it.each(['de', 'constructor', '../../etc'])(
    'answers in English where "%s" is asked for',
    async language => {
      const { body } = await get(`?language=${language}`).expect(200);
      expect(body.language).toBe('en');
      expect(causeOf(body, 'KilnCold')).toBe('The kiln is cold.');
    },
  );

  it('is not sent again to who has it', async () => {
    const { headers } = await get('?language=fr').expect(200);
    expect(headers['cache-control']).toBe('private, max-age=300');
    const { text } = await get('?language=fr')
      .set('If-None-Match', headers.etag)
      .expect(304);
    expect(text).toBe('');
    await get('?language=en').set('If-None-Match', headers.etag).expect(200);
  });

  it('needs the permission to open the pages, and none for resources', async () => {
    decide.mockReturnValue(AuthorizeResult.DENY);
    const { body } = await get('', 'user:default/denied').expect(403);
    expect(body.error.message).toContain('socle.view');
  });

  it('asks who it is', async () => {
    const { status } = await request(backend.server)
      .get('/api/socle/v1/reasons')
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
