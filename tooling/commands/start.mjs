import path from 'node:path';
import { startDemo } from '../launcher/demo.mjs';
import { cache, root } from '../launcher/places.mjs';
import { buildPortal } from '../launcher/portal-build.mjs';
import { needPort, portOption } from '../launcher/ports.mjs';
import { start, stopAll } from '../launcher/processes.mjs';
import { say } from '../launcher/says.mjs';
import { workspace } from '../launcher/workspace.mjs';

const DEFAULT_PORT = 7007;

/** Serves what a user would run: the production build from the backend on one port, on the demo platform. */
export async function run(args) {
  const { port, rest } = portOption(args, DEFAULT_PORT);
  await needPort(port);
  const tools = await workspace();
  await buildPortal(tools);
  say('• Starting the demo platform …');
  const demo = await startDemo(tools);
  say('• Starting the portal …');
  const baseUrl = `http://localhost:${port}`;
  const backend = start(
    tools.node,
    [
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      'packages/backend/src/index.ts',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.demo.yaml',
      ...rest,
    ],
    {
      cwd: root,
      env: {
        ...tools.env,
        ...demo.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '--no-node-snapshot',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
        SOCLE_PORT: String(port),
        SOCLE_BASE_URL: baseUrl,
        SOCLE_DATA: path.join(cache, 'data'),
      },
    },
  );
  waitUntilReady(baseUrl).then(() => {
    say(`\nSocle is ready: ${baseUrl}\nCtrl-C stops everything.\n`);
  });
  const code = await Promise.race([backend.ended, demo.ended]);
  stopAll();
  return code === 130 ? 0 : code;
}

async function waitUntilReady(baseUrl) {
  for (;;) {
    try {
      const answer = await fetch(
        `${baseUrl.replace(
          'localhost',
          '127.0.0.1',
        )}/.backstage/health/v1/readiness`,
      );
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}
