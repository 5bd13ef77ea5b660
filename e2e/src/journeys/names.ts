import assert from 'node:assert/strict';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';
import { entities, missingEntities, wantedEntities } from '../portal/catalog';
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
    await tab.goto('/catalog');
    await tab.getByText('Argo CD').first().waitFor();
    await picture(tab, 'catalog');
  },
};
