import {
  isObject,
  objectAt,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../../reading/raw';
import { Classification } from './classification';
import { folder } from './context';
import { effectiveSources } from './sources';

const SUFFIXES = [
  'configs',
  'config',
  'manifests',
  'resources',
  'extras',
  'external-secrets',
  'persistence',
];

/** @public An Application together with what the classifier says of it. */
export interface ClassifiedApplication {
  raw: unknown;
  classification: Pick<Classification, 'pattern'>;
}

/**
 * Finds the second halves of two-Application forms of A: an Application of class D that goes to the same destination
 * as one of class A, and bears its name with a suffix such as `-configs` or lies in the folder of its values file.
 * Gives the index of the A for the index of each such D.
 * @public
 */
export function companionsOf(
  all: readonly ClassifiedApplication[],
): Map<number, number> {
  const subjects = all
    .map(({ raw, classification }, index) => ({ index, raw, classification }))
    .filter(one => one.classification.pattern === 'A');
  const result = new Map<number, number>();
  all.forEach(({ raw, classification }, index) => {
    const name = nameOf(raw);
    if (classification.pattern !== 'D' || !name) {
      return;
    }
    const near = subjects.filter(subject => sameDestination(subject.raw, raw));
    const subject =
      near.find(one =>
        SUFFIXES.some(suffix => name === `${nameOf(one.raw)}-${suffix}`),
      ) ?? near.find(one => liesIn(pathsOf(raw), valuesFolders(one.raw)));
    if (subject) {
      result.set(index, subject.index);
    }
  });
  return result;
}

function nameOf(raw: unknown): string | undefined {
  return stringAt(raw, 'metadata', 'name');
}

function sameDestination(a: unknown, b: unknown): boolean {
  const [one, two] = [a, b].map(raw => {
    const destination = objectAt(raw, 'spec', 'destination');
    const server = stringAt(destination, 'server');
    const local =
      server === 'https://kubernetes.default.svc' ? 'in-cluster' : server;
    return [
      stringAt(destination, 'name') ?? local,
      stringAt(destination, 'namespace'),
    ];
  });
  return one[0] === two[0] && one[1] === two[1];
}

function pathsOf(raw: unknown): string[] {
  return effectiveSources(objectAt(raw, 'spec'))
    .map(({ source }) => stringAt(source, 'path'))
    .filter(path => path !== undefined)
    .map(folder);
}

function valuesFolders(raw: unknown): string[] {
  if (!isObject(raw)) {
    return [];
  }
  return [...objectsAt(raw, 'spec', 'sources'), objectAt(raw, 'spec', 'source')]
    .flatMap(source => stringsAt(source, 'helm', 'valueFiles'))
    .filter(file => file.startsWith('$'))
    .map(file => folder(file).split('/').slice(1, -1).join('/'))
    .filter(at => at !== '');
}

function liesIn(paths: readonly string[], folders: readonly string[]): boolean {
  return paths.some(path =>
    folders.some(at => path === at || path.startsWith(`${at}/`)),
  );
}
