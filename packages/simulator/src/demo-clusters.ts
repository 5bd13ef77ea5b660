import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The built-in demo: each folder under `packages/simulator/demo` is a cluster. The launcher says where the project is. */
export function demoClusters(
  root: string | undefined,
): { name: string; dir: string }[] {
  const folder = root
    ? join(root, 'packages', 'simulator', 'demo')
    : join(__dirname, '..', 'demo');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => ({ name: entry.name, dir: join(folder, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
