import { booleanAt, stringAt } from '@socle/backstage-plugin-socle-model';
import { isTemplated } from '../reading/templates';
import { Found, Rule } from '../rule';

/** Check 5: each `$ref` has its source, and each values file is there. */
export const valuesFileMissing: Rule = {
  code: 'ValuesFileMissing',
  check: 5,
  severity: 'error',
  title: 'Each values file is there, and each $ref has a source.',
  find: repository =>
    repository.apps.flatMap(app =>
      app.valuesFiles.flatMap(({ at, written, ref, path }): Found[] => {
        const { document } = app;
        if (/^\\\$/.test(written)) {
          return [
            {
              document,
              at,
              message: `${written} is escaped, so that no source is meant by it.`,
              fix: `Write ${written.slice(1)}.`,
            },
          ];
        }
        const source = ref
          ? app.sources.find(one => stringAt(one.raw, 'ref') === ref)
          : undefined;
        if (ref && !source) {
          return [
            {
              document,
              at,
              message: `No source has the ref "${ref}".`,
              fix: `Add a source of the repository with "ref: ${ref}", or name the ref of one that is there.`,
            },
          ];
        }
        const owner = app.sources[Number(at[2])] ?? app.sources[0];
        const known =
          path !== undefined &&
          (!source || repository.isOwn(stringAt(source.raw, 'repoURL')));
        if (
          !known ||
          repository.tree.files.has(path) ||
          !/\.(ya?ml|json)$/i.test(path) ||
          isTemplated(written) ||
          // A pattern of names, which newer versions of Argo CD know.
          /[*?[\]{}]/.test(written) ||
          booleanAt(owner.raw, 'helm', 'ignoreMissingValueFiles')
        ) {
          return [];
        }
        return [
          {
            document,
            at,
            message: `There is no ${path}.`,
            fix: ref
              ? 'Write the path from the root of the repository, whatever path the source has; or add the file.'
              : 'Write the path relative to the folder of the chart; or add the file.',
          },
        ];
      }),
    ),
};
