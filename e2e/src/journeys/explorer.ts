import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { List } from '../portal/answers';
import { detailPath } from '../portal/detail-path';

/** Of each of these the one in the worst health is opened. */
const OPENED = [
  'core/Node',
  'core/PersistentVolumeClaim',
  'argoproj.io/Application',
  'external-secrets.io/ExternalSecret',
  'longhorn.io/Volume',
  'apps/Deployment',
];

/** A time within a sentence of the engine. */
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/;

/** The explorer: any resource, found, sorted, paged, shared by its address, taken along, opened without a mouse. */
export const explorerJourney: Journey = {
  id: 'explorer',
  title: 'Explorer: filter, sort, page, share, export, keyboard, details',
  async run({ portal, page, check, picture }) {
    const tab = await page();
    await tab.goto('/socle/explorer');
    const table = tab.getByRole('grid', { name: 'Resources of all systems' });
    await table.waitFor();
    await picture(tab, 'explorer');

    await check('filters by kind', async () => {
      await choose(tab, 'Kind', 'Pod');
      await eventually(async () =>
        assert.deepEqual(new Set(await column(tab, 'Kind')), new Set(['Pod'])),
      );
      assert.match(tab.url(), /kind=/);
    });
    await check('searches', async () => {
      await tab.getByRole('searchbox', { name: 'Search' }).fill('longhorn');
      await eventually(async () => {
        assert.match(tab.url(), /q=longhorn/);
        const names = await column(tab, 'Name');
        assert.ok(names.length > 0);
      });
      await tab.getByRole('button', { name: 'Clear filters' }).click();
      await eventually(async () => assert.doesNotMatch(tab.url(), /q=|kind=/));
    });
    await check('sorts both ways', async () => {
      const header = tab.getByRole('columnheader', {
        name: 'Name',
        exact: true,
      });
      await header.click();
      await sorted(tab, (a, b) => a <= b, /sort=name/);
      await header.click();
      await sorted(tab, (a, b) => a >= b, /sort=-name/);
    });
    await check('pages', async () => {
      const before = await column(tab, 'Name');
      await tab.getByRole('button', { name: 'Next page' }).click();
      await eventually(async () => {
        await tab.getByText(/^26–50 of/).waitFor({ timeout: 500 });
        assert.notDeepEqual(await column(tab, 'Name'), before);
      });
      assert.match(tab.url(), /page=2/);
    });
    await check('the address holds all of it after a reload', async () => {
      const before = await column(tab, 'Name');
      await tab.reload();
      await eventually(async () => {
        await tab.getByText(/^26–50 of/).waitFor({ timeout: 500 });
        assert.deepEqual(await column(tab, 'Name'), before);
      });
    });
    await check(
      'exports what is filtered as CSV, all pages of it',
      async () => {
        await tab.goto('/socle/explorer?kind=longhorn.io%2FReplica');
        const range = await tab.getByText(/^1–25 of \d+/).innerText();
        const total = Number(/of (\d+)/.exec(range)?.[1]);
        const [download] = await Promise.all([
          tab.waitForEvent('download'),
          tab.getByRole('button', { name: 'Export CSV' }).click(),
        ]);
        assert.equal(download.suggestedFilename(), 'resources.csv');
        const lines = (await readFile(await download.path(), 'utf8'))
          .trim()
          .split(/\r?\n/);
        assert.match(lines[0], /kind/);
        assert.equal(lines.length - 1, total);
        assert.ok(lines.slice(1).every(line => line.includes('Replica')));
      },
    );
    await check('the keyboard reaches a row and Enter opens it', async () => {
      await tab.goto('/socle/explorer?kind=core%2FNode');
      await table.getByRole('row').nth(1).waitFor();
      await tab.getByRole('searchbox', { name: 'Search' }).focus();
      await tabInto(tab);
      const opened = await tab.evaluate(
        () => document.activeElement?.textContent ?? '',
      );
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/socle\/explorer\/.+\/Node\/_\//);
      const name = await tab
        .getByRole('heading', { level: 1 })
        .last()
        .innerText();
      assert.ok(opened.includes(name), `${opened} led to ${name}`);
    });
    for (const kind of OPENED) {
      await check(`the page of the worst ${kind}`, async () => {
        const { items } = await portal.get<List>(
          `/api/socle/v1/resources?kind=${kind}&sort=health&limit=1`,
        );
        const [{ ref, health }] = items;
        await tab.goto(detailPath(ref));
        await eventually(async () => {
          for (const section of ['Why', 'Facts', 'Relations', 'History']) {
            const heading = tab.getByRole('heading', {
              name: section,
              exact: true,
            });
            assert.equal(await heading.count(), 1, section);
          }
          const text = await tab.locator('main').innerText();
          assert.ok(text.includes(ref.name), ref.name);
          assert.ok(text.includes(health.reason ?? ''), health.reason);
          // Its times are shown as the reader's clock has them.
          for (const words of (health.message ?? '').split(TIME)) {
            assert.ok(text.includes(words.trim()), health.message);
          }
          for (const { path } of health.evidence ?? []) {
            assert.ok(text.includes(path), path);
          }
        });
        await picture(tab, `detail-${ref.kind}`);
      });
    }
    await check('the raw object is shown on demand', async () => {
      await tab.getByRole('button', { name: /Show the object/ }).click();
      await tab.getByText('kind: Deployment').first().waitFor();
    });
    await tab.goto('/socle');
    await tab.getByRole('list', { name: /^Incidents/ }).waitFor();
    await picture(tab, 'overview');
    await tab.goto('/socle/timeline');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await tab.waitForTimeout(1_500);
    await picture(tab, 'timeline');
  },
};

/** Opens a filter of the table and picks one of its choices. */
async function choose(tab: Page, filter: string, choice: string) {
  await tab.getByRole('button', { name: `Filter by ${filter}` }).click();
  await tab.getByRole('option', { name: choice, exact: true }).click();
  await tab.keyboard.press('Escape');
}

/** The texts of one column. */
async function column(tab: Page, title: string): Promise<string[]> {
  return tab.evaluate(wanted => {
    const headers = [...document.querySelectorAll('[role=columnheader]')];
    const index = headers.findIndex(one => one.textContent?.trim() === wanted);
    return [...document.querySelectorAll('[role=grid] tbody [role=row]')].map(
      row => row.children[index]?.textContent?.trim() ?? '',
    );
  }, title);
}

async function sorted(
  tab: Page,
  inOrder: (a: string, b: string) => boolean,
  address: RegExp,
) {
  await eventually(async () => {
    assert.match(tab.url(), address);
    const names = await column(tab, 'Name');
    assert.ok(names.length > 1);
    names.slice(1).forEach((name, index) => {
      assert.ok(inOrder(names[index], name), `${names[index]}, ${name}`);
    });
  });
}

/** Presses Tab until a row of the table, or what is in it, has the focus. */
async function tabInto(tab: Page) {
  for (let presses = 0; presses < 30; presses += 1) {
    await tab.keyboard.press('Tab');
    const inRow = await tab.evaluate(() =>
      Boolean(document.activeElement?.closest('tbody [role=row]')),
    );
    if (inRow) return;
  }
  throw new Error('Tab does not reach a row of the table');
}
