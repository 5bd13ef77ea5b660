import { createRequire } from 'node:module';
import path from 'node:path';

interface Prettier {
  format(text: string, options: object): string;
  resolveConfig: { sync(file: string): object | null };
}

/** A file as the formatter wants it, so that what is generated passes the check of the formatting. */
export function formatted(root: string, file: string, text: string): string {
  const load = createRequire(path.join(root, 'package.json'));
  const prettier = load('prettier') as Prettier;
  const filepath = path.join(root, file);
  return prettier.format(text, {
    ...prettier.resolveConfig.sync(filepath),
    filepath,
  });
}
