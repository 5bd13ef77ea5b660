import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { isObject, RawObject } from '../reading/raw';
import { kindId } from '../definition/kind';
import { systems } from '.';
import { readFixtures, yamlSchema } from './__testUtils__/fixtures';

const registry = new SystemRegistry(systems);

function objectsOf(path: string): RawObject[] {
  return loadAll(readFileSync(path, 'utf8'), undefined, { schema: yamlSchema })
    .flatMap(document =>
      isObject(document) && Array.isArray(document.items)
        ? document.items
        : [document],
    )
    .filter(isObject)
    .filter(raw => isObject(raw.metadata));
}

/** As restored from a backup, or applied by one command: all were made in the same second. */
function ofOneSecond(raw: RawObject): RawObject {
  const metadata = raw.metadata as RawObject;
  return metadata.creationTimestamp === undefined
    ? raw
    : {
        ...raw,
        metadata: { ...metadata, creationTimestamp: '2026-01-01T00:00:00Z' },
      };
}

function verdicts(objects: readonly RawObject[], now: number, listed: boolean) {
  const store = new ResourceStore(registry);
  if (listed) {
    registry.ofApi().forEach(({ kind }) => store.setListed(kindId(kind), true));
  }
  objects.forEach(raw => store.apply(raw));
  store.settle(now);
  return [...store.all()]
    .map(({ kind, meta, verdict: { status, reason, message } }) =>
      [kindId(kind), meta.namespace, meta.name, status, reason, message].join(
        ' ',
      ),
    )
    .sort();
}

const withFixtures = systems.filter(({ id }) =>
  existsSync(join(__dirname, id, '__fixtures__', 'expected.yaml')),
);

it.each(withFixtures.map(({ id }) => id))(
  'judges what %s consists of the same, in whatever order it is read',
  id => {
    const folder = join(__dirname, id);
    const { at, files } = readFixtures(folder);
    const wrong: string[] = [];
    for (const [name, file] of Object.entries(files)) {
      const now = Date.parse(file.at ?? at);
      const given = objectsOf(join(folder, '__fixtures__', name));
      // An object that a file shows twice is the later of the two.
      const once = [
        ...new Map(
          given.map(raw => {
            const { namespace, name: own } = raw.metadata as RawObject;
            return [`${raw.apiVersion} ${raw.kind} ${namespace}/${own}`, raw];
          }),
        ).values(),
      ];
      for (const objects of [once, once.map(ofOneSecond)]) {
        for (const listed of [false, true]) {
          const forwards = verdicts(objects, now, listed);
          const backwards = verdicts([...objects].reverse(), now, listed);
          const other = forwards.filter(one => !backwards.includes(one));
          wrong.push(...other.map(one => `${name}: ${one}`));
        }
      }
    }
    expect(wrong).toEqual([]);
  },
);

/** What is told of each object, now that all of them are looked at again. */
function judgedAnew(store: ResourceStore, now: number): string[] {
  const unused = 'made-up.example.org/Unused';
  // Whether a kind is read may matter to any object: this has all of them judged.
  store.setListed(unused, true);
  const changes = store.settle(now);
  store.setListed(unused, false);
  store.settle(now);
  return changes.map(
    ({ resource: { kind, meta }, from, to }) =>
      `${kindId(kind)} ${meta.name}: ${from?.reason}, not ${to?.reason}`,
  );
}

it.each(withFixtures.map(({ id }) => id))(
  'leaves nothing of %s judged as it was before its neighbours came, changed or went',
  id => {
    const folder = join(__dirname, id);
    const { at, files } = readFixtures(folder);
    const wrong: string[] = [];
    for (const [name, file] of Object.entries(files)) {
      const now = Date.parse(file.at ?? at);
      const objects = objectsOf(join(folder, '__fixtures__', name));
      for (const order of [objects, [...objects].reverse()]) {
        const store = new ResourceStore(registry);
        for (const raw of order) {
          store.apply(raw);
          store.settle(now);
        }
        wrong.push(...judgedAnew(store, now).map(one => `${name}: ${one}`));
        for (const raw of order) {
          // What says nothing any more, and then goes.
          store.apply({ ...raw, spec: {}, status: {} });
          store.settle(now);
        }
        wrong.push(...judgedAnew(store, now).map(one => `${name}: ${one}`));
        for (const { kind, meta } of [...store.all()]) {
          store.remove(kindId(kind), meta.namespace, meta.name);
          store.settle(now);
          wrong.push(...judgedAnew(store, now).map(one => `${name}: ${one}`));
        }
      }
    }
    expect(wrong).toEqual([]);
  },
);
