import assert from 'node:assert/strict';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import {
  entities,
  missingElsewhere,
  missingEntities,
  missingObjects,
  wantedEntities,
} from '../portal/catalog';
import { CLUSTER } from '../portal/portal';
import { EXPOSED, PATTERNS } from '../seed-names';

const OPENED: Array<[entity: string, title: string]> = [
  ['component/longhorn', 'Longhorn'],
  ['component/paperless-ngx', 'Paperless-ngx'],
  ['component/cloudnative-pg', 'CloudNativePG'],
  ['resource/worker-150', 'worker-150'],
  ['resource/vault-backend', 'vault-backend'],
  ['resource/terraform-vault', 'Terraform Vault'],
  ['system/storage', 'Edgit: storage'],
];

/** Each demo cluster, what it is called, and a claim that no other has. */
const CLUSTERS: Array<[cluster: string, title: string, claim: string]> = [
  ['edgit-k8s', 'Edgit', 'data-onedev-0'],
  ['microk8s-lab', 'MicroK8s lab', 'data-gitea-1'],
  ['onprem-prod', 'On-premises production', 'data-app-db-0'],
  ['hikube', 'Hikube', 'data-shop-db-0'],
];

/** Everything that the platform is said to be made of is in the catalog. */
export const namesJourney: Journey = {
  id: 'names',
  title: 'Catalog: every name of the description has an entity with a page',
  async run({ portal, page, check, note, picture }) {
    await check('each name has an entity', () =>
      eventually(
        async () => assert.deepEqual(await missingEntities(portal), []),
        { withinMs: 60_000, everyMs: 1_000 },
      ),
    );
    const all = wantedEntities().length;
    note(`${all - (await missingEntities(portal)).length} of ${all} names`);
    await check('each name of the other platforms has an entity', () =>
      eventually(
        async () => assert.deepEqual(await missingElsewhere(portal), []),
        { withinMs: 60_000, everyMs: 1_000 },
      ),
    );
    await check('each object that they name is found', async () =>
      assert.deepEqual(await missingObjects(portal), []),
    );
    const known = await entities(portal);
    await check(
      `each of the ${EXPOSED.length} exposed services links to its host`,
      async () => {
        const without = EXPOSED.filter(
          ([, ref, host]) =>
            !known
              .get(ref)
              ?.metadata.links?.some(({ url }) => new URL(url).host === host),
        ).map(([said]) => said);
        assert.deepEqual(without, []);
      },
    );
    await check('each application named for a pattern carries it', async () => {
      const wrong = Object.entries(PATTERNS).flatMap(([pattern, names]) =>
        names.filter(
          name =>
            !known
              .get(`component:${name}`)
              ?.metadata.tags?.includes(`pattern-${pattern}`),
        ),
      );
      assert.deepEqual(wrong, []);
    });
    const tab = await page();
    for (const [path, title] of OPENED) {
      await check(`the page of ${path}`, async () => {
        await tab.goto(`/catalog/${CLUSTER}/${path}`);
        await tab
          .getByRole('heading', { name: title, exact: true })
          .first()
          .waitFor();
        await tab.getByText('About', { exact: true }).first().waitFor();
      });
    }
    await picture(tab, 'entity-system');
    await tab.goto('/socle');
    for (const [cluster, title] of CLUSTERS) {
      await check(`${cluster} is on the overview`, () =>
        tab.getByRole('article', { name: title, exact: true }).waitFor(),
      );
    }
    for (const [cluster, , claim] of CLUSTERS) {
      await check(`${cluster} is on the storage page`, async () => {
        await tab.goto(`/socle-storage/claims?cluster=${cluster}&q=${claim}`);
        await tab.getByRole('link', { name: claim }).first().waitFor();
      });
      await check(`${cluster} is in the explorer`, async () => {
        await tab.goto(`/socle/explorer?cluster=${cluster}&q=${claim}`);
        await tab.getByRole('link', { name: claim }).first().waitFor();
      });
    }
    await tab.goto('/catalog');
    await tab.getByText('Argo CD').first().waitFor();
    await picture(tab, 'catalog');
  },
};
