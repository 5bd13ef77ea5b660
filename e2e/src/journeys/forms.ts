import assert from 'node:assert/strict';
import { Page } from 'playwright-core';
import { eventually } from '../browser/eventually';
import { Journey } from '../journey';

const NAME = 'reef-charts';

interface Chart {
  repository: string;
  name: string;
  version: string;
  files: string[];
}

const whoami: Omit<Chart, 'files'> = {
  repository: 'https://charts.example.org',
  name: 'whoami',
  version: '5.2.0',
};

const CHARTS: Record<string, Chart> = {
  'helm-configs': {
    ...whoami,
    files: ['values.yaml', 'configs/external-secret-mail.yaml'],
  },
  'helm-inline': { ...whoami, files: ['external-secret-mail.yaml'] },
  'wrapper-chart': {
    ...whoami,
    files: ['Chart.yaml', 'templates/external-secret-mail.yaml'],
  },
};

/** Each form is gone through to its files; what is wrong is said at its field. */
export const formsJourney: Journey = {
  id: 'forms',
  title: 'Forms: what is wrong is said at its field, what is right leads on',
  // The form itself says so where an answer is refused.
  expectedErrors: /Form validation failed/,
  async run({ page, check, picture }) {
    const tab = await page();
    for (const [template, chart] of Object.entries(CHARTS)) {
      await check(`new-service-${template}`, async () => {
        await open(tab, `new-service-${template}`);
        await identity(tab);
        await chartPage(tab, chart);
        await next(tab);
        await secretPage(tab);
        await shows(tab, chart.files);
      });
      await picture(tab, `forms-${template}`);
    }
    await check('new-service-raw-manifests', async () => {
      await open(tab, 'new-service-raw-manifests');
      await identity(tab);
      await tab.getByLabel(/^Image/).fill('ghcr.io/traefik/whoami:latest');
      await tab
        .getByRole('button', { name: 'Add', exact: false })
        .nth(1)
        .click();
      await tab.getByLabel(/^Name/).last().fill('MAIL_PASSWORD');
      await tab.getByLabel(/^Value/).fill('correct-horse');
      await next(tab);
      await says(tab, 'Image: An image with a tag other than latest');
      await says(tab, 'A secret is no variable here');
      await picture(tab, 'forms-refused');
      await tab.getByLabel(/^Image/).fill('ghcr.io/traefik/whoami:v1.11.0');
      await tab.getByLabel(/^Name/).last().fill('MAIL_FROM');
      await next(tab);
      await tab.getByText('This app makes the namespace').waitFor();
      await next(tab);
      await secretPage(tab);
      await shows(tab, ['deployment.yaml', 'external-secret-mail.yaml']);
    });
    await check('add-a-secret', async () => {
      await open(tab, 'add-a-secret');
      await tab.getByLabel(/^App/).first().fill('harbor');
      await tab.getByLabel(/^What for/).fill('mail');
      await tab.getByLabel(/^Key/).first().fill('password');
      await tab.getByLabel(/^Owner of the values/).click();
      await tab.getByRole('option', { name: 'Platform team' }).click();
      await next(tab);
      await shows(tab, ['external-secret-mail.yaml', 'mail.tf']);
    });
    await picture(tab, 'forms-add-a-secret');
  },
};

async function open(tab: Page, template: string): Promise<void> {
  await tab.goto(`/create/templates/default/${template}`);
}

async function next(tab: Page): Promise<void> {
  await tab.getByRole('button', { name: 'Next', exact: true }).click();
}

async function says(tab: Page, words: string | RegExp): Promise<void> {
  await tab.getByText(words).first().waitFor({ timeout: 10_000 });
}

async function identity(tab: Page): Promise<void> {
  await tab.getByLabel(/^Name/).first().fill('Reef Charts');
  await says(tab, 'Lower-case letters only.');
  await tab.getByLabel(/^Name/).first().fill(NAME);
  await says(tab, 'This name is free.');
  await tab.getByLabel(/^Title/).fill('Charts of ${reefs}');
  await tab.getByLabel(/^Owner/).click();
  await tab.getByRole('option', { name: 'Platform team' }).click();
  await next(tab);
  await says(tab, /Title: One line of plain text/);
  await tab.getByLabel(/^Title/).fill('Reef charts');
  await next(tab);
}

async function chartPage(tab: Page, chart: Chart): Promise<void> {
  await tab.getByLabel(/^Repository/).fill(chart.repository);
  await tab
    .getByLabel(/^Chart/)
    .first()
    .fill(chart.name);
  await tab.getByLabel(/^Version/).fill('^5.2.0');
  await tab.getByLabel(/^Values/).fill('auth:\n  password: correct-horse\n');
  await next(tab);
  await says(tab, 'Version: An exact version');
  await says(tab, /Values: a secret stands there/);
  await tab.getByLabel(/^Version/).fill(chart.version);
  await tab.getByLabel(/^Values/).fill('replicaCount: 1\n');
  await next(tab);
  await tab.getByText('This app makes the namespace').waitFor();
}

async function secretPage(tab: Page): Promise<void> {
  await tab.getByRole('button', { name: /Add/i }).first().click();
  await tab.getByLabel(/^What for/).fill('mail');
  await tab.getByLabel(/^Key/).first().fill('pass word');
  await next(tab);
  await says(tab, 'Key: The name of a key, never its value');
  await tab.getByLabel(/^Key/).first().fill('password');
  const place = tab.getByLabel(/^Where its name goes/);
  if ((await place.count()) > 0) await place.fill('auth.existingSecret');
  await next(tab);
}

async function shows(tab: Page, files: readonly string[]): Promise<void> {
  await eventually(async () => {
    const text = await tab.locator('body').innerText();
    for (const file of files) assert.ok(text.includes(file), file);
  });
  await tab.getByRole('button', { name: 'Review', exact: true }).click();
  await tab.getByRole('button', { name: 'Create', exact: true }).waitFor();
}
