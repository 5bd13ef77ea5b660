import path from 'node:path';
import { startDemo } from '../launcher/demo.mjs';
import { cache, root } from '../launcher/places.mjs';
import { needPort } from '../launcher/ports.mjs';
import { run as runProcess, stopAll } from '../launcher/processes.mjs';
import { workspace } from '../launcher/workspace.mjs';

/** The portal with hot reload: pages on port 3000, backend on 7007. */
export async function run(args) {
  await needPort(3000);
  await needPort(7007);
  const tools = await workspace();
  const demo = await startDemo(tools);
  const config = [
    '--config',
    'app-config.yaml',
    '--config',
    'app-config.demo.yaml',
    '--config',
    'app-config.dev.yaml',
  ];
  const code = await runProcess(
    'backstage-cli',
    ['repo', 'start', ...config, ...args],
    {
      cwd: root,
      env: {
        ...tools.env,
        ...demo.env,
        SOCLE_PORT: '7007',
        SOCLE_BASE_URL: 'http://localhost:7007',
        SOCLE_DATA: path.join(cache, 'dev-data'),
      },
    },
  );
  stopAll();
  return code === 130 ? 0 : code;
}
