import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '.';

const PAGES = [
  'docs/architecture.md',
  'docs/decisions.md',
  'CONTRIBUTING.md',
  'README.md',
];
const ROOMS =
  /^(?:packages|plugins|tooling|docs|e2e|bench|templates)\/[\w./-]+$/;

/** Paths of the project that a page names in inline code and that are not there. `<…>` and `*` stand for anything. */
export function deadPaths(root: string): Problem[] {
  return PAGES.filter(file => existsSync(path.join(root, file))).flatMap(
    file => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return [...text.matchAll(/`([^`\n]+)`/g)]
        .map(([, named]) => named)
        .filter(named => ROOMS.test(named))
        .filter(named => !existsSync(path.join(root, named)))
        .map(named => ({ file, message: `there is no ${named}` }));
    },
  );
}
