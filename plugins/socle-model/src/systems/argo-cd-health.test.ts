import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { DIFFERENCES } from '../__testing__/argo-cd-health/differences';
import { KINDS_WITH_RULE } from '../__testing__/argo-cd-health/kinds';
import { ARGO_RULES } from '../__testing__/argo-cd-health/rules';
import { ArgoWord } from '../__testing__/argo-cd-health/words';
import { KindId, kindId } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { Resource } from '../definition/resource';
import { ResourceStore } from '../graph/store';
import { isObject, RawObject } from '../reading/raw';
import { parseTime } from '../reading/times';
import { readFixtures, yamlSchema } from './__testUtils__/fixtures';
import { systems } from '.';

const registry = new SystemRegistry(systems);
const judgedByBoth = registry
  .all()
  .filter(
    ({ kind }) => KINDS_WITH_RULE.includes(kindId(kind)) && !kind.stateless,
  )
  .map(({ kind }) => kindId(kind));

/** Our words for Argo CD's, where both mean the same. Argo CD has one word for what we call degraded or failed. */
const SAME: Record<ArgoWord, readonly string[]> = {
  Healthy: ['healthy'],
  Progressing: ['progressing'],
  Degraded: ['degraded', 'failed'],
  Suspended: ['suspended'],
  Missing: ['failed'],
  Unknown: ['unknown'],
};

function ourWord({ verdict }: Resource): string {
  return verdict.flags?.includes('suspended') ? 'suspended' : verdict.status;
}

interface Case {
  kind: KindId;
  file: string;
  name: string;
  argo: ArgoWord;
  ours: string;
  reason: string;
}

/** Every fixture object of a kind that both judge. */
function casesOf(system: string): Case[] {
  const folder = join(__dirname, system);
  const fixtures = existsSync(join(folder, '__fixtures__', 'expected.yaml'))
    ? readFixtures(folder)
    : { at: '', files: {} };
  return Object.entries(fixtures.files).flatMap(([file, { at, listed }]) => {
    const raws = documentsOf(join(folder, '__fixtures__', file));
    const store = new ResourceStore(registry);
    const kept = raws.map(raw => [raw, store.apply(raw)] as const);
    listed?.forEach(kind => store.setListed(kind as KindId, true));
    store.settle(parseTime(at ?? fixtures.at)!);
    return kept.flatMap(([raw, resource]) => {
      const rule = resource && ARGO_RULES.get(kindId(resource.kind));
      if (!rule || resource.meta.origin === 'git') return [];
      return [
        {
          kind: kindId(resource.kind),
          file: `${system}/${file}`,
          name: resource.meta.name,
          argo: rule(raw),
          ours: ourWord(resource),
          reason: resource.verdict.reason,
        },
      ];
    });
  });
}

function documentsOf(path: string): RawObject[] {
  return loadAll(readFileSync(path, 'utf8'), undefined, {
    schema: yamlSchema,
  }).flatMap(document =>
    isObject(document) && Array.isArray(document.items)
      ? document.items.filter(isObject)
      : [document].filter(isObject),
  );
}

function differenceOf({ kind, argo, ours }: Case) {
  return DIFFERENCES.find(
    one =>
      (one.kinds === undefined || one.kinds.includes(kind)) &&
      one.argo.includes(argo) &&
      one.ours.includes(ours),
  );
}

const cases = readdirSync(__dirname, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !entry.name.startsWith('__'))
  .flatMap(entry => casesOf(entry.name));

it('has a rule of Argo CD for each kind that both judge', () => {
  expect(judgedByBoth.filter(kind => !ARGO_RULES.has(kind))).toEqual([]);
});

it.each(judgedByBoth)(
  'says of %s what Argo CD says, or the docs say why not',
  kind => {
    const own = cases.filter(one => one.kind === kind);
    expect(own).not.toEqual([]);
    const unexplained = own
      .filter(one => !SAME[one.argo].includes(one.ours) && !differenceOf(one))
      .map(
        one =>
          `${one.file} ${one.name}: Argo CD ${one.argo}, Socle ${one.ours} (${one.reason})`,
      );
    expect([...new Set(unexplained)]).toEqual([]);
  },
);

it('explains no difference that there is none of', () => {
  const used = new Set(
    cases.filter(one => !SAME[one.argo].includes(one.ours)).map(differenceOf),
  );
  expect(DIFFERENCES.filter(one => !used.has(one)).map(one => one.why)).toEqual(
    [],
  );
});

it('tells the reader each of them', () => {
  const page = readFileSync(
    join(__dirname, '../../../../docs/argo-cd-health.md'),
    'utf8',
  );
  expect(
    DIFFERENCES.map(one => one.why).filter(why => !page.includes(why)),
  ).toEqual([]);
  expect(
    judgedByBoth.filter(kind => !page.includes(`\`${kind.split('/')[1]}\``)),
  ).toEqual([]);
});
