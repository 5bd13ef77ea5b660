import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GeneratedPage } from '.';
import { isStale } from '../checks/stale';

/** Writes the pages that are not as they should be; the paths that were written. */
export function writePages(root: string, pages: GeneratedPage[]): string[] {
  const stale = pages.filter(page => isStale(root, page));
  for (const page of stale) {
    const file = path.join(root, page.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, page.text);
  }
  return stale.map(page => page.path);
}
