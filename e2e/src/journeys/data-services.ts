import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey, Stage } from '../journey';
import { chooseFrench } from '../portal/choose-french';
import { dataServices, instancePath } from '../portal/data-services';

/** What it writes is no longer archived, since before the demo begins. */
const BROKEN = 'backstage-db';
const REASON = 'CnpgClusterArchivingFails';

/** Data services: is it well, which database is broken and why, and what it stands on. */
export const dataServicesJourney: Journey = {
  id: 'data-services',
  title: 'Data services: from the headline to the chain of the broken database',
  async run(stage) {
    const { portal, page, check, picture } = stage;
    const services = await dataServices(portal);
    const broken = services.find(({ ref }) => ref.name === BROKEN);
    assert.ok(broken, `${BROKEN} is not listed`);
    const path = instancePath(broken);
    const tab = await page();
    await tab.goto('/socle-data-services');

    await check('the headline says how many causes there are', () =>
      eventually(async () => {
        const headline = await tab.getByRole('status').first().innerText();
        assert.match(
          headline,
          /^\d+ root causes? (reach(es)?|in) data services/,
        );
      }),
    );
    await check(
      'the broken database is named with reason and runbook',
      async () => {
        const incident = tab
          .getByRole('list', { name: 'Incidents, root causes first' })
          .locator(':scope > li')
          .filter({ hasText: BROKEN });
        assert.match(await incident.innerText(), new RegExp(REASON));
        assert.match(
          (await incident
            .getByRole('link', { name: `Runbook for ${REASON}` })
            .getAttribute('href')) ?? '',
          new RegExp(`/docs/default/component/socle/runbooks/data/${REASON}$`),
        );
      },
    );
    await picture(tab, 'data-overview');
    await inventory(tab, stage, services.length);

    await check('the database leads to its chain', async () => {
      await tab.goto(`/socle-data-services?q=${BROKEN}`);
      await tab
        .getByRole('grid', { name: 'Data services' })
        .getByRole('link', { name: BROKEN, exact: true })
        .click();
      await tab.waitForURL(`**${path}`);
    });
    const brokenHere = () =>
      eventually(async () => {
        const note = await tab
          .getByRole('status')
          .filter({ hasText: 'Broken at' })
          .innerText();
        assert.match(
          note,
          new RegExp(`Broken at Cluster \\S*${broken.ref.name}`),
        );
        assert.match(note, new RegExp(REASON));
      });
    await check('the chain names the break', brokenHere);
    await picture(tab, 'data-chain');
    await check('the address survives a reload', async () => {
      await tab.reload();
      await brokenHere();
    });
    await check('the list tells the same in words', async () => {
      await tab.getByRole('radio', { name: 'List' }).click();
      const text = await tab
        .getByRole('list', { name: /^Chain from/ })
        .innerText();
      for (const rank of ['Instance', 'Pod', 'Claim', 'Volume', 'Node']) {
        assert.match(text, new RegExp(`^${rank}$`, 'm'));
      }
    });
    await tabs(tab, stage);
    await french(tab, stage);
  },
};

async function inventory(
  tab: Page,
  { check, picture }: Stage,
  total: number,
): Promise<void> {
  const table = tab.getByRole('grid', { name: 'Data services' });
  await check('every instance is listed, and no cell is blank', async () => {
    await tab.goto('/socle-data-services?limit=100');
    await table.getByRole('link', { name: BROKEN, exact: true }).waitFor();
    const rows = table.getByRole('row');
    assert.equal((await rows.count()) - 1, Math.min(total, 100));
    const texts = await table.getByRole('gridcell').allInnerTexts();
    assert.ok(texts.every(text => text.trim() !== ''));
  });
  await table.scrollIntoViewIfNeeded();
  await picture(tab, 'data-instances');
  await check('the table is exported', async () => {
    const loading = tab.waitForEvent('download');
    await tab.getByRole('button', { name: /CSV/ }).click();
    const rows = await readFile(await (await loading).path(), 'utf8');
    assert.match(rows, /^cluster,kind,namespace,name,family,engine,version,/);
    assert.match(rows, new RegExp(`,${BROKEN},database,postgresql,`));
  });
  await check('an address filters and sorts on the server', async () => {
    await tab.goto('/socle-data-services?fact=family:database&sort=-name');
    await table.getByRole('link', { name: BROKEN, exact: true }).waitFor();
    const names = await table
      .locator('[role=rowheader]')
      .filter({ has: tab.getByRole('link') })
      .allInnerTexts();
    assert.ok(names.length > 1);
    assert.deepEqual(names, [...names].sort().reverse());
  });
}

async function tabs(tab: Page, { check, picture }: Stage): Promise<void> {
  await check('what is inside says in which instance', async () => {
    await tab.goto('/socle-data-services/contents');
    const row = tab.getByRole('row').filter({ hasText: 'KafkaTopic' }).first();
    await row.getByRole('link', { name: 'events', exact: true }).waitFor();
  });
  await picture(tab, 'data-contents');
  await check('the backups of the broken database fail', async () => {
    await tab.goto('/socle-data-services/backups');
    const row = tab.getByRole('row').filter({ hasText: BROKEN });
    await row.waitFor();
    assert.match(await row.innerText(), /backup fails/);
  });
  await picture(tab, 'data-backups');
}

async function french(tab: Page, { check, picture }: Stage): Promise<void> {
  await check('all of it is in French where that is chosen', async () => {
    await chooseFrench(tab);
    await tab.goto('/socle-data-services');
    await tab.getByRole('heading', { name: 'Ce qui est rompu' }).waitFor();
    await tab.getByRole('link', { name: 'Données', exact: true }).waitFor();
    await tab.getByRole('grid', { name: 'Services de données' }).waitFor();
  });
  await picture(tab, 'data-fr-overview');
}
