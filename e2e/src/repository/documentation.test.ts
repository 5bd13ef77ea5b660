import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keysOf } from '../../../tooling/docs/checks/configuration';
import { deadLinks } from '../../../tooling/docs/checks/links';
import { anchors, linkTargets } from '../../../tooling/docs/checks/markdown';
import { markdownFiles } from '../../../tooling/docs/checks/markdown-files';
import {
  fieldOf,
  runbookProblems,
} from '../../../tooling/docs/checks/runbooks';
import { clusterRole } from '../../../tooling/docs/pages/cluster-role';
import { commentsOf } from '../../../tooling/docs/pages/thresholds-page';

const roots: string[] = [];

function project(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'socle-docs-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  roots.push(root);
  return root;
}

afterAll(() => roots.forEach(root => rmSync(root, { recursive: true })));

it.each([
  ['[a](b.md)', ['b.md']],
  ['![a](b.png "title") and [c](<d e.md>)', ['b.png', 'd e.md']],
  ['[![a](b.svg)](c.md)', ['b.svg', 'c.md']],
  ['[a]: ./b.md\n', ['./b.md']],
  ['<img src="b.png" width="3">', ['b.png']],
  ['`[a](b.md)`', []],
  ['```md\n[a](b.md)\n```\n[c](d.md)', ['d.md']],
  ['1. x\n   ```sh\n   [a](b)\n   ```\n[c](d.md)', ['d.md']],
  ['[a](b_(c).md)', ['b_(c).md']],
])('finds the links of %j', (text, found) => {
  expect(linkTargets(text)).toEqual(found);
});

it('names headings as GitHub does', () => {
  const text = '# A `b` & c!\n## Twice\n## Twice\n```\n# not\n```\n';
  expect([...anchors(text)]).toEqual(['a-b--c', 'twice', 'twice-1']);
});

it('finds links that lead nowhere', () => {
  const root = project({
    'README.md': '[a](docs/a.md#one) [b](docs/a.md#two) [c](gone.md)',
    'docs/a.md': '# One\n[up](../README.md) [self](#one) [out](../../x.md)',
    'templates/x/skeleton/README.md': '[c](gone.md)',
  });
  expect(deadLinks(root, markdownFiles(root))).toEqual([
    {
      file: 'README.md',
      message: 'the link docs/a.md#two names a heading that is not there',
    },
    { file: 'README.md', message: 'the link gone.md leads nowhere' },
    {
      file: 'docs/a.md',
      message:
        'the link ../README.md leaves docs/, which TechDocs publishes alone',
    },
    {
      file: 'docs/a.md',
      message: 'the link ../../x.md leaves the project',
    },
  ]);
});

const runbook = (code: string, fix: string, confirm = 'kubectl get x') =>
  `# ${code}\n\n## What it means\n\na\n\n## How to confirm\n\n${confirm}\n\n## How to fix\n\n${fix}\n\n## How to prevent\n\nb\n`;

it('finds runbooks that are missing, needless or not as they should be', () => {
  const root = project({
    'docs/runbooks/index.md': '# Runbooks',
    'docs/runbooks/storage/Good.md': runbook('Good', 'mend it'),
    'docs/runbooks/storage/Same.md': runbook('Same', 'mend\nit'),
    'docs/runbooks/storage/Needless.md': runbook('Needless', 'no'),
    'docs/runbooks/storage/Short.md': '# Other\n\n## What it means\n\na\n',
    'docs/runbooks/storage/Writes.md': runbook(
      'Writes',
      'so',
      'kubectl auth can-i create x\nkubectl -n a delete pod b',
    ),
  });
  const reasons = ['Good', 'Same', 'Short', 'Writes', 'Missing'].map(code => ({
    code,
    area: 'storage',
    cause: '',
    evidence: '',
  }));
  const found = runbookProblems(root, reasons).map(
    ({ file, message }) => `${path.basename(file, '.md')}: ${message}`,
  );
  expect(found).toEqual([
    'Missing: a reason needs this runbook',
    'Needless: no reason of the model leads here',
    'Short: its title should be Short',
    'Short: has no section "How to confirm"',
    'Short: has no section "How to fix"',
    'Short: has no section "How to prevent"',
    'Writes: confirms with a command that writes',
    'Same: has the same fix as docs/runbooks/storage/Good.md',
  ]);
});

it.each([
  ['status.robustness', 'robustness'],
  ['status.conditions[type=Ready]', 'Ready'],
  ['status.diskStatus.*.conditions', 'conditions'],
  ['the field named in the message', undefined],
])('looks for the evidence %s as %s', (evidence, field) => {
  expect(fieldOf(evidence)).toBe(field);
});

it('names the keys of a configuration schema', () => {
  const schema =
    'export interface Config {\n  /** not: this */\n  a?: {\n    b: Array<{ c?: string; d: number }>;\n    e?: { [name: string]: number };\n  };\n}';
  expect(keysOf(schema)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('reads the comments of thresholds', () => {
  const source =
    '{\n  /** One. */\n  a: 1,\n  b: 2,\n  /**\n   * Two\n   * lines.\n   */\n  c: 3,\n}';
  expect([...commentsOf(source)]).toEqual([
    ['a', 'One.'],
    ['c', 'Two lines.'],
  ]);
});

it('grants reading alone, and Secrets in a role of their own', () => {
  const kind = (group: string, plural: string, optional?: boolean) => ({
    group,
    plural,
    kind: plural,
    versions: ['v1'],
    namespaced: true,
    stateless: true,
    optional,
    project: () => ({}),
  });
  const text = clusterRole([
    {
      id: 'a',
      title: 'A',
      area: 'storage',
      layer: 'platform',
      description: '',
      kinds: [
        kind('acme.io', 'volumes'),
        kind('', 'secrets', true),
        kind('acme.io', 'disks'),
      ],
    },
  ]);
  const [reader, secrets] = text.split('name: socle-secret-metadata\nrules:');
  expect(reader).toContain(
    "- apiGroups: ['acme.io']\n    resources:\n      - disks\n      - volumes\n    verbs: [get, list, watch]",
  );
  expect(reader).not.toContain('- secrets');
  expect(secrets).toContain('- secrets');
  const verbs = [...text.matchAll(/verbs: \[([^\]]*)\]/g)].map(([, v]) => v);
  expect(new Set(verbs)).toEqual(new Set(['get, list, watch', 'get']));
});
