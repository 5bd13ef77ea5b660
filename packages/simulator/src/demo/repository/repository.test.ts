import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fieldsAt, listAt, textAt } from '../../storage/object';
import { Delivery } from '../../github/__testUtils__/delivery';

const run = promisify(execFile);
let delivery: Delivery;
beforeAll(async () => {
  delivery = await Delivery.start();
}, 60_000);
afterAll(() => delivery.close());

describe('the repository of the demo', () => {
  it('is where the Applications say they are', async () => {
    const head = await delivery.hub.github.head('edgeprime/platform-gitops');
    const [{ repository }] = delivery.hub.github.hosted;
    const paths = (
      await repository.entries(head ?? '', { recursive: true })
    ).map(({ path }) => path);
    const applications = delivery.cluster.list({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
    });
    const missing = applications.flatMap(({ metadata, spec }) =>
      [...listAt(spec, 'sources'), fieldsAt(spec, 'source')]
        .map(source => textAt(source, 'path'))
        .filter(path => path && !paths.includes(path))
        .map(path => `${metadata.name}: ${path}`),
    );
    expect(missing).toEqual(['paperless-ngx: apps/paperless-ngx/manifests']);
    expect(applications.length).toBeGreaterThan(40);
    const names = applications
      .map(({ metadata }) => metadata.name)
      .filter(name => name !== 'root');
    expect(paths).toEqual(
      expect.arrayContaining(
        names.map(name => `apps/${name}/application.yaml`),
      ),
    );
  });

  it('can be cloned', async () => {
    const url = `${delivery.hub.origin}/edgeprime/platform-gitops.git`;
    const { stdout } = await run('git', ['ls-remote', url, 'main']);
    expect(stdout).toContain('refs/heads/main');
  });
});
