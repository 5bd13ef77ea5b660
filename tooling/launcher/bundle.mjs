import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cache, root } from './places.mjs';

/**
 * Makes one file of a command's TypeScript, and makes it again only when one of its sources changed: a command that
 * judges one file must not spend its time on compiling.
 */
export async function bundle(name, entry) {
  const outfile = path.join(cache, 'bundles', `${name}.cjs`);
  const inputsFile = `${outfile}.inputs.json`;
  if (existsSync(inputsFile) && (await fresh(inputsFile, outfile))) {
    return outfile;
  }
  await mkdir(path.dirname(outfile), { recursive: true });
  const { build } = createRequire(path.join(root, 'package.json'))('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'error',
    // Loaded only when a command needs them, from the workspace.
    external: [
      '@kubernetes/client-node',
      'better-sqlite3',
      'esbuild',
      'playwright-core',
    ],
    banner: { js: `process.env.SOCLE_ROOT ??= ${JSON.stringify(root)};` },
  });
  await writeFile(
    inputsFile,
    JSON.stringify(Object.keys(result.metafile.inputs)),
  );
  return outfile;
}

async function fresh(inputsFile, outfile) {
  try {
    const made = (await stat(outfile)).mtimeMs;
    const inputs = JSON.parse(await readFile(inputsFile, 'utf8'));
    const times = await Promise.all(
      inputs.map(async input => (await stat(path.join(root, input))).mtimeMs),
    );
    return times.every(time => time < made);
  } catch {
    return false;
  }
}
