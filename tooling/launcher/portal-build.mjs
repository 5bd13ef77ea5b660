import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from './places.mjs';
import { quietly } from './processes.mjs';
import { say } from './says.mjs';

const FRONTEND_ROLES = [
  'plugins/socle',
  'plugins/socle-common',
  'plugins/socle-react',
];

/** Builds the portal's pages where they are older than their sources. */
export async function buildPortal(tools) {
  const index = path.join(root, 'packages/app/dist/index.html');
  const sources = [
    'packages/app/src',
    'packages/app/public',
    'packages/app/package.json',
    'app-config.yaml',
    'yarn.lock',
    ...(await frontendSources()),
  ];
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (existsSync(index) && (await stat(index)).mtimeMs > newest) {
    return;
  }
  say('• Building the pages …');
  const began = Date.now();
  await quietly('Building the pages', 'backstage-cli', ['package', 'build'], {
    cwd: path.join(root, 'packages/app'),
    env: { ...tools.env, NODE_ENV: 'production' },
  });
  say(`  built in ${Math.round((Date.now() - began) / 1000)} s`);
}

async function frontendSources() {
  const plugins = await readdir(path.join(root, 'plugins'));
  const pages = plugins
    .filter(name => /^socle-(?!common|react|model|node|backend)/.test(name))
    .map(name => `plugins/${name}`);
  return [...FRONTEND_ROLES, ...pages].map(folder => `${folder}/src`);
}

async function newestIn(relative) {
  const at = path.join(root, relative);
  const info = await stat(at).catch(() => undefined);
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  const entries = await readdir(at);
  const times = await Promise.all(
    entries.map(entry => newestIn(path.join(relative, entry))),
  );
  return Math.max(info.mtimeMs, ...times);
}
