import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { itemsAt, numberAt, textAt } from './read-fact';

type Facts = Record<string, JsonValue>;

const COMMIT = /\b([0-9a-f]{7})[0-9a-f]{33,57}\b/g;

/** Commits as short as people write them; versions, branches and digests' words stay as they are. */
export function shortRevision(revision: string): string {
  return revision.replace(COMMIT, '$1');
}

/** Where Argo CD takes it from, one text for each source: repository with path, or chart with version. */
export function argoSources(facts: Facts): string[] {
  return itemsAt(facts, 'sources').flatMap(source => {
    const what = [
      textAt(source, 'repoURL'),
      textAt(source, 'chart') ?? textAt(source, 'path'),
    ]
      .filter(Boolean)
      .join(' ');
    const revision = textAt(source, 'targetRevision');
    return what ? [revision ? `${what} @ ${revision}` : what] : [];
  });
}

/** The source that Flux was told to follow, `Kind namespace/name`; without a namespace it is its own. */
export function fluxSource(facts: Facts): string | undefined {
  const sources = itemsAt(facts, 'references').filter(
    one => textAt(one, 'rel') === 'source',
  );
  const [source] = [
    // The chart that a HelmRelease made is not what somebody wrote.
    ...sources.filter(one => textAt(one, 'kind') !== 'HelmChart'),
    ...sources,
  ];
  const name = textAt(source, 'name');
  if (!name) {
    return undefined;
  }
  const namespace = textAt(source, 'namespace');
  return `${textAt(source, 'kind') ?? ''} ${
    namespace ? `${namespace}/` : ''
  }${name}`.trim();
}

/** How many objects of an Application differ from Git; undefined where none does or nothing is told. */
export function driftOf(
  facts: Facts,
): { differing: number; of?: number } | undefined {
  const differing = numberAt(facts, 'outOfSync');
  return differing
    ? { differing, of: numberAt(facts, 'resourcesCount') }
    : undefined;
}

/** The last operation or the one under way: Argo CD's word for it, and when it ended or else began. */
export function lastOperation(
  facts: Facts,
): { phase: string; at?: number } | undefined {
  const phase = textAt(facts, 'phase');
  return phase
    ? {
        phase,
        at:
          numberAt(facts, 'operationFinished') ??
          numberAt(facts, 'operationStarted'),
      }
    : undefined;
}
