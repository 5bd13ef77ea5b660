import {
  healthOf,
  isObject,
  probedIdentity,
  RawObject,
  readMeta,
  refOf,
  Resource,
  ResourceStore,
  stringAt,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { Entry, Place } from '../input/entries';
import { answerRows } from './answer-rows';
import {
  AnswerEntry,
  beside,
  byState,
  JudgedUnit,
  unitOf,
  withDefinitions,
} from './judged-unit';
import { FILES, Row } from './row';

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
  const judged = new Map<Entry, JudgedEntry>();
  const stores: ResourceStore[] = [];
  const open = () => {
    const store = new ResourceStore(options.registry);
    stores.push(store);
    return store;
  };
  const shared = open();
  const seen = new Set<string>();
  for (const entries of files) {
    const units = withDefinitions(
      entries.flatMap(entry => unitOf(entry, options.registry) ?? []),
    );
    const states = byState(units);
    const known = units.some(({ identities }) =>
      [...identities].some(id => seen.has(id)),
    );
    states.forEach((state, index) => {
      const store = known || index > 0 ? open() : shared;
      for (const unit of state) {
        judged.set(unit.entry, applied(unit, store));
      }
      // What the file says of other things stands beside each state.
      if (states.length > 1) {
        beside(state, units).forEach(raw => store.apply(raw));
      }
    });
    units.forEach(unit => unit.identities.forEach(id => seen.add(id)));
  }
  stores.forEach(store => store.settle(options.at));
  return files.flatMap(entries =>
    entries.flatMap(entry => rowsOf(entry, judged.get(entry), options)),
  );
}

/** What a unit became in the store it is judged in: resources by identity. */
interface JudgedEntry {
  unit: JudgedUnit;
  resources: Map<string, Resource>;
}

function applied(unit: JudgedUnit, store: ResourceStore): JudgedEntry {
  const resources = new Map<string, Resource>();
  for (const raw of unit.objects) {
    const resource = store.apply(raw);
    if (resource) resources.set(probedIdentity(raw), resource);
  }
  return { unit, resources };
}

function rowsOf(
  entry: Entry,
  judged: JudgedEntry | undefined,
  options: JudgeOptions,
): Row[] {
  if (entry.is !== 'httpAnswer') {
    const [resource] = judged?.resources.values() ?? [];
    return [rowOf(entry, resource, options)];
  }
  const { file, document, line } = entry;
  return answerRows(
    entry,
    judged?.unit.reading,
    judged?.resources ?? new Map(),
    options.registry,
  ).map(row => ({ file, document, line, ...row }));
}

function rowOf(
  entry: Exclude<Entry, AnswerEntry>,
  resource: Resource | undefined,
  options: JudgeOptions,
): Row {
  const { file, document, line }: Place = entry;
  const place = { file, document, line };
  if (entry.is === 'unreadable') {
    return { ...place, ...unreadable(entry.named, entry.message) };
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
