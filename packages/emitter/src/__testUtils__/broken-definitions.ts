import type { Case } from './broken-trees';
import { tree } from './good-trees';

const A = 'app:helm-configs';
const B = 'app:helm-inline';
const C = 'app:wrapper-chart';
const D = 'app:raw-manifests';
const app = 'apps/ledger';

/** Broken Applications, charts, values and Secrets. */
export const definitionCases: Case[] = [
  {
    code: 'Unreadable',
    line: 'b: 2',
    app: A,
    file: `${app}/configs/x.yaml`,
    add: { [`${app}/configs/x.yaml`]: 'a: [1\nb: 2\n' },
  },
  {
    code: 'Unreadable',
    line: 'kind: Namespace',
    app: A,
    file: `${app}/configs/namespace.yaml`,
    from: 'kind: Namespace',
    to: 'kind: Namespace\nkind: Namespace',
  },
  {
    code: 'PatternDiffers',
    line: '# ledger',
    app: A,
    file: `${app}/application.yaml`,
    options: { expect: 'B' },
  },
  {
    code: 'PatternUnclear',
    line: 'repoURL',
    app: B,
    file: `${app}/application.yaml`,
    from: /releaseName: ledger[\s\S]*?size: 20Gi/,
    to: 'releaseName: ledger\n        valueFiles: [$x/y.yaml]',
  },
  {
    code: 'ChartVersionNotPinned',
    line: 'targetRevision: ^3.2.1',
    app: A,
    file: `${app}/application.yaml`,
    from: '3.2.1',
    to: '^3.2.1',
  },
  {
    code: 'ChartVersionNotPinned',
    line: 'version: 3.x',
    app: C,
    file: `${app}/Chart.yaml`,
    from: '3.2.1',
    to: '3.x',
  },
  {
    code: 'GitRevisionNotPinned',
    line: 'targetRevision: main',
    app: B,
    file: `${app}/application.yaml`,
    from: 'v3.2.1',
    to: 'main',
  },
  {
    code: 'LiteralSecret',
    line: 'adminPassword',
    app: A,
    file: `${app}/values.yaml`,
    from: 'replicaCount: 2',
    to: 'adminPassword: hunter2',
  },
  {
    code: 'LiteralSecret',
    line: 'value: hunter2',
    app: D,
    file: `${app}/deployment.yaml`,
    from: /LOG_LEVEL\n( *)value: info/,
    to: 'DB_PASSWORD\n$1value: hunter2',
  },
  {
    code: 'LiteralSecret',
    line: 'token: abc',
    app: B,
    file: `${app}/application.yaml`,
    from: 'persistence:',
    to: 'token: abc\n        persistence:',
  },
  {
    code: 'LiteralSecret',
    line: 'values: |',
    app: B,
    file: `${app}/application.yaml`,
    from: /valuesObject:[\s\S]*?size: 20Gi/,
    to: 'values: |\n          token: abc',
  },
  {
    code: 'SecretInGit',
    line: 'stringData',
    app: D,
    file: `${app}/secret.yaml`,
    add: {
      [`${app}/secret.yaml`]:
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  a: b\n',
    },
  },
  {
    code: 'SecretNotMade',
    line: 'existingSecret: gone',
    app: A,
    file: `${app}/values.yaml`,
    from: 'replicaCount: 2',
    to: 'db:\n  existingSecret: gone',
  },
  {
    code: 'SecretNotMade',
    line: 'name: ledger-db',
    app: D,
    file: `${app}/deployment.yaml`,
    remove: `${app}/external-secret-db.yaml`,
  },
  {
    code: 'SecretNotUsed',
    line: 'name: ledger-admin',
    app: A,
    file: `${app}/configs/external-secret-admin.yaml`,
    remove: `${app}/values.yaml`,
    add: { [`${app}/values.yaml`]: 'replicaCount: 2\n' },
  },
  {
    code: 'ValuesFileMissing',
    line: '$values/apps/ledger/values.yaml',
    app: A,
    file: `${app}/application.yaml`,
    remove: `${app}/values.yaml`,
  },
  {
    code: 'ValuesFileMissing',
    line: '$other/apps',
    app: A,
    file: `${app}/application.yaml`,
    from: '$values',
    to: '$other',
  },
  {
    code: 'ValuesFileMissing',
    line: 'other.yaml',
    app: C,
    file: `${app}/application.yaml`,
    from: '- values.yaml',
    to: '- other.yaml',
  },
  {
    code: 'ApplicationNotExcluded',
    line: 'path: apps/ledger',
    app: D,
    file: `${app}/application.yaml`,
    from: / *directory:\n.*\n/,
    to: '',
  },
  {
    code: 'ApplicationNotExcluded',
    line: 'exclude',
    app: B,
    file: `${app}/application.yaml`,
    from: /exclude: .*\n/,
    to: 'exclude: app.yaml,application.yaml\n',
  },
  {
    code: 'ApplicationNotExcluded',
    line: 'path: roots',
    app: D,
    file: 'roots/root.yaml',
    severity: 'note',
    add: {
      'roots/root.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: root, namespace: argocd }
spec:
  destination: { server: https://kubernetes.default.svc, namespace: argocd }
  source:
    repoURL: https://github.com/edgeprime/platform-gitops.git
    targetRevision: main
    path: roots
`,
    },
  },
  {
    code: 'GitRevisionNotPinned',
    line: 'targetRevision',
    app: D,
    file: 'roots/foreign.yaml',
    add: {
      'roots/foreign.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: foreign, namespace: argocd }
spec:
  destination: { server: https://kubernetes.default.svc, namespace: foreign }
  source:
    repoURL: https://github.com/acme/charts.git
    targetRevision: v1.2.x
    path: charts/thing
    helm: { valuesObject: { a: 1 } }
`,
    },
  },
  {
    code: 'ChartVersionNotPinned',
    line: 'targetRevision',
    app: D,
    file: 'roots/set.yaml',
    add: {
      'roots/set.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: set, namespace: argocd }
spec:
  generators: [{ clusters: {} }]
  template:
    metadata: { name: 'thing-{{name}}' }
    spec:
      source:
        repoURL: oci://registry.acme.test/charts/thing
        targetRevision: '>=1.2.0'
        path: .
`,
    },
  },
  {
    code: 'SourceRefused',
    line: 'directory:',
    app: C,
    file: `${app}/application.yaml`,
    from: /( *)helm:\n/,
    to: '$1directory: { recurse: true }\n$1helm:\n',
  },
  {
    code: 'SourceRefused',
    line: 'name: in-cluster',
    app: D,
    file: `${app}/application.yaml`,
    from: /( *)server: .*\n/,
    to: '$&$1name: in-cluster\n',
  },
  {
    code: 'SourceRefused',
    line: 'ref: values2',
    app: A,
    file: `${app}/application.yaml`,
    from: /( *)chart: .*\n/,
    to: '$&$1ref: values2\n',
  },
  {
    code: 'ApplicationNotFound',
    line: 'kind: Application',
    app: A,
    file: `${app}/app.yaml`,
    remove: `${app}/application.yaml`,
    add: { [`${app}/app.yaml`]: tree(A).get(`${app}/application.yaml`) ?? '' },
  },
];
