import assert from 'node:assert/strict';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { missingEntities, wantedEntities } from '../portal/catalog';

const AGE = /edgit-k8s: (not reachable|not up to date) for \d+ (sec|min)/i;
const AGE_WITHIN_MS = 30_000;
/** With all that is asked over HTTP, on a machine that may be busy. */
const BACK_WITHIN_MS = 180_000;
/** Long enough for the catalog to look at the platform twice and not find it. */
const OUTAGE_MS = 65_000;

/** The cluster goes away: nothing is forgotten, and the pages say how old it is. */
export const outageJourney: Journey = {
  id: 'outage',
  title: 'Outage: the cluster does not answer',
  async run({ portal, page, check, note, picture }) {
    const tab = await page();
    await tab.goto('/socle-storage');
    await tab.getByRole('list', { name: /^Incidents/ }).waitFor();
    const before = await tab
      .getByRole('list', { name: /^Incidents/ })
      .getByRole('link')
      .count();
    const gone = Date.now();
    await portal.stopSimulator();
    await check(
      `the page says its age within ${AGE_WITHIN_MS / 1000} s`,
      async () => {
        await eventually(
          async () => {
            const text = await tab.locator('main').innerText();
            assert.match(text, AGE);
            assert.match(text, /What is shown is the last known state/);
          },
          { withinMs: AGE_WITHIN_MS },
        );
        note(`${Date.now() - gone} ms after the cluster was gone`);
      },
    );
    await picture(tab, 'outage');
    await check('what was known is still shown', async () => {
      const links = tab
        .getByRole('list', { name: /^Incidents/ })
        .getByRole('link');
      assert.equal(await links.count(), before);
    });
    await check('also to who comes now', async () => {
      await tab.goto('/socle/explorer?kind=longhorn.io%2FVolume');
      await tab
        .getByText(/of 39|of \d+/)
        .first()
        .waitFor();
      await tab.getByText(AGE).first().waitFor();
    });
    await new Promise(resolve =>
      setTimeout(resolve, Math.max(0, gone + OUTAGE_MS - Date.now())),
    );
    await check('no entity is gone from the catalog', async () => {
      const missing = await missingEntities(portal);
      const all = wantedEntities().length;
      note(`${all - missing.length} of ${all} names`);
      assert.deepEqual(missing, []);
    });
    await check(
      'the pages are live again when the cluster is back',
      async () => {
        const back = Date.now();
        await portal.startSimulator();
        await eventually(
          () => tab.getByText(/^Live/).first().waitFor({ timeout: 500 }),
          {
            withinMs: BACK_WITHIN_MS,
          },
        );
        note(`${Date.now() - back} ms after it was started`);
        assert.deepEqual(await missingEntities(portal), []);
      },
    );
  },
};
