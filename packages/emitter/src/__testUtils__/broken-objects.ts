import { conventionsFrom } from '..';
import type { Case } from './broken-trees';
import { tree } from './good-trees';

const A = 'app:helm-configs';
const C = 'app:wrapper-chart';
const D = 'app:raw-manifests';
const app = 'apps/ledger';

/** Broken objects beside the Application. */
export const objectCases: Case[] = [
  {
    code: 'ImageNotPinned',
    line: 'image: ghcr.io/acme/ledger:latest',
    app: D,
    file: `${app}/deployment.yaml`,
    from: ':3.2.1',
    to: ':latest',
  },
  {
    code: 'ImageNotPinned',
    line: 'image: ghcr.io/acme/ledger',
    app: D,
    file: `${app}/deployment.yaml`,
    from: ':3.2.1',
    to: '',
  },
  {
    code: 'ImageNotPinned',
    line: 'tag: latest',
    app: A,
    file: `${app}/values.yaml`,
    from: 'replicaCount: 2',
    to: 'image:\n  repository: ghcr.io/acme/ledger\n  tag: latest',
  },
  {
    code: 'ContainerResourcesMissing',
    line: 'resources',
    app: D,
    file: `${app}/deployment.yaml`,
    from: / *limits:\n.*\n/,
    to: '',
  },
  {
    code: 'ContainerNotHardened',
    line: 'securityContext',
    app: D,
    file: `${app}/deployment.yaml`,
    from: 'allowPrivilegeEscalation: false',
    to: 'allowPrivilegeEscalation: true',
  },
  {
    code: 'ContainerProbesMissing',
    line: '- name: ledger',
    app: D,
    file: `${app}/deployment.yaml`,
    from: 'livenessProbe',
    to: 'startupProbe',
  },
  {
    code: 'DisruptionBudgetMissing',
    line: 'replicas: 2',
    app: D,
    file: `${app}/deployment.yaml`,
    from: 'replicas: 1',
    to: 'replicas: 2',
  },
  {
    code: 'SpreadMissing',
    line: 'replicas: 2',
    app: D,
    file: `${app}/deployment.yaml`,
    from: 'replicas: 1',
    to: 'replicas: 2',
  },
  {
    code: 'DisruptionBudgetBlocksDrain',
    line: 'minAvailable: 1',
    app: D,
    file: `${app}/pdb.yaml`,
    add: {
      [`${app}/pdb.yaml`]:
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: ledger\n  namespace: ledger\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: ledger\n',
    },
  },
  {
    code: 'ImageNameMixed',
    line: 'image: harbor',
    app: D,
    file: `${app}/deployment.yaml`,
    from: 'ghcr.io/',
    to: 'harbor.apps.edgeprime.io/proxy-ghcr/',
  },
  {
    code: 'ImageNameMixed',
    line: 'image: ghcr',
    app: D,
    file: `${app}/deployment.yaml`,
    options: {
      conventions: conventionsFrom({ images: { rewrite: 'manifest' } }),
    },
  },
  {
    code: 'ServerDefaultsMissing',
    line: '- kind: Service',
    app: A,
    file: `${app}/configs/http-route.yaml`,
    from: "- group: ''\n          kind: Service",
    to: '- kind: Service',
  },
  {
    code: 'ServerDefaultsMissing',
    line: 'remoteRef',
    app: A,
    file: `${app}/configs/external-secret-admin.yaml`,
    from: / *nullBytePolicy: Ignore\n/,
    to: '',
  },
  {
    code: 'ExternalSecretVersionNotServed',
    line: 'v1beta1',
    app: A,
    file: `${app}/configs/external-secret-admin.yaml`,
    from: 'io/v1',
    to: 'io/v1beta1',
  },
  {
    code: 'ServerSideApplyMissing',
    line: 'syncOptions',
    app: A,
    file: `${app}/application.yaml`,
    remove: `${app}/values.yaml`,
    add: {
      [`${app}/values.yaml`]:
        'auth: { existingSecret: ledger-admin }\ncrds: { enabled: true }\n',
    },
  },
  {
    code: 'DryRunSkipMissing',
    line: 'syncOptions',
    app: A,
    file: `${app}/application.yaml`,
    from: /.*SkipDryRun.*\n/,
    to: '',
    severity: 'note',
  },
  {
    code: 'StatefulPruned',
    line: 'metadata',
    app: D,
    file: `${app}/pvc-data.yaml`,
    from: /.*Prune=false\n/,
    to: '',
  },
  {
    code: 'TextNotQuoted',
    line: 'sync-wave',
    app: A,
    file: `${app}/application.yaml`,
    from: "sync-wave: '30'",
    to: 'sync-wave: 30',
  },
  {
    code: 'TextNotQuoted',
    line: 'version: 1.10',
    app: C,
    file: `${app}/Chart.yaml`,
    from: '3.2.1',
    to: '1.10',
  },
  {
    code: 'ObjectDefinedTwice',
    line: 'name: ledger',
    app: D,
    file: `${app}/service2.yaml`,
    add: { [`${app}/service2.yaml`]: tree(D).get(`${app}/service.yaml`) ?? '' },
  },
  {
    code: 'FolderAppliedTwice',
    line: 'source:',
    app: D,
    file: 'roots/all.yaml',
    add: {
      'roots/all.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: all, namespace: argocd }
spec:
  destination: { server: https://kubernetes.default.svc, namespace: argocd }
  source:
    repoURL: https://github.com/edgeprime/platform-gitops.git
    targetRevision: main
    path: apps
    directory: { recurse: true }
`,
    },
  },
  {
    code: 'DisruptionBudgetBlocksDrain',
    line: 'maxUnavailable: 0',
    app: D,
    file: `${app}/pdb.yaml`,
    add: {
      [`${app}/pdb.yaml`]: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: pair }
spec:
  maxUnavailable: 0
  selector: { matchLabels: { app: pair } }
`,
      [`${app}/pair.yaml`]: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: pair }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: pair } }
    spec: { containers: [] }
`,
    },
  },
  {
    code: 'DisruptionBudgetMissing',
    line: 'minReplicas: 2',
    app: D,
    file: `${app}/autoscaler.yaml`,
    add: {
      [`${app}/autoscaler.yaml`]: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ledger }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ledger }
  minReplicas: 2
  maxReplicas: 5
`,
    },
  },
  {
    code: 'TextNotQuoted',
    line: 'VERBOSE: yes',
    app: D,
    file: `${app}/settings.yaml`,
    add: {
      [`${app}/settings.yaml`]: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data:
  QUIET: 'no'
  VERBOSE: yes
`,
    },
  },
  {
    code: 'TextNotQuoted',
    line: 'tag: 1.10',
    app: A,
    file: `${app}/values.yaml`,
    from: 'replicaCount: 2',
    to: 'image:\n  repository: ghcr.io/acme/ledger\n  tag: 1.10',
  },
  {
    code: 'ImageNotPinned',
    line: 'imageName',
    app: D,
    file: `${app}/database.yaml`,
    add: {
      [`${app}/database.yaml`]: `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: other
  annotations: { argocd.argoproj.io/sync-options: Prune=false }
spec:
  imageName: ghcr.io/cloudnative-pg/postgresql:latest
`,
    },
  },
  {
    code: 'HostTaken',
    line: 'ledger.apps',
    app: A,
    file: 'apps/other/http-route.yaml',
    add: {
      'apps/other/http-route.yaml': (
        tree(A).get(`${app}/configs/http-route.yaml`) ?? ''
      ).replace('name: ledger', 'name: other'),
    },
  },
];
