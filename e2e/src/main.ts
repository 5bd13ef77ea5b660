import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from './browser/browser';
import { eventually } from './browser/eventually';
import { Journeys } from './journey';
import { journeys } from './journeys';
import { missingEntities } from './portal/catalog';
import { Portal } from './portal/portal';

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true } },
  });
  const wanted = journeys.filter(
    ({ id }) => !values.only || values.only.includes(id),
  );
  if (wanted.length === 0) {
    throw new Error(`--only takes: ${journeys.map(({ id }) => id).join(', ')}`);
  }
  const began = Date.now();
  const portal = await Portal.start();
  process.stdout.write(
    `The portal is ready at ${portal.url} after ${Date.now() - began} ms\n`,
  );
  await eventually(
    async () => assert.deepEqual(await missingEntities(portal), []),
    { withinMs: 60_000 },
  ).catch(() => undefined);
  process.stdout.write(
    `The catalog holds the platform after ${Date.now() - began} ms\n`,
  );
  // Until its first index is there, search answers 500, and each page of the docs asks it when it opens.
  await eventually(
    () => portal.get('/api/search/query?term=&types[0]=techdocs'),
    { withinMs: 120_000, everyMs: 500 },
  );
  process.stdout.write(
    `The documentation is searched after ${Date.now() - began} ms\n`,
  );
  const browser = await startBrowser();
  const pictures = join(process.env.SOCLE_ROOT ?? '.', 'e2e', 'screenshots');
  const counted = new Journeys(portal, browser, pictures);
  try {
    for (const journey of wanted) await counted.run(journey);
  } finally {
    await browser.close();
    await portal.stop();
  }
  process.stdout.write(
    `\n${counted.passed} passed, ${counted.failed} failed\n`,
  );
  return counted.failed === 0 ? 0 : 1;
}

run().then(
  code => process.exit(code),
  (error: unknown) => {
    process.stdout.write(
      `${error instanceof Error ? error.stack : error}\n\n0 passed, 1 failed\n`,
    );
    process.exit(1);
  },
);
