import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { List } from '../portal/answers';
import { CLUSTER, Portal } from '../portal/portal';

const NAME = 'tide-tables';
const IMAGE = 'ghcr.io/traefik/whoami:v1.11.0';
const SECRET = `${NAME}-mail`;
const FILES = ['application', 'deployment', 'external-secret-mail', 'service'];
const IN_NAMESPACE = `/api/socle/v1/resources?namespace=${NAME}&limit=100`;

/** A service is asked for in a form, proposed, merged, synchronised, and then stands on the pages. */
export const newServiceJourney: Journey = {
  id: 'new-service',
  title: 'New service: from the form by a pull request to running pods',
  async run({ portal, page, check, picture }) {
    const tab = await page();
    await check('the template is offered', async () => {
      await tab.goto('/create');
      await tab
        .getByText('New service: Raw Manifests')
        .first()
        .waitFor({ timeout: 60_000 });
    });
    await picture(tab, 'new-service-templates');
    await tab.goto('/create/templates/default/new-service-raw-manifests');
    await fill(tab);
    await check('the preview shows every file', () =>
      eventually(async () => {
        const text = await tab.locator('body').innerText();
        for (const file of FILES) {
          assert.match(text, new RegExp(`apps/${NAME}/${file}\\.yaml`));
        }
        assert.match(text, new RegExp(`kv/${NAME}/mail`));
      }),
    );
    await picture(tab, 'new-service-preview');
    await tab.getByRole('button', { name: 'Review', exact: true }).click();
    await tab.getByRole('button', { name: 'Create', exact: true }).click();
    const link = tab.getByRole('link', { name: /Pull request/i });
    await check('one pull request is opened', () =>
      link.waitFor({ timeout: 30_000 }),
    );
    await picture(tab, 'new-service-task');

    // Whoever owns the value writes it before the merge, as the pull request says.
    await portal.control('vault-secret', {
      path: `${NAME}/mail`,
      keys: ['password'],
    });
    await tab.goto((await link.getAttribute('href')) ?? '');
    await check(
      'the pull request brings the files, and is merged',
      async () => {
        await tab.getByRole('heading', { name: `Add ${NAME}` }).waitFor();
        const text = await tab.locator('body').innerText();
        for (const file of FILES) {
          assert.match(
            text,
            new RegExp(`apps/${NAME}/${file}\\.yaml\\s+added`),
          );
        }
        await tab.getByRole('button', { name: 'Merge pull request' }).click();
        await tab.getByText('Merged', { exact: true }).waitFor();
      },
    );
    await picture(tab, 'new-service-merged');

    await check('Argo CD brings it', () => isSynced(portal));
    await check('pods, Service and Secret are there, and well', () =>
      runs(portal),
    );
    await check('the catalog has the component', () =>
      eventually(
        async () => {
          const entity = await portal.get<{ metadata: { tags?: string[] } }>(
            `/api/catalog/entities/by-name/component/${CLUSTER}/${NAME}`,
          );
          assert.ok(entity.metadata.tags?.includes('pattern-d'));
        },
        { withinMs: 60_000 },
      ),
    );
    await tab.goto(`/catalog/${CLUSTER}/component/${NAME}/platform`);
    await check('its page shows them', () =>
      eventually(async () => {
        const text = await tab
          .getByRole('grid', { name: 'Resources' })
          .innerText();
        for (const words of [
          /PodReady/,
          /DeploymentAvailable/,
          /ServiceHasEndpoints/,
          /ExternalSecretSynced/,
          new RegExp(SECRET),
        ]) {
          assert.match(text, words);
        }
      }),
    );
    await picture(tab, 'new-service-platform');
  },
};

async function fill(tab: Page): Promise<void> {
  const next = () =>
    tab.getByRole('button', { name: 'Next', exact: true }).click();
  await tab.getByLabel(/^Name/).first().fill(NAME);
  await tab.getByLabel(/^Owner/).click();
  await tab.getByRole('option', { name: 'Platform team' }).click();
  await next();
  await tab.getByLabel(/^Image/).fill(IMAGE);
  await next();
  await tab.getByText('This app makes the namespace').waitFor();
  await next();
  await tab.getByLabel('Port of the Service').fill('8080');
  await tab.getByRole('button', { name: /Add/i }).first().click();
  await tab.getByLabel(/^What for/).fill('mail');
  await tab.getByLabel(/^Key/).first().fill('password');
  await next();
}

function isSynced(portal: Portal): Promise<void> {
  return eventually(
    async () => {
      const { items } = await portal.get<List>(
        `/api/socle/v1/resources?kind=argoproj.io/Application&q=${NAME}`,
      );
      const one = items.find(({ ref }) => ref.name === NAME);
      assert.equal(one?.health.reason, 'ArgoSynced');
      assert.equal(one?.facts.pattern, 'D');
    },
    { withinMs: 60_000 },
  );
}

function runs(portal: Portal): Promise<void> {
  return eventually(
    async () => {
      const { items } = await portal.get<List>(IN_NAMESPACE);
      const said = items.map(
        ({ ref, health }) => `${ref.kind} ${health.status}`,
      );
      for (const words of [
        'Pod healthy',
        'Deployment healthy',
        'Service healthy',
        'ExternalSecret healthy',
      ]) {
        assert.ok(said.includes(words), `${words}: ${said.join(', ')}`);
      }
      assert.ok(
        items.some(({ ref }) => ref.kind === 'Secret' && ref.name === SECRET),
      );
    },
    { withinMs: 60_000 },
  );
}
