import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { bundle } from './bundle.mjs';
import { root } from './places.mjs';
import { start } from './processes.mjs';
import { problem } from './says.mjs';

/** Starts the demo platform's API servers on a free port; what the portal's demo configuration needs to find them. */
export async function startDemo(tools, args = []) {
  const file = await bundle('simulator', 'packages/simulator/src/main.ts');
  const token = randomBytes(16).toString('hex');
  const { child, ended } = start(
    tools.node,
    ['--enable-source-maps', file, '--demo', '--token', token, ...args],
    { cwd: root, env: tools.env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ready = new Promise(resolve => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('{')) resolve(JSON.parse(line));
    });
  });
  const early = ended.then(code => {
    throw problem(
      `The demo platform ended with exit code ${code} before it was ready.`,
    );
  });
  const said = await Promise.race([ready, early]);
  return {
    ended,
    env: {
      SOCLE_DEMO_URL: `http://127.0.0.1:${said.port}`,
      SOCLE_DEMO_TOKEN: token,
      SOCLE_DEMO_GITHUB_HOST: new URL(said.github.url).host,
      SOCLE_DEMO_GITHUB_API: said.github.apiBaseUrl,
      SOCLE_DEMO_GITHUB_TOKEN: said.github.token,
    },
  };
}
