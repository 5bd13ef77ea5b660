import {
  healthOf,
  isObject,
  objectAt,
  RawObject,
  readMeta,
  refOf,
  Resource,
  ResourceStore,
  stringAt,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { groupOf } from '@socle/backstage-plugin-socle-common';
import { Entry, Place } from '../input/entries';
import { Row } from './row';

/** The cluster that refs of files name: a file does not say which it is from. */
export const FILES = 'files';

export interface JudgeOptions {
  registry: SystemRegistry;
  /** Milliseconds that ages are judged by. */
  at: number;
  /** Facts that the object alone does not tell; they win over its own. */
  moreFacts?(entry: Entry & { is: 'object' }): Row['facts'];
}

/**
 * Judges the entries of several files together, so that what one refers to may be in another. Where files show the
 * same object in several states, each file after the first is judged by itself: no state may overwrite another.
 */
export function judgeEntries(
  files: readonly (readonly Entry[])[],
  options: JudgeOptions,
): Row[] {
  const resources = new Map<Entry, Resource>();
  const stores: ResourceStore[] = [];
  const open = () => {
    const store = new ResourceStore(options.registry);
    stores.push(store);
    return store;
  };
  const shared = open();
  const seen = new Set<string>();
  for (const entries of files) {
    const objects = entries.filter(isJudged(options.registry));
    const states = byOccurrence(objects);
    const known = states.some(state =>
      state.some(one => seen.has(identity(one.raw))),
    );
    states.forEach((state, index) => {
      const store = known || index > 0 ? open() : shared;
      for (const entry of state) {
        const resource = store.apply(entry.raw);
        if (resource) resources.set(entry, resource);
      }
      // A later state stands beside what the file says only once.
      if (index > 0) {
        const own = new Set(state.map(entry => identity(entry.raw)));
        states[0]
          .filter(one => !own.has(identity(one.raw)))
          .forEach(one => store.apply(one.raw));
      }
    });
    objects.forEach(entry => seen.add(identity(entry.raw)));
  }
  stores.forEach(store => store.settle(options.at));
  return files.flatMap(entries =>
    entries.map(entry => rowOf(entry, resources.get(entry), options)),
  );
}

type ObjectEntry = Entry & { is: 'object' };

function isJudged(registry: SystemRegistry) {
  return (entry: Entry): entry is ObjectEntry =>
    entry.is === 'object' &&
    isObject(entry.raw.metadata) &&
    registry.of(
      stringAt(entry.raw, 'apiVersion') ?? '',
      stringAt(entry.raw, 'kind') ?? '',
    ) !== undefined;
}

/** The n-th list holds the n-th occurrence of each object; mostly there is one list. */
function byOccurrence(entries: readonly ObjectEntry[]): ObjectEntry[][] {
  const result: ObjectEntry[][] = [];
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const name = identity(entry.raw);
    const index = counts.get(name) ?? 0;
    counts.set(name, index + 1);
    (result[index] ??= []).push(entry);
  }
  return result;
}

function identity(raw: RawObject): string {
  const metadata = objectAt(raw, 'metadata');
  return [
    groupOf(stringAt(raw, 'apiVersion') ?? ''),
    stringAt(raw, 'kind'),
    stringAt(metadata, 'namespace') ?? '',
    stringAt(metadata, 'name') ?? stringAt(metadata, 'generateName') ?? '',
  ].join('/');
}

function rowOf(
  entry: Entry,
  resource: Resource | undefined,
  options: JudgeOptions,
): Row {
  const { file, document, line }: Place = entry;
  const place = { file, document, line };
  if (entry.is === 'unreadable') {
    return { ...place, ...unreadable(entry.named, entry.message) };
  }
  if (entry.is === 'httpAnswer') {
    return {
      ...place,
      ref: { cluster: FILES, kind: 'HttpAnswer', name: entry.path },
      health: {
        status: 'unknown',
        reason: 'NotModelled',
        message: 'Recorded HTTP answers are not judged yet.',
      },
      facts:
        entry.httpStatus === undefined ? {} : { httpStatus: entry.httpStatus },
    };
  }
  if (resource) {
    // Everything in a file holds since the file was written: a time of judging would say nothing.
    const { since: _since, ...health } = healthOf(
      resource,
      FILES,
      options.registry,
    );
    return {
      ...place,
      ref: refOf(resource, FILES),
      health: {
        ...health,
        reason: health.reason ?? '',
        message: health.message ?? '',
      },
      facts: { ...resource.facts, ...options.moreFacts?.(entry) },
    };
  }
  return { ...place, ...notJudged(entry.raw, options.registry) };
}

function notJudged(
  raw: RawObject,
  registry: SystemRegistry,
): Omit<Row, 'file' | 'document'> {
  const apiVersion = stringAt(raw, 'apiVersion') ?? '';
  const kind = stringAt(raw, 'kind') ?? '';
  const { namespace, name, uid } = readMeta(raw);
  const named = { apiVersion, kind, namespace, name, uid };
  const known = registry.of(apiVersion, kind);
  if (known && !isObject(raw.metadata)) {
    return unreadable(named, 'it has no metadata');
  }
  return {
    ref: { cluster: FILES, ...named },
    health: {
      status: 'unknown',
      ...(known
        ? {
            reason: 'NotKept',
            message: `This ${kind} is of a sort that is not judged.`,
          }
        : {
            reason: 'NotModelled',
            message: `There are no rules for the kind ${kind} of ${apiVersion}.`,
          }),
    },
    facts: {},
  };
}

function unreadable(
  named: Omit<Row['ref'], 'cluster'>,
  message: string,
): Omit<Row, 'file' | 'document'> {
  return {
    ref: { cluster: FILES, ...named },
    health: {
      status: 'unknown',
      reason: 'Unreadable',
      message: `Unreadable: ${message}`,
    },
    facts: {},
  };
}
