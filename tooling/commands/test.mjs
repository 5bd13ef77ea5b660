import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { cache, root } from '../launcher/places.mjs';
import { run as runProcess } from '../launcher/processes.mjs';
import { say } from '../launcher/says.mjs';
import { workspace } from '../launcher/workspace.mjs';

/**
 * Jest loads packages that are ES modules alone only with this flag, and with it cannot load some of Backstage's: what
 * needs the former runs by itself.
 */
const MODULES_FLAG = '--experimental-vm-modules';
const MODULES_TESTS = ['plugins/socle-backend/src/reading/transport.test.ts'];

/** All tests but the browser's journeys. The last line counts them. */
export async function run(args) {
  const { env } = await workspace();
  await mkdir(cache, { recursive: true });
  const all = await jest('tests', args, env, '');
  const modules =
    args.length === 0
      ? await jest('module-tests', MODULES_TESTS, env, MODULES_FLAG)
      : nothing;
  const passed = all.passed + modules.passed;
  const failed = all.failed + modules.failed;
  process.stdout.write(
    `${passed} passed, ${failed} failed, ${
      all.skipped + modules.skipped
    } skipped\n`,
  );
  return failed > 0 || passed === 0 ? 1 : 0;
}

const nothing = { passed: 0, failed: 0, skipped: 0 };

async function jest(name, args, env, nodeOptions) {
  const results = path.join(cache, `${name}.json`);
  await rm(results, { force: true });
  const code = await runProcess(
    'backstage-cli',
    [
      'repo',
      'test',
      '--maxWorkers=2',
      // What is slow on a busy machine is not wrong.
      '--testTimeout=60000',
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
        NODE_OPTIONS: `--no-node-snapshot ${nodeOptions}`,
      },
      // Jest prints its JSON where --outputFile is given as well; a person reads the report on standard error.
      stdio: ['inherit', 'ignore', 'inherit'],
    },
  );
  try {
    const counted = JSON.parse(await readFile(results, 'utf8'));
    return {
      passed: counted.numPassedTests,
      // A file that could not even be loaded counts as one.
      failed: counted.numFailedTests + counted.numRuntimeErrorTestSuites,
      skipped: counted.numPendingTests,
    };
  } catch {
    say(`The tests ended with exit code ${code} and without results.`);
    return { ...nothing, failed: 1 };
  }
}
