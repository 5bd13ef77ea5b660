import {
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { sourcesOf } from '../reading/application';
import { ReadDocument } from '../reading/read-file';
import { Found, Rule } from '../rule';
import { isTemplated } from '../reading/templates';

const EXACT = /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/;
/** A tag with a number in it, or a commit. */
const FIXED =
  /^([0-9a-f]{7,40}|[0-9a-f]{64}|[^\s*^~<>|=,]*\d+\.\d+[^\s*^~<>|=,]*|v\d+)$/;
/** The last part of a version of which any will do. */
const ANY_PATCH = /\.[xX](\.|$)/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Check 2, charts: every one is pinned to one version. */
export const chartNotPinned: Rule = {
  code: 'ChartVersionNotPinned',
  check: 2,
  severity: 'error',
  title: 'Every chart is pinned to one version.',
  find: ({ apps, charts, manifests }) => [
    ...[...apps, ...templatesOf(manifests)].flatMap(({ document, sources }) =>
      sources.flatMap(({ raw, at }): Found[] => {
        const chart = chartOf(raw);
        const version = valueAt(raw, 'targetRevision');
        if (!chart || isExact(version)) {
          return [];
        }
        const named = stringAt(raw, 'chart') ? 'chart' : 'repoURL';
        return [
          {
            document,
            at: [...at, version === undefined ? named : 'targetRevision'],
            message: `The chart ${chart} is not pinned to one version.`,
            fix: 'Write the exact version as targetRevision, such as 1.15.4, in quotes if it could be read as a number.',
          },
        ];
      }),
    ),
    ...charts.flatMap(document =>
      objectsAt(document.value, 'dependencies').flatMap(
        (dependency, index): Found[] => {
          const repository = stringAt(dependency, 'repository') ?? '';
          const version = valueAt(dependency, 'version');
          if (repository.startsWith('file://') || isExact(version)) {
            return [];
          }
          return [
            {
              document,
              at: [
                'dependencies',
                index,
                version === undefined ? 'name' : 'version',
              ],
              message: `The dependency ${
                stringAt(dependency, 'name') ?? index
              } is not pinned to one version.`,
              fix: 'Write the exact version, such as 1.18.0, without ^, ~, x or a comparison.',
            },
          ];
        },
      ),
    ),
  ],
};

/** A chart by name, or what an OCI registry gives as a whole. */
function chartOf(source: RawObject): string | undefined {
  const url = stringAt(source, 'repoURL') ?? '';
  return (
    stringAt(source, 'chart') ??
    (/^oci:\/\//i.test(url) ? url.split('/').pop() : undefined)
  );
}

/** What an ApplicationSet makes has the sources of its template. */
function templatesOf(manifests: readonly ReadDocument[]) {
  return manifests
    .filter(
      ({ value }) =>
        value.kind === 'ApplicationSet' &&
        String(value.apiVersion).startsWith('argoproj.io/'),
    )
    .map(document => ({
      document,
      sources: sourcesOf(objectAt(document.value, 'spec', 'template')).map(
        ({ raw, at }) => ({ raw, at: ['spec', 'template', ...at] }),
      ),
    }));
}

function isExact(version: unknown): boolean {
  return (
    typeof version === 'string' &&
    (EXACT.test(version) || DIGEST.test(version) || isPlaceholder(version))
  );
}

/** Filled in before it is used. */
function isPlaceholder(text: string): boolean {
  return isTemplated(text) || /^<.+>$/.test(text) || text.includes('{{');
}

/** Check 2, Git: every foreign repository is pinned to a tag or commit. */
export const revisionNotPinned: Rule = {
  code: 'GitRevisionNotPinned',
  check: 2,
  severity: 'error',
  title: 'Every foreign Git repository is pinned to a tag or a commit.',
  find: repository =>
    repository.apps.flatMap(app =>
      app.sources.flatMap(({ raw, at }): Found[] => {
        const url = stringAt(raw, 'repoURL');
        const revision = stringAt(raw, 'targetRevision');
        const others = app.sources.some(
          one =>
            one.raw !== raw && repository.isOwn(stringAt(one.raw, 'repoURL')),
        );
        const foreign =
          repository.isOwn(url) === false &&
          // A lone source that is not in the tree may still be the repository itself.
          (others ||
            stringAt(raw, 'helm', 'releaseName') !== undefined ||
            (repository.tree.isRoot && repository.shown.length > 0));
        if (
          !url ||
          chartOf(raw) ||
          !foreign ||
          isPlaceholder(url) ||
          (revision !== undefined &&
            ((FIXED.test(revision) && !ANY_PATCH.test(revision)) ||
              isPlaceholder(revision)))
        ) {
          return [];
        }
        return [
          {
            document: app.document,
            at: [...at, revision === undefined ? 'repoURL' : 'targetRevision'],
            message: `A foreign repository is followed at ${
              revision ?? 'HEAD'
            }, which moves.`,
            fix: 'Name a tag or a full commit as targetRevision.',
          },
        ];
      }),
    ),
};
