import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import fs from 'node:fs/promises';
import request from 'supertest';
import { testFolder, TestFolder } from './__testing__/folder';
import { techdocsModuleMarkdown } from './module';

jest.setTimeout(60_000);

const folders: TestFolder[] = [];
const stops: Array<() => Promise<void>> = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
  await Promise.all(folders.splice(0).map(folder => folder.remove()));
});

async function portal(options: { buildAtStart?: string[] } = {}) {
  const source = await testFolder({
    'catalog-info.yaml': '',
    'mkdocs.yml': 'site_name: Shop\nsite_description: Sells',
    'docs/index.md': '# Shop\n\n[disk](runbooks/DiskFull.md)',
    'docs/runbooks/DiskFull.md': '# DiskFull\n\nMake room.',
  });
  const published = await testFolder();
  folders.push(source, published);
  const location = `file:${source.root}/catalog-info.yaml`;
  const asked: string[] = [];
  const search = createBackendPlugin({
    pluginId: 'search',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use((req, res) => {
            asked.push(`${req.method} ${req.path}`);
            res.end();
          });
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      techdocsPlugin,
      techdocsModuleMarkdown,
      search,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'shop',
              uid: `uid-${source.root}`,
              annotations: {
                'backstage.io/techdocs-ref': 'dir:.',
                'backstage.io/source-location': location,
                'backstage.io/managed-by-location': location,
              },
            },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0' },
          techdocs: {
            builder: 'local',
            publisher: {
              type: 'local',
              local: { publishDirectory: published.root },
            },
          },
          socle: {
            techdocs: {
              generator: 'markdown',
              buildAtStart: options.buildAtStart ?? [],
            },
          },
        },
      }),
    ],
  });
  stops.push(() => backend.stop());
  const get = (path: string) =>
    request(backend.server).get(`/api/techdocs${path}`);
  return { get, source, published, asked };
}

async function until<T>(
  find: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== undefined) {
      return found;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('techdocsModuleMarkdown', () => {
  it('builds the documentation beside an entity, and serves it', async () => {
    const { get } = await portal();
    const sync = await get('/sync/default/Component/shop');
    expect(sync.text).toContain('Built 2 pages without mkdocs');
    expect(sync.text).toContain('event: finish\ndata: {"updated":true}');

    const metadata = await get('/metadata/techdocs/default/Component/shop');
    expect(metadata.body).toMatchObject({
      site_name: 'Shop',
      site_description: 'Sells',
      etag: expect.stringMatching(/^[0-9a-f]{64}$/),
      build_timestamp: expect.any(Number),
    });
    const page = await get(
      '/static/docs/default/component/shop/runbooks/DiskFull/index.html',
    );
    expect(page.text).toContain('<p>Make room.</p>');
    const index = await get(
      '/static/docs/default/component/shop/search/search_index.json',
    );
    expect(index.body.docs[0]).toEqual({
      location: '',
      title: 'Shop',
      text: 'disk',
    });
  });

  it('does not build again what did not change', async () => {
    const { get, published } = await portal();
    await get('/sync/default/Component/shop');
    const before = await fs.stat(
      `${published.root}/default/component/shop/index.html`,
    );
    // Backstage itself does not look for a minute.
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 120_000);
    const sync = await get('/sync/default/Component/shop');
    clock.mockRestore();
    expect(sync.text).toContain('data: {"updated":false}');
    const after = await fs.stat(
      `${published.root}/default/component/shop/index.html`,
    );
    expect(after.mtimeMs).toBe(before.mtimeMs);
  });

  it('builds at start what it is told to, and has search read it', async () => {
    const { published, asked } = await portal({
      buildAtStart: ['component:default/shop'],
    });
    const page = await until(() =>
      fs
        .readFile(`${published.root}/default/component/shop/index.html`, 'utf8')
        .catch(() => undefined),
    );
    expect(page).toContain('Shop');
    await until(() => asked[0]);
    expect(asked).toEqual([
      'POST /.backstage/scheduler/v1/tasks/search_index_techdocs/trigger',
    ]);
  });
});
