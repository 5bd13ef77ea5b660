import { builtinModules } from 'node:module';
import { importsOf, relativeTarget } from './__testUtils__/imports';
import {
  isForTests,
  SourceFile,
  sourceFiles,
} from './__testUtils__/source-files';
import {
  importedWorkspace,
  Workspace,
  workspaces,
} from './__testUtils__/workspaces';

const COMMON = 'plugins/socle-common';
const MODEL = 'plugins/socle-model';
const NODE = 'plugins/socle-node';
const BACKEND = 'plugins/socle-backend';
const REACT = 'plugins/socle-react';
const EMITTER = 'packages/emitter';

/** What each package may import of this workspace. Dependencies point one way; nothing imports what is above it. */
const ALLOWED: Record<string, string[]> = {
  [COMMON]: [],
  [MODEL]: [COMMON],
  [NODE]: [COMMON, MODEL],
  [BACKEND]: [COMMON, MODEL, NODE],
  [REACT]: [COMMON],
  [EMITTER]: [COMMON, MODEL],
  'packages/cli': [COMMON, MODEL, EMITTER],
  'packages/simulator': [],
};

/** The same for packages of which there are many. */
const ALLOWED_BY_ROLE: Record<string, string[]> = {
  'frontend-plugin': [COMMON, REACT, EMITTER],
  'frontend-plugin-module': [COMMON, REACT, EMITTER],
  // They live in another plugin's scope, and so reach live state over HTTP.
  'backend-plugin-module': [COMMON, NODE, EMITTER],
};

/** These put the others together, or test them from inside. */
const ANYTHING = ['packages/app', 'packages/backend', 'e2e', 'bench'];

function mayImport(from: Workspace, to: Workspace): boolean {
  const allowed = ALLOWED[from.folder] ?? ALLOWED_BY_ROLE[from.role];
  return from.folder === to.folder || (allowed ?? []).includes(to.folder);
}

function filesOf({ folder }: Workspace): SourceFile[] {
  return sourceFiles.filter(
    file => file.path.startsWith(`${folder}/`) && !isForTests(file.path),
  );
}

const bound = workspaces.filter(({ folder }) => !ANYTHING.includes(folder));

it('knows where each package stands', () => {
  const unknown = bound
    .filter(({ folder, role }) => !ALLOWED[folder] && !ALLOWED_BY_ROLE[role])
    .map(({ folder }) => folder);
  expect(unknown).toEqual([]);
});

describe.each(bound.map(workspace => [workspace.folder, workspace] as const))(
  '%s',
  (_, workspace) => {
    it('imports only what stands below it', () => {
      const wrong = filesOf(workspace).flatMap(({ path, text }) =>
        importsOf(text)
          .map(importedWorkspace)
          .filter(to => to && !mayImport(workspace, to))
          .map(to => `${path} imports ${to!.folder}`),
      );
      expect(wrong).toEqual([]);
    });

    it('depends only on what stands below it', () => {
      const wrong = workspace.dependencies
        .map(importedWorkspace)
        .filter(to => to && !mayImport(workspace, to))
        .map(to => to!.folder);
      expect(wrong).toEqual([]);
    });

    it('reaches no file of another package by a relative path', () => {
      const wrong = filesOf(workspace).flatMap(({ path, text }) =>
        importsOf(text)
          .map(specifier => relativeTarget(path, specifier))
          .filter(to => to && !to.startsWith(`${workspace.folder}/`))
          .map(to => `${path} imports ${to}`),
      );
      expect(wrong).toEqual([]);
    });
  },
);

it('keeps the model free of Backstage and Node', () => {
  const model = workspaces.find(({ folder }) => folder === MODEL)!;
  const foreign = (specifier: string) =>
    /^(?:@backstage|node:|react\b)/.test(specifier) ||
    builtinModules.includes(specifier);
  const wrong = filesOf(model).flatMap(({ path, text }) =>
    importsOf(text)
      .filter(foreign)
      .map(specifier => `${path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

it('keeps systems apart: they meet at keys', () => {
  const systemOf = (file?: string) =>
    /^plugins\/socle-model\/src\/systems\/([a-z][a-z0-9-]*)\//.exec(
      `${file ?? ''}/`,
    )?.[1];
  const wrong = sourceFiles.flatMap(({ path, text }) => {
    const own = systemOf(path);
    if (own === undefined || path === `${MODEL}/src/systems/index.ts`) {
      return [];
    }
    return importsOf(text)
      .map(specifier => relativeTarget(path, specifier))
      .filter(to => ![own, undefined].includes(systemOf(to)))
      .map(to => `${path} imports ${to}`);
  });
  expect(wrong).toEqual([]);
});
