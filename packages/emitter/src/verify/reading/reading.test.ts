import fc from 'fast-check';
import { verifyRepository } from '../..';
import { matchesGlob } from './globs';
import { readFile } from './read-file';
import { maskTemplate } from './templates';

describe('patterns of include and exclude', () => {
  it.each([
    ['application.yaml', 'application.yaml', true],
    ['application.yaml', 'a/application.yaml', false],
    ['*/application.yaml', 'a/b/application.yaml', true],
    ['{**/application.yaml}', 'a/application.yaml', true],
    ['{a.yaml,b.yaml}', 'b.yaml', true],
    ['a.yaml,b.yaml', 'b.yaml', false],
    ['{application*.yaml,README.md}', 'application-configs.yaml', true],
    ['dir', 'dir/a.yaml', false],
    ['dir/*', 'dir/a.yaml', true],
    ['?.yaml', 'a.yaml', true],
    ['a.yaml', 'aXyaml', false],
    ['{a', 'a', true],
    ['[ab].yaml', 'b.yaml', true],
    ['[!ab].yaml', 'b.yaml', false],
    ['[a-c].yaml', 'b.yaml', true],
    ['[z-a].yaml', 'b.yaml', false],
    ['[', '[', true],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(matchesGlob(pattern, path)).toBe(matches);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, path) => {
        expect(typeof matchesGlob(pattern, path)).toBe('boolean');
      }),
    );
  });
});

describe('templates', () => {
  it('keep their lines', () => {
    const text =
      'a: {{ .x }}\n{{- if .y }}\nb: 1\n{{- /* two\nlines */}}\n{{- end }}\nc: {{ .z | quote }}\n';
    const { text: masked, blocks } = maskTemplate(text);
    expect(masked.split('\n')).toHaveLength(text.split('\n').length);
    expect(blocks).toBe(true);
    expect(masked.split('\n')[6]).toBe('c: TEMPLATED');
  });

  it('that cannot be read are not broken', () => {
    const findings = verifyRepository(
      new Map([['chart/templates/x.yaml', 'a: {{ x }}\n {{ y }}: [\n']]),
    );
    expect(findings).toEqual([]);
  });
});

describe('files', () => {
  it('that are no YAML say where', () => {
    expect(readFile('a.yaml', 'a: 1\nb: [\n').problem?.line).toBeGreaterThan(1);
    expect(readFile('a.yaml', 'a: 1\na: 2\n').problem?.line).toBe(2);
  });

  it('never make it throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'application.yaml',
            'Chart.yaml',
            'values.yaml',
            'x/a.yaml',
          ),
          fc.oneof(
            fc.string(),
            fc
              .json()
              .map(
                json =>
                  `apiVersion: v1\nkind: Pod\nmetadata: ${json}\nspec: ${json}\n`,
              ),
            fc
              .json()
              .map(
                json =>
                  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {}\nspec: { sources: ${json}, source: ${json} }\n`,
              ),
            fc.json().map(json => `dependencies: ${json}\n`),
          ),
        ),
        contents => {
          const findings = verifyRepository(new Map(Object.entries(contents)));
          expect(findings.every(({ line }) => line > 0)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('with aliases upon aliases are read once each', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    const text = `a0: &a0 [x]\n${levels.join('\n')}\n`;
    const started = Date.now();
    verifyRepository(new Map([['values.yaml', text]]));
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('take over another map where they say so, as Kubernetes reads them', () => {
    const { documents } = readFile(
      'a.yaml',
      'a: &a { b: 1, c: 2 }\nd: { <<: *a, c: 3 }\n',
    );
    expect(documents[0].value.d).toEqual({ b: 1, c: 3 });
  });

  it('whose aliases expand into more than fits say so, and break no rule', () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) =>
        `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`,
    );
    const text = `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: a }\na0: &a0 [x]\n${levels.join(
      '\n',
    )}\n`;
    expect(
      verifyRepository(new Map([['a.yaml', text]])).map(({ code }) => code),
    ).toEqual(['Unreadable']);
  });

  it('of other tools may have tags of their own', () => {
    const { documents, problem } = readFile(
      'mkdocs.yaml',
      'a: !!python/name:x.y\nb: !Ref thing\nc: !Sub [a, b]\nd: !reference { e: 1 }\n',
    );
    expect(problem).toBeUndefined();
    expect(documents[0].value).toMatchObject({ b: 'thing', c: ['a', 'b'] });
  });

  it('of editors are none of the repository', () => {
    expect(
      verifyRepository(
        new Map([['.vscode/settings.json', '{\n // why\n "a": 1\n}\n']]),
      ),
    ).toEqual([]);
  });

  it('may be encrypted, or filled in by a plugin', () => {
    const secret = (value: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  a: ${value}\n`;
    const codes = (value: string) =>
      verifyRepository(new Map([['a.yaml', secret(value)]])).map(
        ({ code }) => code,
      );
    expect(codes('ENC[AES256_GCM,data:abc=,iv:d=,tag:e=,type:str]')).toEqual(
      [],
    );
    expect(codes('<path:secret/data/a#b>')).toEqual([]);
    expect(codes('plain')).toEqual(['SecretInGit']);
  });
});

describe('repositories that are right', () => {
  const application = (name: string, source: string) =>
    `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  destination: { server: https://kubernetes.default.svc, namespace: ${name} }
  ${source}
`;
  const errors = (contents: Record<string, string>) =>
    verifyRepository(new Map(Object.entries(contents)), {
      root: true,
      remotes: ['https://git.acme.test/ops.git'],
    })
      .filter(({ severity }) => severity === 'error')
      .map(({ code, file }) => `${code} ${file}`);

  it.each<[string, Record<string, string>]>([
    [
      'the root of another repository is not theirs',
      {
        'stacks/a.yaml': application(
          'a',
          "source: { repoURL: 'cnoe://a', targetRevision: HEAD, path: . }",
        ),
        'stacks/b.yaml': application(
          'b',
          "source: { repoURL: 'cnoe://b', targetRevision: HEAD, path: . }",
        ),
      },
    ],
    [
      'values files of a repository that is filled in later are not known',
      {
        'apps/a/app.yaml': application(
          'a',
          `sources:
    - { repoURL: 'https://charts.acme.test', chart: a, targetRevision: 1.0.0, helm: { valueFiles: [$values/envs/X/values.yaml] } }
    - { repoURL: PLACEHOLDER, targetRevision: main, ref: values }`,
        ),
      },
    ],
    [
      'each cluster has its own root of the same name',
      {
        'prd/root.yaml': application(
          'root',
          "source: { repoURL: 'https://git.acme.test/ops.git', targetRevision: main, path: prd/apps }",
        ),
        'dev/root.yaml': application(
          'root',
          "source: { repoURL: 'https://git.acme.test/ops.git', targetRevision: main, path: dev/apps }",
        ),
        'prd/apps/c.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n',
        'dev/apps/c.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n',
      },
    ],
    [
      'what Kustomize makes of a folder is not known, whatever it is called',
      {
        'apps/k/Kustomization': '',
        'apps/k/deployment.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n',
        'roots/k.yaml': application(
          'k',
          "source: { repoURL: 'https://git.acme.test/ops.git', targetRevision: main, path: apps/k }",
        ),
        'apps/k/app.yaml': application(
          'k2',
          "source: { repoURL: 'https://git.acme.test/ops.git', targetRevision: main, path: apps/k }",
        ),
      },
    ],
    [
      'a skeleton of the Scaffolder is no YAML yet',
      {
        'skeleton/kustomization.yaml':
          'resources: [${{ values.a }}, x]\n{%- if values.b %}\nb: 1\n{%- endif %}\n',
      },
    ],
  ])('%s', (_title, contents) => expect(errors(contents)).toEqual([]));
});
