import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What is made, brought or kept by tools; and skeletons, whose links hold in the repository they are written to. */
const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'skeleton',
  '__fixtures__',
]);

/** Every Markdown file of the project, relative to its root. */
export function markdownFiles(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(entry => !LEFT_OUT.has(entry.name))
    .filter(entry => !entry.name.startsWith('.') || entry.name === '.changeset')
    .flatMap(entry => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        return markdownFiles(root, name);
      }
      return /\.md$/.test(name) && !/\.api\.md$/.test(name) ? [name] : [];
    })
    .sort();
}
