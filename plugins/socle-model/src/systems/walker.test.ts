import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KindDefinition, KindId, kindId } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { COMMON_REASONS } from '../judging/judge';
import { isObject, RawObject, stringAt } from '../reading/raw';
import { parseTime } from '../reading/times';
import { systems } from '.';
import { readFixtures } from './__testUtils__/fixtures';
import { loadFixture } from './__testUtils__/load-fixture';

const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !entry.name.startsWith('__'))
  .map(entry => entry.name);
const registry = new SystemRegistry(systems);
const common = new Set<string>(COMMON_REASONS.map(reason => reason.code));

it('lists every folder, and no folder is missing', () => {
  expect(systems.map(system => system.id).sort()).toEqual(folders.sort());
});

it('gives each reason code to one kind only', () => {
  const seen = new Map<string, string>();
  for (const { kind } of registry.all()) {
    for (const reason of kind.reasons ?? []) {
      const by = kindId(kind);
      expect(`${reason.code} of ${seen.get(reason.code) ?? by}`).toBe(
        `${reason.code} of ${by}`,
      );
      expect(reason.code).toMatch(/^[A-Z][A-Za-z0-9]+$/);
      seen.set(reason.code, by);
    }
  }
});

describe.each(systems.map(system => [system.id, system] as const))(
  '%s',
  (id, system) => {
    const expectations = join(id, '__fixtures__', 'expected.yaml');
    if (!existsSync(join(__dirname, expectations))) {
      // Else no other system's fixtures would be read either.
      it('has fixtures', () => {
        expect(existsSync(join(__dirname, expectations))).toBe(true);
      });
      return;
    }
    const fixtures = readFixtures(join(__dirname, id));
    const given = new Set<string>();
    const read = new Map<KindDefinition, Set<string>>();
    const kept = new Map<KindDefinition, Set<string>>();

    it('reads every fixture that lies there', () => {
      const onDisk = readdirSync(join(__dirname, id, '__fixtures__')).filter(
        name => name.endsWith('.yaml') && name !== 'expected.yaml',
      );
      expect(Object.keys(fixtures.files).sort()).toEqual(onDisk.sort());
    });

    it.each(Object.keys(fixtures.files))('judges %s as expected', name => {
      const file = fixtures.files[name];
      const store = new ResourceStore(registry);
      for (const raw of loadFixture(join(__dirname, id), name, registry)) {
        const resource = store.apply(raw);
        if (resource && !resource.meta.unreadable) {
          watchReads(resource, read, kept);
        }
      }
      for (const listed of file.listed ?? []) {
        store.setListed(listed as KindId, true);
      }
      store.settle(parseTime(file.at ?? fixtures.at)!);
      for (const resource of store.all()) {
        given.add(resource.verdict.reason);
        expect(resource.verdict.message).not.toBe('');
        expect(resource.verdict.message).not.toMatch(/undefined|NaN|\[object/);
      }
      for (const want of file.expect) {
        const [kind, path] = splitRef(want.ref);
        const found = [...store.all()].find(
          resource =>
            resource.kind.kind === kind &&
            [
              resource.meta.name,
              `${resource.meta.namespace}/${resource.meta.name}`,
            ].includes(path),
        );
        expect(
          found && {
            ref: want.ref,
            health: found.verdict.status,
            reason: found.verdict.reason,
            flags: found.verdict.flags ?? [],
          },
        ).toEqual({
          ref: want.ref,
          health: want.health,
          reason: want.reason,
          flags: want.flags ?? found?.verdict.flags ?? [],
        });
      }
    });

    it('projects the same with and without the list of fields it reads', () => {
      const whole: unknown[] = [];
      const selected: unknown[] = [];
      for (const name of Object.keys(fixtures.files)) {
        for (const raw of loadFixture(join(__dirname, id), name, registry)) {
          const kind = registry.of(
            stringAt(raw, 'apiVersion') ?? '',
            stringAt(raw, 'kind') ?? '',
          )?.kind;
          if (kind?.reads) {
            whole.push(kind.project(raw));
            selected.push(kind.project(onlyPaths(raw, kind.reads)));
          }
        }
      }
      expect(selected).toEqual(whole);
    });

    it('has a fixture for each of its reasons, and gives no reason it does not list', () => {
      const own = new Set(
        system.kinds.flatMap(kind =>
          (kind.reasons ?? []).map(reason => reason.code),
        ),
      );
      expect([...own].filter(code => !given.has(code))).toEqual([]);
      const others = new Set(
        systems
          .filter(other => other !== system)
          .flatMap(other =>
            other.kinds.flatMap(kind =>
              (kind.reasons ?? []).map(reason => reason.code),
            ),
          ),
      );
      expect(
        [...given].filter(
          code => !own.has(code) && !common.has(code) && !others.has(code),
        ),
      ).toEqual([]);
    });

    it('keeps no fact that nothing reads', () => {
      const unread: string[] = [];
      for (const kind of system.kinds) {
        for (const fact of kept.get(kind) ?? []) {
          if (
            !read.get(kind)?.has(fact) &&
            !kind.shows?.includes(fact as never)
          ) {
            unread.push(`${kindId(kind)}: ${fact}`);
          }
        }
      }
      expect(unread).toEqual([]);
    });

    const runbooks = join(__dirname, '../../../../docs/runbooks', system.area);
    it('has a runbook for each reason that needs a remedy', () => {
      const missing = system.kinds
        .flatMap(kind => kind.reasons ?? [])
        .filter(reason => reason.remedy !== false)
        .map(reason => `${reason.code}.md`)
        .filter(file => !existsSync(join(runbooks, file)));
      expect(missing).toEqual([]);
    });
  },
);

function splitRef(ref: string): [string, string] {
  const slash = ref.indexOf('/');
  return [ref.slice(0, slash), ref.slice(slash + 1)];
}

/** Wraps the facts of a stored resource so that what rules and links read is noted. */
function watchReads(
  resource: { kind: KindDefinition; facts: object },
  read: Map<KindDefinition, Set<string>>,
  kept: Map<KindDefinition, Set<string>>,
) {
  const { kind } = resource;
  const reads = read.get(kind) ?? new Set<string>();
  read.set(kind, reads);
  const keeps = kept.get(kind) ?? new Set<string>();
  kept.set(kind, keeps);
  for (const [name, value] of Object.entries(resource.facts)) {
    if (value !== undefined) {
      keeps.add(name);
    }
  }
  Object.assign(resource, {
    facts: new Proxy(resource.facts, {
      get(target, name, receiver) {
        if (typeof name === 'string') {
          reads.add(name);
        }
        return Reflect.get(target, name, receiver);
      },
    }),
  });
}

/** The object reduced to the paths of a reads list, beside the metadata basics. */
function onlyPaths(raw: RawObject, paths: readonly string[]): RawObject {
  const basics = [
    'apiVersion',
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
  ];
  return pick(raw, [...basics, ...paths].map(stepsOf)) as RawObject;
}

/** The keys of labels and annotations hold dots. */
function stepsOf(path: string): string[] {
  const key = /^metadata\.(labels|annotations)\.(.+)$/.exec(path);
  return key ? ['metadata', key[1], key[2]] : path.split('.');
}

function pick(value: unknown, paths: string[][]): unknown {
  if (paths.some(path => path.length === 0)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => pick(item, paths));
  }
  if (!isObject(value)) {
    return value;
  }
  const result: RawObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const rest = paths
      .filter(path => path[0] === key || path[0] === '*')
      .map(path => path.slice(1));
    if (rest.length > 0) {
      result[key] = pick(inner, rest);
    }
  }
  return result;
}
