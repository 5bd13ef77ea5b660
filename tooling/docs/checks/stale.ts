import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '.';
import type { GeneratedPage } from '../pages';

/** Whether a generated page is not what the model would make now. */
export function isStale(root: string, page: GeneratedPage): boolean {
  const file = path.join(root, page.path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== page.text;
}

/** Names the pages that are not what the model would make now. */
export function staleProblems(root: string, pages: GeneratedPage[]): Problem[] {
  return pages
    .filter(page => isStale(root, page))
    .map(page => ({
      file: page.path,
      message: 'is not what the model says; run npm run docs',
    }));
}
