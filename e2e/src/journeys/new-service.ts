import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { List } from '../portal/answers';
import { CLUSTER, Portal } from '../portal/portal';

const NAME = 'tide-tables';
const IMAGE = 'ghcr.io/traefik/whoami:v1.11.0';
const SECRET = `${NAME}-mail`;
const HOST = `${NAME}.exitthecloud.eu`;
const TITLE = 'Tide tables';
const DESCRIPTION = 'When the water comes, and when it goes.';
const FILES = [
  'application',
  'catalog-info',
  'deployment',
  'external-secret-mail',
  'http-route',
  'service',
];
const ROUTE = 'gateway.networking.k8s.io/HTTPRoute';
const IN_NAMESPACE = `/api/socle/v1/resources?namespace=${NAME}&limit=100`;

/** A service is asked for in a form, proposed, merged, synchronised, and then stands on the pages. */
export const newServiceJourney: Journey = {
  id: 'new-service',
  title:
    'New service: from the form by a pull request to running pods, its route and its runbooks',
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
    await check('pods, Service, Secret and route are there, and well', () =>
      runs(portal),
    );
    await tab.goto(
      `/socle/explorer?q=${NAME}&kind=${encodeURIComponent(ROUTE)}`,
    );
    await check('the explorer shows its route, with health', async () => {
      const table = tab.getByRole('grid', { name: 'Resources of all systems' });
      await eventually(async () => {
        const text = await table.innerText();
        assert.match(text, new RegExp(`Healthy\\s+HTTPRoute\\s+${NAME}`));
        assert.match(text, /HTTPRouteAttached/);
      });
    });
    await picture(tab, 'new-service-route');
    await check('the catalog has the component as the form said it', () =>
      isRegistered(portal),
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
          /HTTPRouteAttached/,
          new RegExp(SECRET),
        ]) {
          assert.match(text, words);
        }
      }),
    );
    await picture(tab, 'new-service-platform');
    await check('the Kubernetes tab finds its workload', async () => {
      await tab.getByRole('link', { name: 'Kubernetes', exact: true }).click();
      const cluster = tab.getByText('Edgit', { exact: true });
      await cluster.waitFor({ timeout: 30_000 });
      await cluster.click();
      await eventually(async () =>
        assert.match(
          await tab.locator('body').innerText(),
          new RegExp(`${NAME}\\s+Deployment`),
        ),
      );
    });
    await picture(tab, 'new-service-kubernetes');
    await tab.goto(`/catalog/${CLUSTER}/component/${NAME}`);
    await check('its page says whose it is and what for', () =>
      eventually(async () => {
        const text = await tab.locator('body').innerText();
        for (const words of [TITLE, DESCRIPTION, 'experimental']) {
          assert.ok(text.includes(words), words);
        }
      }),
    );
    await picture(tab, 'new-service-entity');
    await check('its documentation leads to its runbooks', async () => {
      await tab.goto(`/catalog/${CLUSTER}/component/${NAME}/docs`);
      await tab
        .getByRole('heading', { name: 'Your app on the platform' })
        .waitFor({ timeout: 60_000 });
      await picture(tab, 'new-service-docs');
      await tab
        .getByRole('link', { name: 'Application', exact: true })
        .first()
        .click();
      await tab
        .getByRole('link', { name: 'PodCrashLooping' })
        .first()
        .waitFor({ timeout: 30_000 });
    });
    await picture(tab, 'new-service-runbooks');
  },
};

async function fill(tab: Page): Promise<void> {
  const next = () =>
    tab.getByRole('button', { name: 'Next', exact: true }).click();
  await tab.getByLabel(/^Name/).first().fill(NAME);
  await tab.getByLabel(/^Title/).fill(TITLE);
  await tab.getByLabel(/^Description/).fill(DESCRIPTION);
  await tab.getByLabel(/^Owner/).click();
  await tab.getByRole('option', { name: 'Platform team' }).click();
  await next();
  await tab.getByLabel(/^Image/).fill(IMAGE);
  await next();
  await tab.getByText('This app makes the namespace').waitFor();
  await next();
  await tab.getByLabel('Port of the Service').fill('8080');
  await tab.getByLabel(/^Host/).fill('grafana.exitthecloud.eu');
  await tab
    .getByText(/grafana.*(taken|has it)/i)
    .first()
    .waitFor();
  await tab.getByLabel(/^Host/).fill(HOST);
  await tab.getByRole('button', { name: /Add/i }).first().click();
  await tab.getByLabel(/^What for/).fill('mail');
  await tab.getByLabel(/^Key/).first().fill('password');
  await next();
}

interface Registered {
  metadata: { title?: string; description?: string; tags?: string[] };
  spec: { owner?: string; lifecycle?: string };
}

function isRegistered(portal: Portal): Promise<void> {
  return eventually(
    async () => {
      const { metadata, spec } = await portal.get<Registered>(
        `/api/catalog/entities/by-name/component/${CLUSTER}/${NAME}`,
      );
      assert.ok(metadata.tags?.includes('pattern-d'));
      assert.deepEqual(
        [metadata.title, metadata.description, spec.owner, spec.lifecycle],
        [TITLE, DESCRIPTION, 'group:default/platform', 'experimental'],
      );
    },
    { withinMs: 60_000 },
  );
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
        'HTTPRoute healthy',
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
