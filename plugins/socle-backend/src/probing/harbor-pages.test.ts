import { systems } from '@socle/backstage-plugin-socle-model';
import { eventually } from '../reading/__testing__/fast-clock';
import { Answer, says, serving } from './__testing__/serving';

const { depot, probing } = serving();

describe('a registry of a thousand', () => {
  const API = '/api/v2.0';
  const harbor = systems.filter(({ id }) => id === 'harbor');
  const projects = Array.from({ length: 1_000 }, (_, index) => ({
    project_id: index + 1,
    name: `team-${String(index).padStart(4, '0')}`,
    repo_count: index === 0 ? 1_000 : 0,
    creation_time: '2026-01-01T00:00:00Z',
    metadata: { public: 'false' },
  }));
  const repositories = projects.map(({ project_id }) => ({
    id: project_id,
    project_id: 1,
    name: `team-0000/image-${project_id}`,
    artifact_count: 1,
    update_time: '2026-01-01T00:00:00Z',
  }));

  /** Pages as Harbor does; `most` is the largest page it gives, `links` whether a proxy leaves its header in place. */
  const paged =
    (all: object[], most: number, links: boolean): Answer =>
    (request, response) => {
      const { pathname, searchParams } = new URL(
        request.url ?? '',
        'http://registry',
      );
      const size = Math.min(Number(searchParams.get('page_size')) || 10, most);
      const page = Number(searchParams.get('page')) || 1;
      searchParams.set('page', String(page + 1));
      const link =
        page * size < all.length
          ? { link: `<${pathname}?${searchParams}>; rel="next"` }
          : {};
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'x-total-count': String(all.length),
          ...(links ? link : {}),
        })
        .end(JSON.stringify(all.slice((page - 1) * size, page * size)));
    };

  it.each([
    ['by the header', 100, true],
    ['by the header, in smaller pages than asked for', 50, true],
    ['by full pages, where the header is dropped', 100, false],
  ])(
    'is read page by page, %s',
    async (_by, most, links) => {
      const server = await depot();
      server.always((request, response) => {
        const path = request.url?.split('?')[0] ?? '';
        if (path === `${API}/projects`) {
          paged(projects, most, links)(request, response);
        } else if (/\/repositories$/.test(path)) {
          const own = path.includes('/team-0000/') ? repositories : [];
          paged(own, most, links)(request, response);
        } else if (path === `${API}/health`) {
          says('{"status": "healthy", "components": []}')(request, response);
        } else {
          says(
            /systeminfo|statistics|metrics|summary/.test(path) ? '{}' : '[]',
          )(request, response);
        }
      });
      const at = probing({ probe: 'harbor', url: server.url }, harbor);
      await eventually(
        () => expect(at.names('harbor.socle.dev/Project')).toHaveLength(1_000),
        20_000,
      );
      expect(at.names('harbor.socle.dev/Repository').length).toBeGreaterThan(0);
      const asked = server.asked.filter(path =>
        path.startsWith(`${API}/projects?`),
      );
      expect(new Set(asked).size).toBeLessThanOrEqual(1_000 / most + 1);
    },
    30_000,
  );
});
