import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '.';

const PAGE = 'docs/guide/configuration.md';

/** Keys of a package's configuration schema that the page about configuration does not name. */
export function undescribedKeys(root: string): Problem[] {
  const page = path.join(root, PAGE);
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const named = new Set(text.match(/\w+/g));
  return ['packages', 'plugins']
    .flatMap(room =>
      readdirSync(path.join(root, room)).map(
        name => `${room}/${name}/config.d.ts`,
      ),
    )
    .filter(file => existsSync(path.join(root, file)))
    .flatMap(file =>
      keysOf(readFileSync(path.join(root, file), 'utf8'))
        .filter(key => !named.has(key))
        .map(key => ({
          file: PAGE,
          message: `does not name ${key} of ${file}`,
        })),
    );
}

/** Names of the properties in a schema. */
export function keysOf(schema: string): string[] {
  const uncommented = schema.replace(/\/\*[\s\S]*?\*\//g, '');
  const keys = uncommented.matchAll(/(?:^|[{;])\s*(\w+)\??:/gm);
  return [...new Set([...keys].map(([, key]) => key))];
}
