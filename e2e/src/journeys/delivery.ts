import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { List } from '../portal/answers';
import {
  brokenDeliveries,
  NOT_COMPARED,
  NOT_FETCHED,
} from '../portal/deliveries';

/** It applies an application that does not become ready. */
const NOT_APPLIED = { cluster: 'onprem-prod', name: 'apps' };
const RUNBOOK =
  /\/docs\/default\/component\/socle\/runbooks\/[a-z]+\/[A-Z]\w+$/;

/** Delivery: is it well, what is broken and why, and where in the chains. */
export const deliveryJourney: Journey = {
  id: 'delivery',
  title: 'Delivery: from the headline to the broken link of a secret',
  async run({ portal, page, check, picture }) {
    const [app, secret] = await brokenDeliveries(portal);
    const tab = await page();
    await tab.goto('/socle-delivery');
    await check('the sidebar leads here', async () => {
      const entry = tab.getByRole('link', { name: 'Delivery', exact: true });
      assert.equal(await entry.first().getAttribute('href'), '/socle-delivery');
    });
    await check('the headline says how many causes there are', () =>
      eventually(async () =>
        assert.match(
          await tab.getByRole('status').first().innerText(),
          /^\d+ root causes? reach(es)? delivery and takes? down \d+ resources?/,
        ),
      ),
    );
    const incidents = tab.getByRole('list', {
      name: 'Incidents, root causes first',
    });
    await check('what cannot be compared is named, and why', async () => {
      const incident = incidents
        .locator(':scope > li')
        .filter({ hasText: NOT_COMPARED });
      const text = await incident.innerText();
      assert.match(text, /ArgoComparisonError/);
      assert.match(text, /app path does not exist/);
      const runbook = incident.getByRole('link', { name: /^Runbook for / });
      assert.match((await runbook.getAttribute('href')) ?? '', RUNBOOK);
    });
    await check('each pattern has as many as the list of it', async () => {
      const counts = tab.getByRole('list', {
        name: 'Applications of Argo CD by pattern',
      });
      for (const pattern of ['A', 'B', 'C', 'D', 'other']) {
        const { total } = await portal.get<List>(
          `/api/socle/v1/resources?kind=argoproj.io/Application&fact=pattern:${pattern}&limit=1`,
        );
        const link = counts.locator(`a[href*="pattern%3A${pattern}"]`);
        assert.match(await link.innerText(), new RegExp(`^${total} `));
      }
    });
    await picture(tab, 'delivery-overview');
    await tab
      .getByRole('article', { name: 'Flux' })
      .first()
      .scrollIntoViewIfNeeded();
    await picture(tab, 'delivery-inventory');
    await tabs(tab, picture);

    await check('Applications are filtered by pattern', async () => {
      await tab.goto('/socle-delivery/apps?fact=pattern:D');
      await tab.getByText(/^1–\d+ of \d+$/).waitFor();
      const letters = tab.locator('[data-pattern]');
      assert.ok((await letters.count()) > 0);
      for (const letter of await letters.allInnerTexts()) {
        assert.equal(letter, 'D');
      }
    });
    await check('the filter is offered and kept in the address', async () => {
      await tab.goto('/socle-delivery/apps');
      await tab.getByRole('button', { name: /Filter by Sync/ }).click();
      await tab.getByRole('option', { name: 'out of sync' }).click();
      await tab.waitForURL('**/apps?fact=sync%3AOutOfSync');
      await tab.keyboard.press('Escape');
      await tab.reload();
      await tab.getByText(/^1–\d+ of \d+$/).waitFor();
      assert.equal(
        await tab.getByText(/^Synced · /).count(),
        0,
        'what is in sync is left out',
      );
    });

    await check('an Application leads to its chain', async () => {
      await tab.goto(`/socle-delivery/apps?q=${NOT_COMPARED}`);
      await tab
        .getByRole('link', { name: NOT_COMPARED, exact: true })
        .first()
        .click();
      await tab.waitForURL(`**/socle-delivery/app/${app.ref}`);
    });
    const notCompared = () =>
      breakSays(tab, [
        new RegExp(`Broken at .*${NOT_COMPARED}`),
        /ArgoComparisonError/,
      ]);
    await check('its chain is broken where Argo CD reads it', notCompared);
    await check('it says which pattern it is and why', async () => {
      await tab.getByText('A folder of plain manifests.').first().waitFor();
    });
    await picture(tab, 'delivery-app-chain');
    await check('its address survives a reload', async () => {
      await tab.reload();
      await notCompared();
    });
    await check('its chain goes from the source to the pods', async () => {
      await tab.getByRole('radio', { name: 'List' }).click();
      const list = tab.getByRole('list', { name: /^Chain from/ });
      const text = await list.innerText();
      for (const rank of ['Source', 'Project', 'Application', 'Pod']) {
        assert.match(text, new RegExp(`^${rank}$`, 'm'));
      }
    });
    await picture(tab, 'delivery-app-list');

    await check("Flux's failing Kustomization is there", async () => {
      await tab.goto(
        `/socle-delivery/flux?cluster=${NOT_APPLIED.cluster}&health=failed&health=degraded`,
      );
      const row = tab.getByRole('row').filter({ hasText: /Kustomization/ });
      const text = await row.first().innerText();
      assert.match(text, new RegExp(`\\b${NOT_APPLIED.name}\\b`));
      assert.match(text, /health check failed|FluxKustomization/);
      await row
        .first()
        .getByRole('link', { name: NOT_APPLIED.name, exact: true })
        .click();
      await breakSays(tab, [/Broken at /]);
    });
    await picture(tab, 'delivery-flux-chain');

    const path = `/socle-delivery/secret/${secret.ref}`;
    await check('a secret leads from the list to its chain', async () => {
      await tab.goto(`/socle-delivery/secrets?q=${NOT_FETCHED.name}`);
      await tab
        .getByRole('grid')
        .getByRole('link', { name: NOT_FETCHED.name, exact: true })
        .first()
        .click();
      await tab.waitForURL(`**${path}`);
    });
    const notFetched = () =>
      breakSays(tab, [new RegExp(`Broken at .*n8n`), /\bn8n[/-]smtp\b/]);
    await check('the chain of the secret names the broken link', notFetched);
    await check('the drawing marks it', async () => {
      assert.equal(await tab.locator('[data-break="true"]').count(), 1);
    });
    await picture(tab, 'delivery-secret-chain');
    await check('the address of the secret survives a reload', async () => {
      await tab.reload();
      await notFetched();
    });
    await check('it goes from what uses the secret to Vault', async () => {
      await tab.goto(`${path}?form=list`);
      const list = tab.getByRole('list', { name: /^Chain from/ });
      const text = await list.innerText();
      for (const rank of ['Secret', 'Written by', 'Store', 'Vault']) {
        assert.match(text, new RegExp(`^${rank}$`, 'm'));
      }
    });
    await picture(tab, 'delivery-secret-list');
  },
};

type Picture = (page: Page, name: string) => Promise<void>;

/** The note above a chain. */
function breakSays(tab: Page, words: RegExp[]): Promise<void> {
  return eventually(async () => {
    const note = await tab
      .getByRole('status')
      .filter({ hasText: /^Broken at / })
      .first()
      .innerText({ timeout: 2_000 });
    words.forEach(word => assert.match(note, word));
  });
}

async function tabs(tab: Page, picture: Picture): Promise<void> {
  for (const [name, path] of [
    ['Applications', 'apps'],
    ['Flux', 'flux'],
    ['Sources and projects', 'sources'],
    ['Secrets', 'secrets'],
  ]) {
    await tab.getByRole('tab', { name, exact: true }).click();
    await tab.waitForURL(`**/socle-delivery/${path}**`);
    await tab.getByRole('grid').first().waitFor();
    await picture(tab, `delivery-${path}`);
  }
}
