import {
  booleanAt,
  objectAt,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { App, filesOf } from '../reading/application';
import { matchesGlob } from '../reading/globs';
import { Repository } from '../reading/repository';
import { Found, Rule } from '../rule';

/** Check 6: an Application is not part of what it deploys. */
export const applicationNotExcluded: Rule = {
  code: 'ApplicationNotExcluded',
  check: 6,
  severity: 'error',
  title: 'An Application leaves its own file out of its folder.',
  find: ({ apps, tree }) =>
    apps.flatMap(app => {
      const own = app.document.file.path;
      const source = app.sources.find(one => filesOf(one, tree).includes(own));
      if (!source) {
        return [];
      }
      const file = own.slice((source.folder ? `${source.folder}/` : '').length);
      const exclude = stringAt(source.raw, 'directory', 'exclude');
      const root = app.objects.every(({ value }) =>
        /^(Application|ApplicationSet|AppProject)$/.test(String(value.kind)),
      );
      return [
        {
          document: app.document,
          at: exclude
            ? [...source.at, 'directory', 'exclude']
            : [...source.at, 'path'],
          // A root that manages itself, beside others, is a way that some go on purpose.
          ...(root ? { severity: 'note' as const } : {}),
          message: `${app.name} would manage its own Application, which lies in the folder it deploys.`,
          fix: exclude
            ? `Exclude it too: exclude: '${withFile(exclude, file)}'.`
            : `Leave it out: directory: { exclude: ${file} }.`,
        },
      ];
    }),
};

/** One list in braces: Argo CD takes a comma outside of them for a comma. */
function withFile(exclude: string, file: string): string {
  const names = exclude
    .replace(/^\{|\}$/g, '')
    .split(',')
    .map(one => one.trim());
  return `{${[...new Set([...names, file])].join(',')}}`;
}

/** Check 6: the root Application finds the file. */
export const applicationNotFound: Rule = {
  code: 'ApplicationNotFound',
  check: 6,
  severity: 'warning',
  title: 'The root Application finds the file of an Application.',
  find: repository =>
    repository.apps.flatMap((app): Found[] => {
      const path = app.document.file.path;
      const isFound = repository.apps.some(
        one => one !== app && one.objects.includes(app.document),
      );
      if (isFound || app.sources.some(({ raw }) => looksForApplications(raw))) {
        return [];
      }
      const { gitops } = repository.conventions;
      const parents = parentsOf(path, app, repository);
      if (parents.length > 0) {
        return parents.some(one => one.finds)
          ? []
          : [
              {
                document: app.document,
                at: ['kind'],
                message: `${parents[0].name} looks for ${parents[0].include} and does not find ${path}.`,
                fix: 'Name and place the file as that pattern wants it, or widen the pattern.',
              },
            ];
      }
      const byConvention =
        repository.tree.isRoot &&
        path.startsWith(`${gitops.appsRoot}/`) &&
        app.sources.some(
          ({ raw }) => stringAt(raw, 'repoURL') === gitops.repository,
        );
      return byConvention &&
        !matchesGlob(gitops.rootInclude, path.slice(gitops.appsRoot.length + 1))
        ? [
            {
              document: app.document,
              at: ['kind'],
              message: `The root Application looks for ${gitops.rootInclude} below ${gitops.appsRoot} and does not find ${path}.`,
              fix: `Call the file ${gitops.applicationFile}.`,
            },
          ]
        : [];
    }),
};

/** A root is applied by hand, and need not be found. */
function looksForApplications(source: RawObject): boolean {
  return /app/i.test(stringAt(source, 'directory', 'include') ?? '');
}

/** Applications that look for Applications in a folder above. */
function parentsOf(path: string, app: App, { apps, tree }: Repository) {
  return apps.flatMap(parent => {
    if (parent === app) {
      return [];
    }
    return parent.sources.flatMap(source => {
      const directory = objectAt(source.raw, 'directory');
      const include = stringAt(directory, 'include');
      const { folder } = source;
      if (
        !include ||
        !looksForApplications(source.raw) ||
        folder === undefined ||
        !(folder === '' || path.startsWith(`${folder}/`))
      ) {
        return [];
      }
      const relative = path.slice(folder === '' ? 0 : folder.length + 1);
      const deep = booleanAt(directory, 'recurse') || !relative.includes('/');
      return [
        {
          name: parent.name,
          include,
          finds: deep && filesOf(source, tree).includes(path),
        },
      ];
    });
  });
}
