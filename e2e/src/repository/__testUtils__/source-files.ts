import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's root. */
export const root = path.resolve(__dirname, '../../../..');

const ROOMS = ['packages', 'plugins', 'e2e', 'bench', 'tooling', 'templates'];
const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'skeleton',
]);

/** A file that people write, by its path below the root. */
export interface SourceFile {
  path: string;
  text: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(entry => !LEFT_OUT.has(entry.name))
    .flatMap(entry => {
      const name = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(name) : [name];
    });
}

const there = new Set(
  readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name),
);

/** Every source file of the project. */
export const sourceFiles: SourceFile[] = ROOMS.filter(room => there.has(room))
  .flatMap(filesBelow)
  .filter(file => /\.(?:[cm]?[jt]sx?|css)$/.test(file))
  .map(file => ({
    path: file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));

/** Files that run in tests and development only: what they import does not reach a user. */
export function isForTests(file: string): boolean {
  return (
    /\.(?:test|cases)\.[jt]sx?$/.test(file) ||
    /(?:^|\/)(?:__[\w-]+__|dev)\//.test(file) ||
    /\/setupTests\.ts$|\/\.eslintrc\.js$/.test(file)
  );
}
