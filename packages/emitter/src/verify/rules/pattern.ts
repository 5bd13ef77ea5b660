import {
  classifyApplication,
  PatternContext,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { App } from '../reading/application';
import { Repository } from '../reading/repository';
import { Rule } from '../rule';

/** Reasons for which a plain Application follows none of the four patterns by mistake, and the way out. */
const WAYS_OUT: Record<string, string> = {
  invalid: 'Give the Application a spec with a source and a destination.',
  'no-source': 'Give the Application a source or sources.',
  undetermined:
    'Say what renders the path, by a helm or directory block, or verify the whole repository.',
  'chart-with-filtered-folder':
    'Keep the values in the Application (pattern B), or the companions in a folder of their own (pattern A).',
  'chart-with-companions':
    'Put the values into a file read through $values (pattern A), or exclude the Application from its own folder (pattern B).',
  'chart-with-values-file':
    'Add the folder of companions as a source of its own (pattern A).',
  'chart-with-inline-values':
    'Add the folder of the Application as a source that excludes it (pattern B).',
  'chart-without-values':
    'Add values, and the folder of the Application as a source that excludes it (pattern B).',
  'assumed-wrapper-chart':
    'Give the folder a Chart.yaml with the external chart as its dependency (pattern C).',
  'raw-manifests-bundle':
    'Move the nested Application to a folder of its own (pattern D).',
};

/** Check 1: it is clear which of the four patterns an Application follows. */
export const patternUnclear: Rule = {
  code: 'PatternUnclear',
  check: 1,
  severity: 'note',
  title: 'It is clear which of the four patterns an Application follows.',
  find: repository =>
    repository.apps.flatMap(app => {
      const { pattern, reason, confidence } = classifyApplication(
        app.document.value,
        contextOf(app, repository),
      );
      const fix = WAYS_OUT[reason];
      if (!fix || (pattern !== 'other' && confidence === 'high')) {
        return [];
      }
      return [
        {
          document: app.document,
          at: app.sources[0]?.at ?? ['spec'],
          message:
            pattern === 'other'
              ? `No pattern can be told for ${
                  app.name || 'this Application'
                } (${reason}).`
              : `${app.name} is pattern ${pattern} with ${confidence} confidence only (${reason}).`,
          fix,
        },
      ];
    }),
};

/** What the tree tells of an Application. */
export function contextOf(
  app: App,
  { tree, isOwn, shown }: Repository,
): PatternContext {
  const repoContent: Record<string, Record<string, string[]>> = {};
  const charts: Record<string, object> = {};
  const gitopsRepos = new Set<string>(shown);
  for (const { raw, folder } of app.sources) {
    const url = stringAt(raw, 'repoURL');
    const path = stringAt(raw, 'path');
    if (url && isOwn(url)) {
      gitopsRepos.add(url);
    }
    if (url && path && folder !== undefined) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const files = tree.below(folder).map(file => file.slice(prefix.length));
      (repoContent[url] ??= {})[path] = [...files];
      const chart = tree.files.get(`${prefix}Chart.yaml`)?.documents[0];
      if (chart) {
        charts[path] = chart.value;
      }
    }
  }
  return { gitopsRepos: [...gitopsRepos], repoContent, charts };
}
