import { listAt, textAt } from '../storage/object';
import {
  applicationYaml,
  Delivery,
  gitSource,
  until,
} from './__testUtils__/delivery';

let delivery: Delivery;
beforeAll(async () => {
  delivery = await Delivery.start();
}, 60_000);
afterAll(() => delivery.close());

describe('what a merge leaves alone, and what it cannot do', () => {
  it('what nobody touched stays as it was, faults and all', async () => {
    const before = delivery.application('matomo');
    const sha = await delivery.merge('note', { 'README.md': 'Another word\n' });
    await until(
      () =>
        textAt(delivery.application('matomo'), 'status', 'sync', 'revision'),
      revision => revision === sha,
    );
    expect(delivery.sync('matomo')).toBe('OutOfSync');
    expect(delivery.health('matomo')).toBe(
      textAt(before, 'status', 'health', 'status'),
    );
    expect(delivery.sync('paperless-ngx')).toBe('Unknown');
    expect(delivery.list('apps/v1', 'Deployment', 'keycloak')).toEqual([]);
  }, 30_000);

  it.each([
    [
      'broken YAML',
      'rust',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {\n',
      'Failed to unmarshal "config.yaml"',
    ],
    [
      'no folder',
      'fog',
      undefined,
      'apps/fog/manifests: app path does not exist',
    ],
  ])('%s is a ComparisonError', async (_name, name, text, message) => {
    await delivery.merge(`add-${name}`, {
      [`apps/${name}/application.yaml`]: applicationYaml(
        name,
        `  source: ${gitSource(`apps/${name}/manifests`)}`,
      ),
      ...(text ? { [`apps/${name}/manifests/config.yaml`]: text } : {}),
    });
    const found = await until(
      () => delivery.application(name),
      one => listAt(one, 'status', 'conditions').length > 0,
    );
    expect(found).toMatchObject({
      status: {
        sync: { status: 'Unknown' },
        conditions: [
          {
            type: 'ComparisonError',
            message: expect.stringContaining(message),
          },
        ],
      },
    });
  });

  it('the folder that Argo CD missed is found once it has its name again', async () => {
    const [{ repository }] = delivery.hub.github.hosted;
    const head = (await repository.resolve('main')) ?? '';
    const files = await repository.files(head, 'apps/paperless-ngx/kubernetes');
    await delivery.merge(
      'mend-paperless',
      Object.fromEntries(
        files.flatMap(({ path, text }) => [
          [path, null],
          [path.replace('/kubernetes/', '/manifests/'), text],
        ]),
      ),
    );
    await until(
      () => delivery.sync('paperless-ngx'),
      sync => sync === 'Synced',
    );
    expect(delivery.application('paperless-ngx')?.status).not.toHaveProperty(
      'conditions',
    );
  }, 30_000);
});
