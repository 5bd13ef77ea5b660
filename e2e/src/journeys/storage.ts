import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { chainPath, claimsOnLonghorn } from '../portal/claims';

/** Out since before the demo begins. */
const DEAD_NODE = 'worker-151';

/** Storage: is it well, what is broken and why, and where in the chain. */
export const storageJourney: Journey = {
  id: 'storage',
  title: 'Storage: from the headline to the failed replica',
  async run({ portal, page, check, picture }) {
    const tab = await page();
    await tab.goto('/socle-storage');

    await check(
      'the headline says how many causes and what they take down',
      () =>
        eventually(async () => {
          const headline = await tab.getByRole('status').first().innerText();
          assert.match(
            headline,
            /^\d+ root causes? reach(es)? storage and takes? down \d+ resources/,
          );
        }),
    );
    const incidents = tab.getByRole('list', {
      name: 'Incidents, root causes first',
    });
    await check(
      'the dead node comes first, with what it takes down',
      async () => {
        const first = await incidents.getByRole('listitem').first().innerText();
        assert.match(first, new RegExp(`Node ${DEAD_NODE}`));
        assert.match(first, /NodeSilent/);
        assert.match(first, /takes down \d+ resources/);
      },
    );
    await check('every incident has a reason and a runbook', async () => {
      const all = incidents.locator(':scope > li');
      const count = await all.count();
      assert.ok(count > 0);
      for (const incident of await all.all()) {
        const runbook = incident.getByRole('link', { name: /^Runbook for / });
        assert.match(
          (await runbook.getAttribute('href')) ?? '',
          /\/docs\/default\/component\/socle\/runbooks\/[a-z]+\/[A-Z]\w+$/,
        );
      }
    });
    await picture(tab, 'storage-overview');
    await tabs(tab, picture);

    const degraded = (await claimsOnLonghorn(portal)).find(
      one =>
        one.volume.health.status === 'degraded' &&
        one.replicas.some(
          ({ node, status }) => node === DEAD_NODE && status === 'failed',
        ),
    );
    assert.ok(
      degraded,
      'No degraded volume has a failed copy on the dead node',
    );
    const failed = degraded.replicas.find(({ node }) => node === DEAD_NODE);
    const name = failed?.name ?? '';

    await check('the claim leads from the list to its chain', async () => {
      await tab.goto('/socle-storage/claims?health=degraded');
      await tab
        .getByRole('link', { name: degraded.claim.name, exact: true })
        .first()
        .click();
      await tab.waitForURL(`**${chainPath(degraded.claim)}`);
    });
    const brokenHere = () =>
      eventually(async () => {
        const note = await tab.getByRole('status').first().innerText();
        assert.match(
          note,
          new RegExp(`Broken at Replica longhorn-system/${name}`),
        );
        assert.match(note, /LonghornReplicaFailed/);
        assert.match(note, new RegExp(`Failed on ${DEAD_NODE} since `));
        assert.match(note, new RegExp(`Caused by Node ${DEAD_NODE}`));
        assert.match(note, /spec\.failedAt\s+\d{4}-\d\d-\d\dT/);
      });
    await check(
      'the chain is broken at the replica on the dead node',
      brokenHere,
    );
    await check('the drawing marks the broken box and arrow', async () => {
      const box = tab.locator('[data-break="true"]');
      assert.equal(await box.count(), 1);
      assert.match(
        (await box.getAttribute('aria-label')) ?? '',
        new RegExp(name),
      );
      assert.ok((await tab.getByText('✕').count()) > 0);
    });
    await check('the whole chain fits the frame', async () => {
      const frame = await tab
        .getByRole('group', { name: /^Chain from/ })
        .boundingBox();
      const boxes = tab.locator('.react-flow__node-box');
      for (const box of await boxes.all()) {
        const at = await box.boundingBox();
        assert.ok(frame && at && at.x >= frame.x);
        assert.ok(at.x + at.width <= frame.x + frame.width + 1);
      }
    });
    await picture(tab, 'storage-chain');
    await check('the address survives a reload', async () => {
      await tab.reload();
      await brokenHere();
    });

    await check('the list tells the same in words', async () => {
      await tab.getByRole('radio', { name: 'List' }).click();
      const list = tab.getByRole('list', { name: /^Chain from/ });
      const text = await list.innerText();
      for (const rank of [
        'Claim',
        'Persistent volume',
        'Volume',
        'Engine',
        'Replica',
        'Node',
      ]) {
        assert.match(text, new RegExp(`^${rank}$`, 'm'));
      }
      assert.match(text, new RegExp(`depends on .*${name} \\(the break\\)`));
      assert.match(tab.url(), /form=list/);
    });
    await check('the list survives a reload too', async () => {
      await tab.reload();
      await tab.getByRole('list', { name: /^Chain from/ }).waitFor();
    });
    await picture(tab, 'storage-chain-list');
    await check('the runbook opens', async () => {
      await tab
        .getByRole('link', { name: 'Runbook for LonghornReplicaFailed' })
        .first()
        .click();
      await tab.waitForURL('**/runbooks/storage/LonghornReplicaFailed**');
      await eventually(
        () =>
          tab
            .getByRole('heading', { name: /LonghornReplicaFailed/ })
            .first()
            .waitFor({ timeout: 2_000 }),
        { withinMs: 60_000 },
      );
    });
    await picture(tab, 'runbook');
  },
};

async function tabs(
  tab: Page,
  picture: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const [name, path] of [
    ['Claims', 'claims'],
    ['Volumes and replicas', 'volumes'],
    ['Classes', 'classes'],
    ['Capacity', 'capacity'],
    ['Orphaned and unused', 'unused'],
  ]) {
    await tab.getByRole('tab', { name }).click();
    await tab.waitForURL(`**/socle-storage/${path}**`);
    await tab.getByText('Live', { exact: false }).first().waitFor();
    await picture(tab, `storage-${path}`);
  }
}
