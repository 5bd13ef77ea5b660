import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Everything that stands on disk below a folder, by where: files as they are (databases with their journals, work
 * spaces), and each object of each Git repository unpacked, reachable or not.
 */
export async function keptBytes(folder: string): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('HEAD') && names.has('objects')) {
    const { stdout } = await run(
      'git',
      ['cat-file', '--batch', '--batch-all-objects', '--unordered'],
      { cwd: folder, maxBuffer: MOST_BYTES, encoding: 'latin1' },
    );
    kept.set(`${folder} (objects)`, stdout);
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      for (const [where, text] of await keptBytes(path)) kept.set(where, text);
    } else if (entry.isFile()) {
      kept.set(path, await readFile(path, 'latin1'));
    }
  }
  return kept;
}
