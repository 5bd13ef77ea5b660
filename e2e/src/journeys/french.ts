import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { textsOf } from '../browser/texts';
import { Journey } from '../journey';
import { chooseFrench } from '../portal/choose-french';
import { chainPath, claimsOnLonghorn } from '../portal/claims';
import { dataServices, instancePath } from '../portal/data-services';
import { brokenDeliveries } from '../portal/deliveries';
import { CLUSTER } from '../portal/portal';
import { EnglishWords } from '../portal/english-words';
import { FrenchCauses } from '../portal/french-causes';

/** Texts that stay English in French, and why. */
const EXCEPTIONS = new Map([
  ['React Flow', 'name of the drawing library'],
  ['Toolbar tabs', 'label inside the design system, which takes no other'],
  ['sidebar nav', "label inside Backstage's sidebar"],
  ['notifications', "live region of the design system's toasts"],
]);

const PAGES: Array<[name: string, path: string]> = [
  ['overview', '/socle'],
  ['explorer', '/socle/explorer'],
  ['detail', `/socle/explorer/${CLUSTER}/core/v1/Node/_/worker-151`],
  ['timeline', '/socle/timeline'],
  ['storage', '/socle-storage'],
  ['claims', '/socle-storage/claims'],
  ['volumes', '/socle-storage/volumes'],
  ['classes', '/socle-storage/classes'],
  ['capacity', '/socle-storage/capacity'],
  ['unused', '/socle-storage/unused'],
  ['data', '/socle-data-services'],
  ['data-contents', '/socle-data-services/contents'],
  ['data-backups', '/socle-data-services/backups'],
  ['delivery', '/socle-delivery'],
  ['delivery-apps', '/socle-delivery/apps'],
  ['delivery-flux', '/socle-delivery/flux'],
  ['delivery-sources', '/socle-delivery/sources'],
  ['delivery-secrets', '/socle-delivery/secrets'],
];

/** The pages of which it is certain that they show reasons: the demo platform is never whole. */
const WITH_REASONS = [
  'overview',
  'explorer',
  'detail',
  'timeline',
  'storage',
  'chain',
  'chain-list',
  'data',
  'delivery',
];

/** The pages that are looked at in the dark. */
const DARK = [
  'overview',
  'storage',
  'chain',
  'data',
  'data-backups',
  'data-chain',
  'delivery',
  'delivery-apps',
  'delivery-secrets',
  'delivery-app-chain',
  'delivery-secret-chain',
];

/** French, chosen in the settings, on all our pages; and dark. */
export const frenchJourney: Journey = {
  id: 'french',
  // The design system follows the browser's language, not that of the settings.
  locale: 'fr-FR',
  title: 'French and dark: chosen in the settings, held on every page of ours',
  async run({ portal, page, check, picture }) {
    const tab = await page();
    const [claim] = (await claimsOnLonghorn(portal)).filter(
      one => one.status === 'degraded',
    );
    const delivered = await brokenDeliveries(portal);
    const [database] = (await dataServices(portal)).filter(
      one => one.ref.name === 'backstage-db',
    );
    const english = await EnglishWords.read(
      portal,
      `/api/socle/v1/chains/storage?cluster=${CLUSTER}&ref=${CLUSTER}/core/v1/PersistentVolumeClaim/${claim.claim.namespace}/${claim.claim.name}`,
      ...delivered.map(
        one =>
          `/api/socle/v1/chains/${one.view}?cluster=${CLUSTER}&ref=${one.ref}`,
      ),
    );
    const causes = await FrenchCauses.read(portal);
    await check('English is told from names on an English page', async () => {
      await tab.goto('/socle');
      await tab
        .getByText(/^Live|last known state/)
        .first()
        .waitFor();
      const texts = await textsOf(tab);
      const found = texts.filter(text => english.in(text).length > 0);
      for (const text of ['What is broken and why', 'Overview', 'Failed']) {
        assert.ok(found.includes(text), `${text} is not told`);
      }
    });
    await check('the language is chosen in the settings', () =>
      chooseFrench(tab),
    );
    const pages: typeof PAGES = [
      ...PAGES,
      ['chain', chainPath(claim.claim)],
      ['chain-list', `${chainPath(claim.claim)}?form=list`],
      ['data-chain', instancePath(database)],
      ['data-list', `${instancePath(database)}?form=list`],
      ...delivered.flatMap(({ page: path, ref }): typeof PAGES => [
        [`delivery-${path}-chain`, `/socle-delivery/${path}/${ref}`],
        [`delivery-${path}-list`, `/socle-delivery/${path}/${ref}?form=list`],
      ]),
    ];
    for (const [name, path] of pages) {
      await check(`no English on ${name}`, async () => {
        await shown(tab, path);
        assert.equal(
          await tab.evaluate(() => document.documentElement.lang),
          'fr',
        );
        const texts = await textsOf(tab);
        const left = texts.flatMap(text =>
          [...EXCEPTIONS.keys()].some(one => text.includes(one))
            ? []
            : english.in(text),
        );
        assert.deepEqual(left, []);
      });
      await check(`each reason on ${name} is said in French`, async () => {
        const { shown: codes, unsaid } = await causes.on(tab);
        assert.ok(codes.length > 0 || !WITH_REASONS.includes(name));
        assert.deepEqual(unsaid, []);
      });
      await picture(tab, `fr-${name}`);
    }
    await check(
      'the dark theme is chosen in the settings and held',
      async () => {
        await tab.goto('/settings');
        await tab.getByRole('button', { name: /dark|sombre/i }).click();
        for (const [name, path] of pages.filter(([id]) => DARK.includes(id))) {
          await shown(tab, path);
          const theme = await tab.evaluate(() => ({
            mode: document.body.getAttribute('data-theme-mode'),
            background: getComputedStyle(document.body).backgroundColor,
          }));
          assert.equal(theme.mode, 'dark');
          const [red] = /\d+/.exec(theme.background) ?? ['255'];
          assert.ok(Number(red) < 64, theme.background);
          await picture(tab, `dark-${name}`);
        }
      },
    );
  },
};

async function shown(tab: Page, path: string) {
  await tab.goto(path);
  await tab
    // A source may be late, as the kubelet of a dead node is: the page says so and is shown all the same.
    .getByText(/^En direct|le dernier état connu/)
    .first()
    .waitFor();
  await tab.waitForTimeout(1_000);
}
