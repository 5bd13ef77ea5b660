import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { cache, root } from '../launcher/places.mjs';
import { run as runProcess } from '../launcher/processes.mjs';
import { workspace } from '../launcher/workspace.mjs';

/** All tests but the browser's journeys. The last line counts them. */
export async function run(args) {
  const { env } = await workspace();
  const results = path.join(cache, 'test-results.json');
  await mkdir(cache, { recursive: true });
  await rm(results, { force: true });
  const code = await runProcess(
    'backstage-cli',
    [
      'repo',
      'test',
      '--maxWorkers=2',
      '--watchAll=false',
      '--json',
      `--outputFile=${results}`,
      ...args,
    ],
    {
      cwd: root,
      env: {
        ...env,
        CI: '1',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        NODE_OPTIONS: '--no-node-snapshot --experimental-vm-modules',
      },
      // Jest prints its JSON where --outputFile is given as well; a person reads the report on standard error.
      stdio: ['inherit', 'ignore', 'inherit'],
    },
  );
  const counted = JSON.parse(await readFile(results, 'utf8'));
  const broken = counted.numRuntimeErrorTestSuites;
  process.stdout.write(
    `${counted.numPassedTests} passed, ${
      counted.numFailedTests + broken
    } failed, ${counted.numPendingTests} skipped\n`,
  );
  return code;
}
