import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, root, tooling } from './places.mjs';
import { quietly } from './processes.mjs';
import { problem, say } from './says.mjs';

const NODE_MAJOR = 22;
const bring = path.join(tooling, 'node_modules');

/** Folder of a Node distribution whose `bin/node` fits, with headers for native modules; undefined for none. */
function suitableNode() {
  const own = path.resolve(process.execPath, '../..');
  const major = Number(process.versions.node.split('.')[0]);
  if (major === NODE_MAJOR && hasHeaders(own)) {
    return own;
  }
  const brought = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
    .flatMap(arch => [`node-${arch}`, `node-bin-${arch}`])
    .map(name => path.join(bring, name));
  return brought.find(folder => existsSync(path.join(folder, 'bin/node')));
}

function hasHeaders(folder) {
  return existsSync(path.join(folder, 'include/node/node_version.h'));
}

/** Makes sure of Node 22 and yarn; the environment that commands run in. */
export async function toolchain() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw problem(
      `Node ${process.versions.node} is too old to start with: install Node 20 or newer.`,
    );
  }
  const yarn = path.join(bring, '@yarnpkg/cli-dist/bin/yarn.js');
  const lock = await readFile(path.join(tooling, 'package-lock.json'), 'utf8');
  const mark = path.join(bring, '.socle');
  const wanted = createHash('sha256').update(lock).digest('hex');
  const there = existsSync(mark) && (await readFile(mark, 'utf8')) === wanted;
  if (!there || !existsSync(yarn) || !suitableNode()) {
    say('• Bringing Node 22 and yarn from the npm registry …');
    await quietly(
      'Bringing Node 22 and yarn',
      'npm',
      ['ci', '--no-fund', '--no-audit', '--ignore-scripts'],
      {
        cwd: tooling,
      },
    );
    await writeFile(mark, wanted);
  }
  const node = suitableNode();
  if (!node) {
    throw problem(
      `There is no Node ${NODE_MAJOR} for ${process.platform}-${process.arch} on npm: install Node ${NODE_MAJOR} and try again.`,
    );
  }
  return environment(node, yarn);
}

async function environment(node, yarn) {
  const nodeBin = path.join(node, 'bin/node');
  // Tools of the workspace call `yarn` and `node` by name.
  const shims = path.join(cache, 'bin');
  const shim = path.join(shims, 'yarn');
  const script = `#!/bin/sh\nexec "${nodeBin}" "${yarn}" "$@"\n`;
  if (!existsSync(shim) || (await readFile(shim, 'utf8')) !== script) {
    await mkdir(shims, { recursive: true });
    await writeFile(shim, script);
    await chmod(shim, 0o755);
  }
  const env = {
    ...process.env,
    PATH: [
      shims,
      path.join(node, 'bin'),
      path.join(root, 'node_modules/.bin'),
      process.env.PATH,
    ].join(path.delimiter),
    YARN_ENABLE_TELEMETRY: '0',
    BACKSTAGE_TELEMETRY_DISABLED: '1',
  };
  if (hasHeaders(node)) {
    // Native modules must be built against this Node's headers, not the machine's.
    env.npm_config_nodedir = node;
  }
  return { node: nodeBin, yarn, env };
}
