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
