import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readAnswer,
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { FACTS_FR } from '../../../plugins/socle-react/src/values/fact-labels/fact-labels.fr';

const FOLDERS = join(__dirname, '../../../plugins/socle-model/src/systems');
const TARGET = { name: 'recorded', namespace: 'recorded', endpoints: [] };
const registry = new SystemRegistry(systems);

type Document = Record<string, unknown>;

/** The objects of a fixture, and what its recorded answers tell. */
function objectsOf(file: string): Document[] {
  const documents = loadAll(readFileSync(file, 'utf8'), undefined, {
    schema: CORE_SCHEMA,
  }) as Document[];
  return documents.flatMap(document => {
    if (typeof document?.request === 'string') {
      const recorded = { ...document, request: document.request };
      const found = readAnswer(registry, recorded, TARGET);
      return found?.state === 'read' ? [...found.objects] : [];
    }
    return Array.isArray(document?.items) ? document.items : [document];
  });
}

function factsOf(id: string): string[] {
  const folder = join(FOLDERS, id, '__fixtures__');
  const store = new ResourceStore(registry);
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.yaml') && name !== 'expected.yaml') {
      objectsOf(join(folder, name)).forEach(raw => store.apply(raw));
    }
  }
  return [...store.all()].flatMap(({ facts }) => Object.keys(facts));
}

// A page calls a fact without a French name by the English words of its own: few may be left to that.
it('has French names for at least 98 of 100 facts', () => {
  const facts = [...new Set(systems.flatMap(({ id }) => factsOf(id)))];
  const left = facts.filter(fact => !FACTS_FR.has(fact));
  const most = Math.floor(facts.length / 50);
  expect(facts.length).toBeGreaterThan(500);
  expect(left.slice(most)).toEqual([]);
});
