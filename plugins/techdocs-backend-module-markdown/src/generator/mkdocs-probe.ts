import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether mkdocs is on the PATH and has `techdocs-core`. It builds a page with it: the plugin lives in a Python of its
 * own that nothing else can ask.
 */
export async function findMkdocs(): Promise<boolean> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'mkdocs-probe-'));
  try {
    await run('mkdocs', ['--version'], { timeout: 30_000 });
    await fs.mkdir(path.join(folder, 'docs'));
    await fs.writeFile(path.join(folder, 'docs', 'index.md'), '# Probe\n');
    await fs.writeFile(
      path.join(folder, 'mkdocs.yml'),
      'site_name: Probe\nplugins: [techdocs-core]\n',
    );
    await run('mkdocs', ['build', '-q', '-d', path.join(folder, 'site')], {
      cwd: folder,
      timeout: 120_000,
    });
    return true;
  } catch {
    return false;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
