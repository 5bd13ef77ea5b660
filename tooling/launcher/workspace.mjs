import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, root } from './places.mjs';
import { quietly } from './processes.mjs';
import { say } from './says.mjs';
import { toolchain } from './toolchain.mjs';

/** Toolchain and installed dependencies; both are skipped where they are there already. */
export async function workspace() {
  const tools = await toolchain();
  const lock = await readFile(path.join(root, 'yarn.lock'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = path.join(cache, 'installed');
  const there =
    existsSync(mark) &&
    (await readFile(mark, 'utf8')) === wanted &&
    existsSync(path.join(root, 'node_modules/@backstage/cli'));
  if (!there) {
    say('• Installing the dependencies (about two minutes the first time) …');
    const began = Date.now();
    await quietly(
      'Installing the dependencies',
      tools.node,
      [tools.yarn, 'install', '--immutable'],
      {
        cwd: root,
        env: tools.env,
      },
    );
    await mkdir(cache, { recursive: true });
    await writeFile(mark, wanted);
    say(`  installed in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  return tools;
}
