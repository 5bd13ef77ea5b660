import path from 'node:path';
import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { inputOf } from '@socle/cli/src/input/read';
import { judgeEntries } from '@socle/cli/src/assess/judge-entries';
import { readFileSync } from 'node:fs';
import { runbookReasons } from '../../../tooling/docs/pages/reason';
import { generatedPages } from '../../../tooling/docs/pages';
import { startPortalWith } from './portal-with';
import { showsTheOperator } from './shows-operator';

/** The one entry that the list gets; nothing else is told of the operator. */
jest.mock('@socle/backstage-plugin-socle-model/src/systems', () => {
  const model = jest.requireActual(
    '@socle/backstage-plugin-socle-model/src/systems',
  );
  const { beehive } = jest.requireActual('./__fixtures__/beehive');
  return { ...model, systems: [...model.systems, beehive] };
});

jest.setTimeout(60_000);

describe('an operator that is one folder and one entry in the list of systems', () => {
  const root = path.resolve(__dirname, '../../..');

  showsTheOperator(() => startPortalWith());

  describe('what is made from the model', () => {
    const pages = new Map<string, string>();
    const page = (name: string) => pages.get(name) ?? '';

    beforeAll(() =>
      generatedPages(root).forEach(one => pages.set(one.path, one.text)),
    );

    it('is in the ClusterRole, for reading alone', () => {
      expect(page('docs/clusterrole.yaml')).toMatch(
        /- apiGroups: \['apiary\.example\.org'\]\n +resources:\n +- hives\n +verbs: \[get, list, watch\]\n/,
      );
    });

    it('is in the table of systems, with its kinds and reasons', () => {
      const text = page('docs/systems.md');
      expect(text).toMatch(
        /^\| \[Beehive\]\(#beehive\) +\| data +\| 1 +\| 3 /m,
      );
      const [, section] = text.split('## Beehive\n');
      expect(section).toMatch(/^\| Hive +\| `apiary\.example\.org` \| `v1` /m);
      expect(section).toContain(
        '[HiveQueenMissing](runbooks/data/HiveQueenMissing.md)',
      );
    });

    it('is in the list of runbooks, and its runbook is asked for', () => {
      expect(page('docs/runbooks/index.md')).toContain('HiveQueenMissing');
      expect(runbookReasons(systems, []).map(({ code }) => code)).toContain(
        'HiveQueenMissing',
      );
    });
  });

  it('is judged in files as well', () => {
    const file = path.join(__dirname, '__fixtures__/beehive/cluster.yaml');
    const { entries } = inputOf(file, readFileSync(file, 'utf8'));
    const rows = judgeEntries([entries], {
      registry: new SystemRegistry(systems),
      at: Date.UTC(2026, 5, 1),
    });
    expect(
      rows
        .filter(({ ref }) => ref.kind === 'Hive')
        .map(({ ref, health }) => [ref.name, health.status]),
    ).toEqual([
      ['south', 'healthy'],
      ['north', 'failed'],
    ]);
  });
});
