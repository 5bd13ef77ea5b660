import fc from 'fast-check';
import {
  classifyApplication,
  PATTERN_REASONS,
  patternFacts,
  PatternContext,
} from '.';

const OWN = 'https://git.orchard.test/platform/deploy.git';
const ELSEWHERE = 'https://git.elsewhere.test/makers/operator.git';
const chart = {
  repoURL: 'https://charts.orchard.test',
  chart: 'pear',
  targetRevision: '1.0.0',
};
const withValuesFile = {
  ...chart,
  helm: { valueFiles: ['$conf/apps/pear/values.yaml'] },
};
const withInline = { ...chart, helm: { valuesObject: { size: {} } } };
const valuesOnly = { repoURL: OWN, targetRevision: 'main', ref: 'conf' };
const folder = (path: string, more: object = {}, repoURL = OWN) => ({
  repoURL,
  path,
  targetRevision: 'main',
  ...more,
});
const excluding = { directory: { exclude: 'application.yaml' } };
const gitopsRepos = ['git@git.orchard.test:platform/deploy.git'];
const wraps = (repository: string): PatternContext => ({
  gitopsRepos,
  charts: {
    './apps/pear/': {
      dependencies: [{ name: 'pear', version: '1.0.0', repository }],
    },
  },
});
const holds = (...files: string[]): PatternContext => ({
  gitopsRepos,
  repoContent: { [OWN]: { 'apps/pear': files } },
});
const renders = (...resourceKinds: string[]): PatternContext => ({
  status: { sourceType: 'Directory', resourceKinds },
});

const app = (...sources: object[]) => ({
  kind: 'Application',
  metadata: { name: 'pear' },
  spec: sources.length === 1 ? { source: sources[0] } : { sources },
});
const live = (status: object, ...sources: object[]) => ({
  ...app(...sources),
  status,
});

type Case = [
  title: string,
  raw: unknown,
  context: PatternContext | undefined,
  want: string,
];

const CASES: Case[] = [
  ['nothing', null, undefined, 'other invalid high'],
  [
    'no spec',
    { kind: 'Application', metadata: {} },
    undefined,
    'other invalid high',
  ],
  [
    'spec of another type',
    { kind: 'Application', spec: 'chart' },
    undefined,
    'other invalid high',
  ],
  [
    'no source',
    { kind: 'Application', spec: { project: 'x' } },
    undefined,
    'other no-source high',
  ],
  [
    'a hydrator',
    { kind: 'Application', spec: { sourceHydrator: {}, source: chart } },
    undefined,
    'other source-hydrator high',
  ],
  [
    'an ApplicationSet',
    {
      kind: 'ApplicationSet',
      spec: { template: app(withValuesFile, valuesOnly) },
    },
    undefined,
    'other applicationset high A',
  ],
  [
    'an ApplicationSet without template',
    { kind: 'ApplicationSet', spec: { generators: [] } },
    undefined,
    'other applicationset high other',
  ],
  [
    'generated',
    {
      ...app(withInline),
      metadata: { ownerReferences: [{ kind: 'ApplicationSet', name: 'all' }] },
    },
    undefined,
    'other applicationset-generated high B',
  ],
  // Charts.
  [
    'chart, values file, folder',
    app(withValuesFile, valuesOnly, folder('apps/pear/configs')),
    undefined,
    'A chart-with-companions high',
  ],
  [
    'chart, inline values, folder',
    app(withInline, folder('apps/pear/configs')),
    undefined,
    'A chart-with-companions medium',
  ],
  [
    'chart, Kustomize folder',
    app(
      withValuesFile,
      folder('apps/pear/configs', { kustomize: { namePrefix: 'a-' } }),
    ),
    undefined,
    'A chart-with-companions high',
  ],
  [
    'chart, values from a source that also renders',
    app(withValuesFile, folder('apps/pear', { ref: 'conf' })),
    undefined,
    'A chart-with-companions high',
  ],
  [
    'chart and values file',
    app(withValuesFile, valuesOnly),
    undefined,
    'A chart-with-values-file medium',
  ],
  [
    'two charts and values file',
    app(withValuesFile, chart, valuesOnly),
    undefined,
    'A chart-with-values-file low',
  ],
  [
    'values of a fileParameter',
    app(
      { ...chart, helm: { fileParameters: [{ name: 'a', path: '$conf/a' }] } },
      valuesOnly,
    ),
    undefined,
    'A chart-with-values-file medium',
  ],
  [
    '$values in the middle of a path is a literal',
    app({ ...chart, helm: { valueFiles: ['x/$conf/values.yaml'] } }),
    undefined,
    'B chart-without-values low',
  ],
  [
    'chart, own folder excluded',
    app(withInline, folder('apps/pear', excluding)),
    undefined,
    'B chart-with-filtered-folder high',
  ],
  [
    'chart, included files',
    app(chart, folder('apps/pear', { directory: { include: '*.yml' } })),
    undefined,
    'B chart-with-filtered-folder high',
  ],
  [
    'chart, values file, excluding folder',
    app(withValuesFile, folder('apps/pear', { ref: 'conf', ...excluding })),
    undefined,
    'B chart-with-filtered-folder medium',
  ],
  [
    'chart with inline values',
    app(withInline),
    undefined,
    'B chart-with-inline-values medium',
  ],
  [
    'chart with values that do not parse',
    app({ ...chart, helm: { values: '{{ [ <TOKEN>' } }),
    undefined,
    'B chart-with-inline-values medium',
  ],
  [
    'chart with parameters',
    app({ ...chart, helm: { parameters: [{ name: 'a', value: 'b' }] } }),
    undefined,
    'B chart-with-inline-values medium',
  ],
  ['chart without values', app(chart), undefined, 'B chart-without-values low'],
  [
    'chart with a leftover path',
    app({ ...chart, path: '' }),
    undefined,
    'B chart-without-values low',
  ],
  [
    'sources win over source',
    {
      kind: 'Application',
      spec: {
        source: folder('x', { directory: { recurse: true } }),
        sources: [withInline],
      },
    },
    undefined,
    'B chart-with-inline-values medium',
  ],
  [
    'empty sources do not',
    { kind: 'Application', spec: { source: withInline, sources: [] } },
    undefined,
    'B chart-with-inline-values medium',
  ],
  [
    'OCI with Helm',
    app({
      repoURL: 'oci://registry.orchard.test/pear',
      path: '.',
      helm: { values: 'a: 1' },
    }),
    undefined,
    'B chart-with-inline-values medium',
  ],
  [
    'OCI that Argo CD renders with Helm',
    live(
      { sourceType: 'Helm' },
      { repoURL: 'oci://registry.orchard.test/pear', path: '.' },
    ),
    undefined,
    'B chart-without-values low',
  ],
  [
    'OCI and nothing known',
    app({ repoURL: 'oci://registry.orchard.test/pear', path: '.' }),
    undefined,
    'other undetermined low',
  ],
  [
    'chart from a foreign repository',
    app(folder('chart', { helm: { valuesObject: { a: 1 } } }, ELSEWHERE)),
    { gitopsRepos },
    'B chart-with-inline-values medium',
  ],
  [
    'the same with the own folder',
    app(
      folder('chart', { helm: { releaseName: 'x' } }, ELSEWHERE),
      folder('apps/pear', excluding),
    ),
    { gitopsRepos },
    'B chart-with-filtered-folder high',
  ],
  [
    'the same where only the Application tells',
    app(
      folder('chart', { helm: { releaseName: 'x' } }, ELSEWHERE),
      folder('apps/pear', excluding),
    ),
    undefined,
    'B chart-with-filtered-folder medium',
  ],
  [
    'foreign chart with a values file of ours',
    app(
      folder('chart', { helm: { valueFiles: ['$conf/v.yaml'] } }, ELSEWHERE),
      valuesOnly,
    ),
    undefined,
    'A chart-with-values-file medium',
  ],
  // Wrappers and local charts.
  [
    'wrapper',
    app(folder('apps/pear', { helm: { valueFiles: ['values.yaml'] } })),
    wraps('https://charts.orchard.test'),
    'C wrapper-chart high',
  ],
  [
    'wrapper by content',
    app(folder('apps/pear')),
    {
      ...wraps('oci://registry.orchard.test'),
      ...holds('Chart.yaml', 'values.yaml'),
    },
    'C wrapper-chart high',
  ],
  [
    'wrapper by alias',
    live({ sourceType: 'Helm' }, folder('apps/pear')),
    wraps('@orchard'),
    'C wrapper-chart high',
  ],
  [
    'wrapper with its values elsewhere',
    app(
      folder('apps/pear', { helm: { valueFiles: ['$conf/v.yaml'] } }),
      valuesOnly,
    ),
    wraps('https://c.test'),
    'C wrapper-chart high',
  ],
  [
    'wrapper beside plain files',
    app(
      folder('apps/pear', { helm: { releaseName: 'p' } }),
      folder('more', { directory: { recurse: true } }),
    ),
    wraps('https://c.test'),
    'C assumed-wrapper-chart medium',
  ],
  [
    'chart not read',
    app(folder('apps/pear', { helm: { releaseName: 'p' } })),
    undefined,
    'C assumed-wrapper-chart medium',
  ],
  [
    'chart seen, not read',
    app(folder('apps/pear')),
    holds('Chart.yaml'),
    'C assumed-wrapper-chart medium',
  ],
  [
    'file:// dependency only',
    app(folder('apps/pear', { helm: { releaseName: 'p' } })),
    wraps('file://../lib'),
    'other local-chart medium',
  ],
  [
    'no dependency',
    app(folder('apps/pear')),
    { ...holds('Chart.yaml'), charts: { 'apps/pear': {} } },
    'other local-chart medium',
  ],
  [
    'chart that renders Applications',
    app(folder('apps/pear', { helm: { releaseName: 'p' } })),
    renders('Application', 'AppProject'),
    'other app-of-apps high',
  ],
  [
    'kustomization beside Chart.yaml',
    app(folder('apps/pear')),
    {
      ...wraps('https://c.test'),
      ...holds('Chart.yaml', 'kustomization.yaml'),
    },
    'other kustomize high',
  ],
  [
    'the same with a helm block',
    app(folder('apps/pear', { helm: { releaseName: 'p' } })),
    {
      ...wraps('https://c.test'),
      ...holds('Chart.yaml', 'kustomization.yaml'),
    },
    'C wrapper-chart high',
  ],
  // Folders.
  ['bare path', app(folder('apps/pear')), undefined, 'other undetermined low'],
  [
    'bare path, folder empty',
    app(folder('apps/pear')),
    holds(),
    'other undetermined low',
  ],
  [
    'bare path, other folder read',
    app(folder('apps/plum')),
    holds('a.yaml'),
    'other undetermined low',
  ],
  [
    'plain folder',
    app(folder('/apps/pear/')),
    holds('deployment.yaml'),
    'D raw-manifests high',
  ],
  [
    'plain sub-folder',
    app(folder('apps/pear/configs')),
    holds('Chart.yaml', 'configs/a.yaml'),
    'D raw-manifests high',
  ],
  [
    'folder told by Argo CD',
    live({ sourceType: 'Directory' }, folder('apps/pear')),
    undefined,
    'D raw-manifests high',
  ],
  [
    'directory block',
    app(folder('apps/pear', { directory: { recurse: true } })),
    undefined,
    'D raw-manifests high',
  ],
  [
    'zero blocks count for nothing',
    app(
      folder('apps/pear', {
        directory: { recurse: false, jsonnet: {} },
        kustomize: {},
        helm: { valueFiles: [] },
      }),
    ),
    undefined,
    'other undetermined low',
  ],
  [
    'excluding folder without chart',
    app(folder('apps/pear', excluding)),
    undefined,
    'D raw-manifests high',
  ],
  [
    'foreign release manifests',
    app(
      folder('config', { directory: { include: 'release.yaml' } }, ELSEWHERE),
    ),
    { gitopsRepos },
    'D raw-manifests high',
  ],
  [
    'folder that also holds an Application',
    app(folder('apps/pear', { directory: { recurse: true } })),
    renders('Application', 'Service'),
    'D raw-manifests-bundle medium',
  ],
  [
    'two folders, one unknown',
    app(folder('a', { directory: { recurse: true } }), folder('b')),
    undefined,
    'other undetermined low',
  ],
  [
    'two folders, one Kustomize',
    app(
      folder('a', { directory: { recurse: true } }),
      folder('b', { kustomize: { nameSuffix: 'x' } }),
    ),
    undefined,
    'other kustomize high',
  ],
  ['only values', app(valuesOnly), undefined, 'other undetermined low'],
  [
    'neither path nor chart',
    app({ repoURL: OWN }),
    undefined,
    'other undetermined low',
  ],
  [
    'Kustomize by Argo CD',
    live({ sourceType: 'Kustomize' }, folder('apps/pear')),
    undefined,
    'other kustomize high',
  ],
  [
    'Jsonnet libraries',
    app(folder('j', { directory: { jsonnet: { libs: ['vendor'] } } })),
    undefined,
    'other jsonnet high',
  ],
  [
    'Jsonnet files',
    app(folder('apps/pear')),
    holds('main.jsonnet'),
    'other jsonnet high',
  ],
  [
    'plugin, even empty',
    app(folder('p', { plugin: {} })),
    undefined,
    'other plugin high',
  ],
  [
    'plugin by Argo CD',
    live({ sourceType: 'Plugin' }, folder('p')),
    undefined,
    'other plugin high',
  ],
  [
    'root by include',
    app(
      folder('apps', {
        directory: {
          recurse: true,
          include: '{**/application.yaml,*/applicationset.yml}',
        },
      }),
    ),
    undefined,
    'other app-of-apps medium',
  ],
  [
    'include of more than Applications',
    app(
      folder('apps', { directory: { include: '{app.yaml,deployment.yaml}' } }),
    ),
    undefined,
    'D raw-manifests high',
  ],
  [
    'root that also renders a route',
    app(folder('apps', { directory: { include: '*/application.yaml' } })),
    renders('Application', 'HTTPRoute'),
    'D raw-manifests-bundle medium',
  ],
  [
    'root by live kinds',
    live(
      { resources: [{ group: 'argoproj.io', kind: 'Application', name: 'a' }] },
      folder('apps'),
    ),
    undefined,
    'other app-of-apps high',
  ],
  [
    'an Application of another group is none',
    live(
      {
        sourceType: 'Directory',
        resources: [{ group: 'app.k8s.io', kind: 'Application', name: 'a' }],
      },
      folder('apps'),
    ),
    undefined,
    'D raw-manifests high',
  ],
  // Live types of several sources.
  [
    'types in parallel',
    live({ sourceTypes: ['Directory', ''] }, folder('a'), valuesOnly),
    undefined,
    'D raw-manifests high',
  ],
  [
    'types without the values source',
    live(
      { sourceTypes: ['Helm', 'Directory'] },
      withInline,
      valuesOnly,
      folder('a'),
    ),
    undefined,
    'A chart-with-companions medium',
  ],
  [
    'types by elimination',
    live(
      { sourceTypes: ['Helm', 'Directory', 'Directory', 'Directory'] },
      folder('a'),
      folder('b'),
    ),
    undefined,
    'other undetermined low',
  ],
  [
    'own types win over told ones',
    live({ sourceType: 'Kustomize' }, folder('a')),
    { status: { sourceType: 'Directory' } },
    'other kustomize high',
  ],
  [
    'told types where there are no own ones',
    live({ health: {} }, folder('a')),
    { status: { sourceTypes: ['Directory'] } },
    'D raw-manifests high',
  ],
];

it.each(CASES)('%s', (_, raw, context, want) => {
  const got = classifyApplication(raw, context);
  expect(
    [
      got.pattern,
      got.reason,
      got.confidence,
      ...(got.shape ? [got.shape] : []),
    ].join(' '),
  ).toBe(want);
  expect(got.evidence.length).toBeGreaterThan(0);
});

it('covers every reason', () => {
  const given = new Set(
    CASES.map(([, raw, context]) => classifyApplication(raw, context).reason),
  );
  expect(
    Object.keys(PATTERN_REASONS).filter(reason => !given.has(reason as never)),
  ).toEqual([]);
});

it('gives facts without what is absent', () => {
  expect(patternFacts(classifyApplication(app(chart)))).toEqual({
    pattern: 'B',
    patternReason: 'chart-without-values',
    patternConfidence: 'low',
  });
});

const wild = fc.anything({
  maxDepth: 3,
  key: fc.constantFrom(
    'spec',
    'source',
    'sources',
    'path',
    'chart',
    'helm',
    'directory',
    'status',
    'repoURL',
    'ref',
  ),
});
const oddSource = fc.record(
  {
    repoURL: fc.oneof(fc.constantFrom(OWN, ELSEWHERE, 'oci://x'), wild),
    path: fc.oneof(fc.constantFrom('apps/pear', '.'), wild),
    chart: wild,
    ref: wild,
    helm: wild,
    kustomize: wild,
    directory: fc.oneof(
      fc.record({ include: fc.string(), exclude: fc.string() }),
      wild,
    ),
  },
  { requiredKeys: [] },
);

it('survives any Application and any context', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(oddSource, wild)),
      wild,
      wild,
      (sources, status, context) => {
        const got = classifyApplication(
          { kind: 'Application', spec: { sources }, status },
          context as PatternContext,
        );
        expect(['A', 'B', 'C', 'D', 'other']).toContain(got.pattern);
        expect(PATTERN_REASONS[got.reason]).toBeDefined();
      },
    ),
    { numRuns: 100 },
  );
});

it('never guesses a bare path', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,3}$/),
      fc.webUrl(),
      (path, repoURL) => {
        expect(
          classifyApplication(app({ repoURL, path, targetRevision: 'main' })),
        ).toMatchObject({
          pattern: 'other',
          reason: 'undetermined',
          confidence: 'low',
        });
      },
    ),
    { numRuns: 50 },
  );
});

it('does not depend on where in the list the values source stands', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        [withValuesFile, valuesOnly, folder('apps/pear/configs')],
        { minLength: 3 },
      ),
      sources => {
        expect(classifyApplication(app(...sources)).reason).toBe(
          'chart-with-companions',
        );
      },
    ),
    { numRuns: 20 },
  );
});
