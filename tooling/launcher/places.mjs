import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
export const tooling = path.join(root, 'tooling');
export const modules = path.join(root, 'node_modules');
/** What can be made again; removed with node_modules. */
export const cache = path.join(modules, '.cache', 'socle');
