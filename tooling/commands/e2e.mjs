import { run as runProcess } from '../launcher/processes.mjs';
import { bundle } from '../launcher/bundle.mjs';
import { root } from '../launcher/places.mjs';
import { buildPortal } from '../launcher/portal-build.mjs';
import { workspace } from '../launcher/workspace.mjs';

/** Journeys of a person through the portal, in Chromium. */
export async function run(args) {
  const tools = await workspace();
  await buildPortal(tools);
  const simulator = await bundle('simulator', 'packages/simulator/src/main.ts');
  const file = await bundle('e2e', 'e2e/src/main.ts');
  return runProcess(tools.node, ['--enable-source-maps', file, ...args], {
    cwd: root,
    env: { ...tools.env, SOCLE_E2E_SIMULATOR: simulator },
  });
}
