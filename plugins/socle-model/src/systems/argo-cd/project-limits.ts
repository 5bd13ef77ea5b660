import { AppProjectFacts } from './app-project-facts';
import type { ApplicationFacts, SourceFact } from './application-facts';

/**
 * What a project does not allow of an Application's sources and destination, in words. Argo CD says the same as
 * InvalidSpecError, but only once it has looked.
 */
export function notAllowed(
  project: AppProjectFacts,
  { sources, destination }: ApplicationFacts,
): string[] {
  const found: string[] = [];
  if (project.complete) {
    const refused = sources.find(
      source => source.repoURL && !allowsSource(project, source),
    );
    if (refused) {
      found.push(`the source ${refused.repoURL}`);
    }
    if (!allowsDestination(project, destination)) {
      found.push(
        `the destination ${destination.server ?? destination.name ?? '?'} ${
          destination.namespace ?? ''
        }`.trim(),
      );
    }
  }
  return found;
}

function allowsSource(
  { sourceRepos }: AppProjectFacts,
  { repoURL }: SourceFact,
): boolean {
  const url = plainUrl(repoURL!);
  return permitted(sourceRepos.map(plainUrl), one => glob(one, url));
}

/** Argo CD compares addresses without the ending `.git` and a last slash. */
function plainUrl(url: string): string {
  return url
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}

function allowsDestination(
  { destinations }: AppProjectFacts,
  { server, name, namespace = '' }: ApplicationFacts['destination'],
): boolean {
  // By name or by address: which of both a cluster has cannot be told here where only the other is given.
  const known = destinations.filter(one => {
    const cluster = one.slice(0, one.lastIndexOf(' ')).replace(/^!/, '');
    return (
      cluster === '*' ||
      (server === undefined) !== cluster.includes('://') ||
      (server === undefined && name === undefined)
    );
  });
  if (known.length < destinations.length || (!server && !name)) {
    return true;
  }
  return permitted(destinations, one => {
    const space = one.lastIndexOf(' ');
    return (
      glob(one.slice(0, space), server ?? name ?? '') &&
      glob(one.slice(space + 1), namespace)
    );
  });
}

/** Allowed by one, and denied by none (`!` in front). */
function permitted(
  patterns: readonly string[],
  matches: (pattern: string) => boolean,
): boolean {
  return (
    patterns.some(one => !one.startsWith('!') && matches(one)) &&
    !patterns.some(one => one.startsWith('!') && matches(one.slice(1)))
  );
}

function glob(pattern: string, text: string): boolean {
  if (pattern === '*') {
    return true;
  }
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${escaped.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`,
  ).test(text);
}
