import path from 'node:path';
import { folderOf, runCommand } from '../__testing__/run-command';
import { Row } from '../assess/row';

const REPO = 'https://git.example.org/lab/gitops.git';

function application(name: string, spec: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  destination: { namespace: ${name} }
${spec}
`;
}

const PLAIN = application(
  'plain',
  `  source: { repoURL: ${REPO}, path: apps/plain, targetRevision: main }`,
);
const WRAPPED = application(
  'wrapped',
  `  source: { repoURL: ${REPO}, path: apps/wrapped, targetRevision: main }`,
);
const FOREIGN = application(
  'foreign',
  '  source: { repoURL: https://git.example.org/other/repo.git, path: deploy/foreign, targetRevision: main }',
);
const VALUES = application(
  'values',
  `  sources:
    - { repoURL: https://charts.example.org, chart: thing, targetRevision: 1.2.3, helm: { valueFiles: [$lab/apps/values/values.yaml] } }
    - { repoURL: ${REPO}, targetRevision: main, ref: lab }`,
);
const OUTSIDE = application(
  'outside',
  `  source: { repoURL: ${REPO}, path: ../../etc, targetRevision: main }`,
);

const files = {
  '.git/config': `[remote "origin"]\n\turl = git@git.example.org:lab/gitops.git\n`,
  'apps/plain/deployment.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: plain }\n',
  'apps/wrapped/Chart.yaml':
    'name: wrapped\nversion: 1.0.0\ndependencies:\n  - { name: thing, version: 1.2.3, repository: https://charts.example.org }\n',
  'apps/wrapped/values.yaml': 'thing: {}\n',
  'apps/values/values.yaml': 'replicas: 2\n',
  'roots/plain.yaml': PLAIN,
  'roots/wrapped.yaml': WRAPPED,
  'roots/foreign.yaml': FOREIGN,
  'roots/values.yaml': VALUES,
  'roots/outside.yaml': OUTSIDE,
};

async function patternOf(args: string[], stdin?: string) {
  const { out } = await runCommand(['assess', '--json', ...args], stdin);
  const [{ facts }] = JSON.parse(out) as Row[];
  return `${facts.pattern} ${facts.patternReason}`;
}

describe('in a Git checkout', () => {
  const folder = folderOf(files);
  const clone = folderOf({ ...files, '.git/config': '' });
  it.each([
    ['plain', 'D raw-manifests'],
    ['wrapped', 'C wrapper-chart'],
    ['values', 'A chart-with-values-file'],
    ['foreign', 'other undetermined'],
    ['outside', 'other undetermined'],
  ])('%s is %s, with and without a remote', async (name, pattern) => {
    expect(await patternOf([path.join(folder, `roots/${name}.yaml`)])).toBe(
      pattern,
    );
    expect(await patternOf([path.join(clone, `roots/${name}.yaml`)])).toBe(
      pattern,
    );
  });

  it('knows nothing more of what comes by standard input', async () => {
    expect(await patternOf([], PLAIN)).toBe('other undetermined');
  });
});

describe('with --context', () => {
  it('takes what the context says of this file and document', async () => {
    const context = {
      gitopsRepos: [REPO],
      perFile: {
        'two.yaml': {
          repoContent: { [REPO]: { 'apps/plain': ['service.yaml'] } },
          status: { sourceType: 'Directory' },
        },
      },
    };
    const folder = folderOf({
      'context.json': JSON.stringify(context),
      'one.yaml': PLAIN,
      'two.yaml': PLAIN,
    });
    const given = ['--context', path.join(folder, 'context.json')];
    expect(await patternOf([...given, path.join(folder, 'two.yaml')])).toBe(
      'D raw-manifests',
    );
    expect(await patternOf([...given, path.join(folder, 'one.yaml')])).toBe(
      'other undetermined',
    );
  });
});

it('names the Application whose second half another one of the input is', async () => {
  const chart = application(
    'gate',
    `  sources:
    - { repoURL: https://charts.example.org, chart: gate, targetRevision: 1.2.3, helm: { valueFiles: [$lab/apps/gate/values.yaml] } }
    - { repoURL: ${REPO}, targetRevision: main, ref: lab }`,
  );
  const configs = application(
    'gate-configs',
    `  source: { repoURL: ${REPO}, path: extra/gate, targetRevision: main, directory: { recurse: true } }`,
  ).replace('namespace: gate-configs', 'namespace: gate');
  const folder = folderOf({ 'a.yaml': chart, 'b.yaml': configs });
  const { out } = await runCommand(['assess', '--json', folder]);
  expect(
    (JSON.parse(out) as Row[]).map(
      ({ ref, facts }) => `${ref.name} ${facts.pattern} ${facts.patternPartOf}`,
    ),
  ).toEqual(['gate A undefined', 'gate-configs D gate']);
});
