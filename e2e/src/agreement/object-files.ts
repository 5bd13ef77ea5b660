import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CORE_SCHEMA, load, loadAll } from 'js-yaml';
import {
  isKubernetesObject,
  isObject,
  RawObject,
} from '@socle/backstage-plugin-socle-model';
import { KubeObject } from '@socle/simulator';

/** The objects of one file, and the time that they are to be judged at. */
export interface ObjectFile {
  name: string;
  at: number;
  objects: KubeObject[];
}

/** The fixtures of every system of the model, each judged at the time that its folder states. */
export function fixtureFiles(systemsFolder: string): ObjectFile[] {
  return readdirSync(systemsFolder).flatMap(system => {
    const folder = join(systemsFolder, system, '__fixtures__');
    const expected = join(folder, 'expected.yaml');
    if (!existsSync(expected)) return [];
    const { at, files } = load(readFileSync(expected, 'utf8'), {
      schema: CORE_SCHEMA,
    }) as { at: string; files: { [name: string]: { at?: string } } };
    return Object.entries(files).flatMap(([name, file]) =>
      readFile(
        join(folder, name),
        `${system}/${name}`,
        Date.parse(file.at ?? at),
      ),
    );
  });
}

/** The files of a folder of samples: `expected.json` beside its folders says by what time each is judged. */
export function sampleFiles(folder: string, now: number): ObjectFile[] {
  const { files } = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  ) as { files: { [name: string]: { at?: string | null } } };
  return Object.entries(files).flatMap(([name, { at }]) =>
    readFile(join(folder, name), name, at ? Date.parse(at) : now),
  );
}

function readFile(path: string, name: string, at: number): ObjectFile[] {
  if (!/\.ya?ml$/.test(path) || basename(path) === 'expected.yaml') return [];
  let documents: unknown[];
  try {
    documents = loadAll(readFileSync(path, 'utf8'), undefined, {
      schema: CORE_SCHEMA,
    });
  } catch {
    // What does not parse cannot be applied either.
    return [];
  }
  return [{ name, at, objects: documents.flatMap(objectsIn) }];
}

function objectsIn(document: unknown): KubeObject[] {
  if (!isObject(document)) return [];
  if (Array.isArray(document.items)) return document.items.flatMap(objectsIn);
  const raw: RawObject = document;
  return isKubernetesObject(raw) &&
    isObject(raw.metadata) &&
    typeof raw.metadata.name === 'string'
    ? [raw as unknown as KubeObject]
    : [];
}

/** Objects that a server can hold at the same time, judged at the same time. */
export interface Round {
  at: number;
  files: ObjectFile[];
}

/** As few rounds as do: a file goes into the first of its time that holds none of its objects yet. */
export function rounds(files: readonly ObjectFile[]): Round[] {
  const made: Array<Round & { taken: Set<string> }> = [];
  for (const file of files.flatMap(inStates)) {
    const names = file.objects.map(nameOf);
    let round = made.find(
      ({ at, taken }) => at === file.at && !names.some(name => taken.has(name)),
    );
    if (!round) {
      round = { at: file.at, files: [], taken: new Set() };
      made.push(round);
    }
    round.files.push(file);
    names.forEach(name => round.taken.add(name));
  }
  return made;
}

/** A file that shows one object in several states is several files. */
function inStates(file: ObjectFile): ObjectFile[] {
  const states: KubeObject[][] = [];
  for (const object of file.objects) {
    const name = nameOf(object);
    const free = states.find(
      state => !state.some(other => nameOf(other) === name),
    );
    if (free) free.push(object);
    else states.push([object]);
  }
  return states.map(objects => ({ ...file, objects }));
}

export function nameOf({ apiVersion, kind, metadata }: KubeObject): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return `${group}/${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}
