import assert from 'node:assert/strict';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { CLUSTER } from '../portal/portal';

/** An entity's page: Backstage's own Kubernetes tab and ours read the same cluster. */
export const entityTabJourney: Journey = {
  id: 'entity-tab',
  title: "Entity page: Keycloak's workloads in the Kubernetes tab and in ours",
  async run({ page, check, picture }) {
    const tab = await page();
    await tab.goto(`/catalog/${CLUSTER}/component/keycloak`);
    await check('the overview carries the state of the platform', async () => {
      await tab.getByText('Platform state').waitFor();
      await tab
        .getByRole('link', { name: 'keycloak.exitthecloud.eu' })
        .first()
        .waitFor();
    });
    await picture(tab, 'entity-overview');
    await check('the Kubernetes tab shows the workloads', async () => {
      await tab.getByRole('link', { name: 'Kubernetes', exact: true }).click();
      const cluster = tab.getByText('Edgit', { exact: true });
      await cluster.waitFor({ timeout: 30_000 });
      await cluster.click();
      await eventually(async () => {
        const text = await tab.locator('body').innerText();
        assert.match(text, /keycloak\s+Stateful ?Set/);
        assert.match(text, /keycloak-db/);
      });
    });
    // It opens slowly.
    await tab.waitForTimeout(600);
    await picture(tab, 'entity-kubernetes');
    await check('our tab shows state and resources', async () => {
      await tab
        .getByRole('link', { name: 'Platform', exact: true })
        .last()
        .click();
      const rows = tab
        .getByRole('grid', { name: 'Resources' })
        .getByRole('row');
      await eventually(async () => assert.ok((await rows.count()) > 3));
    });
    await picture(tab, 'entity-platform');
  },
};
