import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fs from 'node:fs/promises';
import { readStylesheet } from './stylesheet';

/** What pages depend on beside their sources: another release of this package builds them anew. */
export async function builderVersion(): Promise<string> {
  const { name, version } = JSON.parse(
    await fs.readFile(
      resolvePackagePath(
        '@socle/backstage-plugin-techdocs-backend-module-markdown',
        'package.json',
      ),
      'utf8',
    ),
  );
  const { file } = await readStylesheet();
  return `${name}@${version} ${file}`;
}
