import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './source-files';

/** A package of the workspace. */
export interface Workspace {
  name: string;
  /** Path below the root. */
  folder: string;
  role: string;
  dependencies: string[];
}

function readWorkspace(folder: string): Workspace[] {
  const file = path.join(root, folder, 'package.json');
  if (!existsSync(file)) {
    return [];
  }
  const { name, backstage, dependencies } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return [
    {
      name,
      folder,
      role: backstage?.role ?? '',
      dependencies: Object.keys(dependencies ?? {}),
    },
  ];
}

/** Every package of the workspace. */
export const workspaces: Workspace[] = [
  ...['packages', 'plugins'].flatMap(room =>
    readdirSync(path.join(root, room)).map(name => `${room}/${name}`),
  ),
  'e2e',
  'bench',
].flatMap(readWorkspace);

/** The package that an import names, whatever the path inside it. */
export function importedWorkspace(specifier: string): Workspace | undefined {
  return workspaces.find(
    ({ name }) => specifier === name || specifier.startsWith(`${name}/`),
  );
}
