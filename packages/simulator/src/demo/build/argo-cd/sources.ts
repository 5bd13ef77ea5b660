import { DemoApplication, FollowedPlatform } from '../../platform';
import { uidOf } from '../object-factory';

export type Source = { repoURL: string; [field: string]: unknown };
/** `spec` of an Application has one of the two. */
export type Sources = { source: Source } | { sources: Source[] };

/** The sources of an application in its pattern: A and B with an external chart, C a chart of our own, D manifests. */
export function sourcesOf(
  platform: FollowedPlatform,
  application: DemoApplication,
): Sources {
  const { name, pattern, chart, chartRepo = '', chartVersion } = application;
  const git = { repoURL: platform.repository, targetRevision: 'main' };
  const helmChart = {
    chart,
    repoURL: chartRepo,
    targetRevision: String(chartVersion),
  };
  switch (pattern) {
    case 'A':
      return {
        sources: [
          {
            ...helmChart,
            helm: {
              releaseName: name,
              valueFiles: [`$values/apps/${name}/values.yaml`],
            },
          },
          { ...git, ref: 'values' },
          { ...git, path: `apps/${name}/configs` },
        ],
      };
    case 'B':
      return {
        sources: [
          {
            ...helmChart,
            helm: { releaseName: name, valuesObject: { replicaCount: 1 } },
          },
          {
            ...git,
            path: `apps/${name}`,
            directory: { exclude: '{application.yaml,values*.yaml}' },
          },
        ],
      };
    case 'C':
      return {
        source: {
          ...git,
          path: `apps/${name}`,
          helm: { releaseName: name, valueFiles: ['values.yaml'] },
        },
      };
    default:
      return {
        source: {
          ...git,
          path: `apps/${name}/manifests`,
          directory: { recurse: true },
        },
      };
  }
}

/** What Argo CD found each source to be. */
export function sourceTypesOf({ pattern }: DemoApplication): object {
  if (pattern === 'A')
    return { sourceTypes: ['Helm', 'Directory', 'Directory'] };
  if (pattern === 'B') return { sourceTypes: ['Helm', 'Directory'] };
  return { sourceType: pattern === 'C' ? 'Helm' : 'Directory' };
}

/** The commit that the branch is at; made up where nobody holds the repository. */
export function headOf(platform: FollowedPlatform): string {
  if (platform.head) return platform.head;
  const hex =
    uidOf('commit', platform.repository) + uidOf('more', platform.repository);
  return hex.replace(/-/g, '').slice(0, 40);
}

/** The revision of each source: a chart's version, or the commit. */
export function revisionsOf(
  platform: FollowedPlatform,
  application: DemoApplication,
): { revision: string } | { revisions: string[] } {
  const commit = headOf(platform);
  const version = String(application.chartVersion);
  switch (application.pattern) {
    case 'A':
      return { revisions: [version, commit, commit] };
    case 'B':
      return { revisions: [version, commit] };
    default:
      return { revision: commit };
  }
}
