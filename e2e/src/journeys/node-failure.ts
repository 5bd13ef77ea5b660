import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey, Stage } from '../journey';
import { claimsOnLonghorn } from '../portal/claims';

const NODE = 'worker-150';
/** What is promised, and noted: how busy the machine is decides no test. */
const PROMISED_MS = 2_000;
const WITHIN_MS = 10_000;
const HEALED_WITHIN_MS = 60_000;

/** A node dies while someone looks: the page tells so at once and stays as it was left. */
export const nodeFailureJourney: Journey = {
  id: 'node-failure',
  title: `A node dies and comes back: ${NODE}`,
  async run(stage) {
    const { portal, page, check, note, picture } = stage;
    const overview = await page();
    await overview.goto('/socle-storage');
    await overview.getByRole('list', { name: /^Incidents/ }).waitFor();
    const table = await page();
    await table.goto('/socle-storage/claims?limit=100');
    await table.getByRole('grid', { name: 'Claims' }).waitFor();

    const harmed = (await claimsOnLonghorn(portal)).find(
      ({ status, replicas }) =>
        status === 'healthy' &&
        replicas.some(({ node }) => node === NODE) &&
        replicas.every(one => one.status === 'healthy'),
    );
    assert.ok(harmed, `No healthy claim has a copy on ${NODE}`);
    const { namespace = '', name } = harmed.claim;

    const search = table.getByRole('searchbox', { name: 'Search' });
    await search.fill(name);
    await eventually(async () => {
      assert.match(table.url(), /q=/);
      assert.equal(await healthOf(table, namespace, name), 'Healthy');
    });
    await search.fill('');
    await eventually(async () => assert.doesNotMatch(table.url(), /q=/));
    await search.pressSequentially('a');
    await eventually(async () => assert.match(table.url(), /q=a/));
    const left = await leave(table);

    await Promise.all([settled(overview), settled(table)]);
    const began = Date.now();
    await portal.control('node-down', { node: NODE, immediately: true });
    const told = Date.now();
    const times = await Promise.all([
      seen(overview, () =>
        overview.waitForFunction(
          node =>
            document
              .querySelector('main')
              ?.textContent?.includes(`Node ${node}`),
          NODE,
          { polling: 20, timeout: 20_000 },
        ),
      ),
      seen(table, () =>
        table.waitForFunction(
          ([ns, claim]) =>
            [...document.querySelectorAll('tbody [role=row]')].some(
              row =>
                row.textContent?.includes(claim) &&
                row.textContent.includes(ns) &&
                !row.textContent.startsWith('Healthy'),
            ),
          [namespace, name],
          { polling: 20, timeout: 20_000 },
        ),
      ),
    ]);
    ['the incident on the overview', 'the claim in the table'].forEach(
      (what, index) =>
        note(
          `${what}: ${times[index] - told} ms after the node was dead (${
            times[index] - began
          } ms after the call; ${PROMISED_MS} ms are promised)`,
        ),
    );
    await check('both pages change by themselves', async () => {
      times.forEach(time =>
        assert.ok(time - began <= WITHIN_MS, `${time - began} ms`),
      );
    });
    await check(
      'without reload, scroll, filter and focus as they were left',
      () => unmoved(table, left),
    );
    await picture(overview, 'node-down-overview');
    await picture(table, 'node-down-claims');
    await heals(stage, overview, table, { namespace, name });
    await check('and still nothing was lost', () => unmoved(table, left));
  },
};

async function heals(
  { portal, check, note }: Stage,
  overview: Page,
  table: Page,
  claim: { namespace: string; name: string },
) {
  await check('the pages heal when the node is back', async () => {
    const began = Date.now();
    await portal.control('node-up', { node: NODE });
    await overview.waitForFunction(
      node =>
        !document.querySelector('main')?.textContent?.includes(`Node ${node}`),
      NODE,
      { timeout: HEALED_WITHIN_MS },
    );
    note(`the incident is gone after ${Date.now() - began} ms`);
    await eventually(
      async () =>
        assert.equal(
          await healthOf(table, claim.namespace, claim.name),
          'Healthy',
        ),
      { withinMs: HEALED_WITHIN_MS },
    );
    note(`the claim is healthy after ${Date.now() - began} ms`);
  });
}

interface Left {
  scroll: number;
  text: string;
  mark: string;
}

/** Scrolls, keeps the focus in the search field, and marks the document: a reload would lose the mark. */
async function leave(table: Page): Promise<Left> {
  await table.mouse.move(800, 600);
  // Right after a start the rows may still be coming in, and there is nothing to scroll yet.
  await eventually(async () => {
    await table.mouse.wheel(0, 240);
    await table.waitForTimeout(400);
    assert.ok((await state(table)).scroll > 0, 'The page does not scroll');
  });
  const mark = String(Date.now());
  await table.evaluate(
    one => document.documentElement.setAttribute('data-left', one),
    mark,
  );
  const left = await state(table);
  assert.equal(left.focus, 'Search');
  return { scroll: left.scroll, text: left.text, mark };
}

async function unmoved(table: Page, left: Left) {
  const now = await state(table);
  assert.deepEqual(now, {
    scroll: left.scroll,
    text: left.text,
    mark: left.mark,
    focus: 'Search',
  });
  assert.match(table.url(), /q=a/);
}

function state(table: Page) {
  return table.evaluate(() => ({
    scroll: Math.max(
      window.scrollY,
      ...[...document.querySelectorAll('*')].map(one => one.scrollTop),
    ),
    text:
      document.querySelector<HTMLInputElement>('input[type=search]')?.value ??
      '',
    mark: document.documentElement.getAttribute('data-left') ?? '',
    focus: document.activeElement?.getAttribute('aria-label') ?? '',
  }));
}

/** The word for the health of a claim in the table. */
function healthOf(table: Page, namespace: string, name: string) {
  return table.evaluate(
    ([ns, claim]) => {
      const row = [...document.querySelectorAll('tbody [role=row]')].find(
        one =>
          [...one.children].some(cell => cell.textContent?.trim() === claim) &&
          [...one.children].some(cell => cell.textContent?.trim() === ns),
      );
      return row?.children[0]?.textContent?.trim();
    },
    [namespace, name],
  );
}

/** Live updates are on: the page has read, and signals had time to connect. */
async function settled(page: Page) {
  await page.getByText(/^Live/).first().waitFor();
  await page.waitForTimeout(2_000);
}

async function seen(
  _page: Page,
  wait: () => Promise<unknown>,
): Promise<number> {
  await wait();
  return Date.now();
}
