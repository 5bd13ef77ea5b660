import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';

/** The look of the pages. The reader loads no other stylesheet than one of this name. */
export interface Stylesheet {
  file: string;
  css: string;
}

const PARTS = ['page', 'navigation', 'text', 'code', 'blocks', 'screens'];

export async function readStylesheet(): Promise<Stylesheet> {
  const parts = PARTS.map(part =>
    fs.readFile(
      resolvePackagePath(
        '@socle/backstage-plugin-techdocs-backend-module-markdown',
        `assets/${part}.css`,
      ),
      'utf8',
    ),
  );
  const css = (await Promise.all(parts)).join('\n');
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 8);
  return { file: `assets/stylesheets/main.${hash}.min.css`, css };
}
