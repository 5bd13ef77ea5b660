import {
  AnswerReading,
  isObject,
  mergeProbed,
  objectAt,
  ProbeTarget,
  RawObject,
  readAnswer,
  requestTarget,
  endpointOf,
  stringAt,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { groupOf } from '@socle/backstage-plugin-socle-common';
import { Entry } from '../input/entries';

/** A recorded answer among the entries. */
export type AnswerEntry = Entry & { is: 'httpAnswer' };

/** What is judged together whatever else the file says: one object, or all that one recorded answer holds. */
export interface JudgedUnit {
  entry: Entry;
  objects: readonly RawObject[];
  identities: ReadonlySet<string>;
  reading?: AnswerReading;
}

/** The unit of an entry; undefined where there is nothing to judge. */
export function unitOf(
  entry: Entry,
  registry: SystemRegistry,
): JudgedUnit | undefined {
  if (entry.is === 'object') {
    return isObject(entry.raw.metadata) &&
      registry.of(
        stringAt(entry.raw, 'apiVersion') ?? '',
        stringAt(entry.raw, 'kind') ?? '',
      )
      ? unit(entry, [entry.raw])
      : undefined;
  }
  if (entry.is === 'httpAnswer') {
    const reading = readAnswer(registry, entry.recorded, targetOf(entry));
    const objects = reading?.state === 'read' ? reading.objects : [];
    return reading && { ...unit(entry, objects), reading };
  }
  return undefined;
}

function unit(entry: Entry, objects: readonly RawObject[]): JudgedUnit {
  return { entry, objects, identities: new Set(objects.map(identity)) };
}

/** An answer that does not say who gave it belongs to the one nameless instance of its file. */
function targetOf({ recorded }: AnswerEntry): ProbeTarget {
  const { address } = requestTarget(recorded.request);
  const endpoint = address && endpointOf(address);
  const name = endpoint ?? 'recorded';
  return { name, namespace: name, endpoints: endpoint ? [endpoint] : [] };
}

/**
 * What other requests tell of how a thing is defined holds whatever its state is, and is known of it; their word on its
 * state only where the answer itself tells none at all.
 */
export function withDefinitions(
  units: readonly JudgedUnit[],
): readonly JudgedUnit[] {
  const answers = units.filter(({ entry }) => entry.is === 'httpAnswer');
  return answers.length < 2
    ? units
    : units.map(one =>
        one.entry.is === 'httpAnswer' ? defined(one, answers) : one,
      );
}

function defined(one: JudgedUnit, answers: readonly JudgedUnit[]): JudgedUnit {
  const others = answers.filter(other => requestOf(other) !== requestOf(one));
  return {
    ...one,
    objects: one.objects.map(raw => {
      const id = identity(raw);
      const told = others
        .filter(({ identities }) => identities.has(id))
        .flatMap(({ objects }) => objects.filter(of => identity(of) === id));
      if (told.length === 0) return raw;
      const [whole] = mergeProbed([...told, raw]);
      return isObject(raw.status) ? { ...whole, status: raw.status } : whole;
    }),
  };
}

function requestOf({ reading }: JudgedUnit): unknown {
  return reading?.request;
}

/**
 * The n-th list holds the n-th state of what several units speak of; mostly there is one list. Two answers that speak
 * of the same thing stand in two lists, so that each is judged by what it says itself.
 */
export function byState(units: readonly JudgedUnit[]): JudgedUnit[][] {
  const states: Array<{ units: JudgedUnit[]; taken: Set<string> }> = [];
  for (const one of units) {
    let state = states.find(({ taken }) => isFree(one, taken));
    if (!state) {
      state = { units: [], taken: new Set() };
      states.push(state);
    }
    state.units.push(one);
    one.identities.forEach(id => state.taken.add(id));
  }
  return states.map(state => state.units);
}

function isFree(one: JudgedUnit, taken: ReadonlySet<string>): boolean {
  for (const id of one.identities) {
    if (taken.has(id)) return false;
  }
  return true;
}

/**
 * What the file says beside a state of it: of objects the first occurrence; of what answers hold, all that different
 * requests tell, laid over each other.
 */
export function beside(
  state: readonly JudgedUnit[],
  units: readonly JudgedUnit[],
): RawObject[] {
  const own = new Set(state.flatMap(one => [...one.identities]));
  const requests = new Set<string>();
  const seen = new Set<string>();
  const objects: RawObject[] = [];
  const told: RawObject[] = [];
  for (const { entry, objects: of } of units) {
    if (entry.is === 'httpAnswer') {
      if (requests.has(entry.recorded.request)) continue;
      requests.add(entry.recorded.request);
    }
    for (const raw of of) {
      const id = identity(raw);
      if (own.has(id)) continue;
      if (entry.is === 'httpAnswer') told.push(raw);
      else if (!seen.has(id)) objects.push(raw);
      seen.add(id);
    }
  }
  return [...objects, ...mergeProbed(told)];
}

export function identity(raw: RawObject): string {
  const metadata = objectAt(raw, 'metadata');
  return [
    groupOf(stringAt(raw, 'apiVersion') ?? ''),
    stringAt(raw, 'kind'),
    stringAt(metadata, 'namespace') ?? '',
    stringAt(metadata, 'name') ?? stringAt(metadata, 'generateName') ?? '',
  ].join('/');
}
