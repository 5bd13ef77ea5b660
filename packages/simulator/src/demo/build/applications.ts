import { KubeObject } from '../../storage/object';
import { DemoApplication, DemoPlatform } from '../platform';
import { ObjectFactory, uidOf } from './object-factory';

const API = 'argoproj.io/v1alpha1';
const SERVER = 'https://kubernetes.default.svc';

/** The applications as Argo CD holds them: the root that finds them, the projects, and one of each. */
export function applicationObjects(
  platform: DemoPlatform,
  managed: Map<DemoApplication, KubeObject[]>,
  make: ObjectFactory,
): KubeObject[] {
  const projects = [
    ...new Set(platform.applications.map(application => application.project)),
  ];
  const applications = platform.applications.map(application =>
    applicationObject(
      platform,
      application,
      managed.get(application) ?? [],
      make,
    ),
  );
  return [
    ...projects.map(project => projectObject(platform, project, make)),
    rootApplication(platform, applications, make),
    ...applications,
  ];
}

function projectObject(
  platform: DemoPlatform,
  name: string,
  make: ObjectFactory,
): KubeObject {
  const own = platform.applications.filter(
    application => application.project === name,
  );
  return make.make(API, 'AppProject', 'argocd', name, {
    spec: {
      sourceRepos: [
        platform.repository,
        ...new Set(own.flatMap(application => application.chartRepo ?? [])),
      ],
      destinations: [
        ...new Set(own.map(application => application.namespace)),
      ].map(namespace => ({ server: SERVER, namespace })),
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  });
}

/** The sources of an application in its pattern (A and B with a chart, C a local chart, D manifests). */
export function sourcesOf(
  platform: DemoPlatform,
  application: DemoApplication,
): object {
  const { name, pattern, chart, chartRepo, chartVersion } = application;
  const git = { repoURL: platform.repository, targetRevision: 'main' };
  const helmChart = {
    chart,
    repoURL: chartRepo,
    targetRevision: String(chartVersion),
  };
  if (pattern === 'A') {
    return {
      sources: [
        {
          ...helmChart,
          helm: {
            releaseName: name,
            valueFiles: [`$values/apps/${name}/values.yaml`],
          },
        },
        { ...git, ref: 'values' },
        { ...git, path: `apps/${name}/configs` },
      ],
    };
  }
  if (pattern === 'B') {
    return {
      sources: [
        {
          ...helmChart,
          helm: { releaseName: name, valuesObject: { replicaCount: 1 } },
        },
        {
          ...git,
          path: `apps/${name}`,
          directory: { exclude: '{application.yaml,values*.yaml}' },
        },
      ],
    };
  }
  if (pattern === 'C') {
    return {
      source: {
        ...git,
        path: `apps/${name}`,
        helm: { releaseName: name, valueFiles: ['values.yaml'] },
      },
    };
  }
  return {
    source: {
      ...git,
      path: `apps/${name}/manifests`,
      directory: { recurse: true },
    },
  };
}

function sourceTypesOf({ pattern }: DemoApplication): object {
  if (pattern === 'A')
    return { sourceTypes: ['Helm', 'Directory', 'Directory'] };
  if (pattern === 'B') return { sourceTypes: ['Helm', 'Directory'] };
  return { sourceType: pattern === 'C' ? 'Helm' : 'Directory' };
}

export function hostOf(
  platform: DemoPlatform,
  application: DemoApplication,
): string | undefined {
  const { host } = application;
  return host && (host.includes('.') ? host : `${host}.${platform.domain}`);
}

function applicationObject(
  platform: DemoPlatform,
  application: DemoApplication,
  managed: KubeObject[],
  make: ObjectFactory,
): KubeObject {
  const host = hostOf(platform, application);
  const sources = sourcesOf(platform, application);
  const destination = { server: SERVER, namespace: application.namespace };
  const revision = uidOf('commit', platform.repository)
    .replace(/-/g, '')
    .padEnd(40, 'a');
  const revisions =
    'sources' in sources
      ? { revisions: revisionsOf(application, revision) }
      : { revision };
  const drift = new Set(application.outOfSync ?? []);
  const { health, since } = healthOf(application);
  const comparison = application.comparisonError;
  return make.make(API, 'Application', 'argocd', application.name, {
    metadata: {
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
      labels: { 'app.kubernetes.io/part-of': application.project },
      annotations: {
        'socle.dev/title': application.title,
        ...(application.area ? { 'socle.dev/area': application.area } : {}),
        'argocd.argoproj.io/tracking-id': `root:argoproj.io/Application:argocd/${application.name}`,
      },
    },
    spec: {
      project: application.project,
      destination,
      ...sources,
      syncPolicy: {
        automated: { prune: true, selfHeal: drift.size === 0 },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
    status: {
      ...sourceTypesOf(application),
      health: { status: health, lastTransitionTime: make.ago(since) },
      sync: {
        status: syncOf(application),
        comparedTo: { destination, ...sources },
        ...revisions,
      },
      reconciledAt: make.ago(1),
      resourceHealthSource: 'appTree',
      controllerNamespace: 'argocd',
      resources: managed.map(object => {
        const [group, version] = groupVersion(object.apiVersion);
        return {
          ...(group ? { group } : {}),
          version,
          kind: object.kind,
          ...(object.metadata.namespace
            ? { namespace: object.metadata.namespace }
            : {}),
          name: object.metadata.name,
          status: comparison
            ? 'Unknown'
            : drift.has(`${object.kind}/${object.metadata.name}`)
            ? 'OutOfSync'
            : 'Synced',
        };
      }),
      summary: {
        images: [
          ...new Set(application.workloads.map(workload => workload.image)),
        ],
        ...(host ? { externalURLs: [`https://${host}/`] } : {}),
      },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: make.ago(60 * 24 * 12),
        finishedAt: make.ago(60 * 24 * 12 - 1),
        operation: {
          sync: { prune: true, ...revisions },
          initiatedBy: { automated: true },
        },
        syncResult: {
          ...('sources' in sources
            ? {
                sources: (sources as { sources: object[] }).sources,
                revision: '',
              }
            : { source: (sources as { source: object }).source, revision }),
          ...('sources' in sources ? revisions : {}),
        },
      },
      history: [
        {
          id: 0,
          deployedAt: make.ago(60 * 24 * 12),
          deployStartedAt: make.ago(60 * 24 * 12 + 1),
          ...('sources' in sources
            ? {
                revisions: revisionsOf(application, revision),
                sources: (sources as { sources: object[] }).sources,
              }
            : { revision, source: (sources as { source: object }).source }),
        },
      ],
      ...(comparison
        ? {
            conditions: [
              {
                type: 'ComparisonError',
                message: comparison,
                lastTransitionTime: make.ago(95),
              },
            ],
          }
        : {}),
    },
  });
}

function revisionsOf(application: DemoApplication, revision: string): string[] {
  const version = String(application.chartVersion);
  return application.pattern === 'A'
    ? [version, revision, revision]
    : [version, revision];
}

function syncOf(application: DemoApplication): string {
  if (application.comparisonError) return 'Unknown';
  return application.outOfSync?.length ? 'OutOfSync' : 'Synced';
}

/** Argo CD's own word: it looks at live objects, not at comparison or sync. */
function healthOf(application: DemoApplication): {
  health: string;
  since: number;
} {
  const broken = application.workloads.some(
    workload => workload.crash || workload.imagePull,
  );
  if (broken || application.secrets?.some(secret => secret.missing))
    return { health: 'Degraded', since: 190 };
  if (
    application.workloads.some(workload =>
      workload.claims?.some(claim => claim.pending),
    )
  )
    return { health: 'Progressing', since: 200 };
  return { health: 'Healthy', since: 60 * 24 * 12 };
}

function rootApplication(
  platform: DemoPlatform,
  children: KubeObject[],
  make: ObjectFactory,
): KubeObject {
  const source = {
    repoURL: platform.repository,
    targetRevision: 'main',
    path: 'apps',
    directory: { recurse: true, include: '*/application.yaml' },
  };
  const destination = { server: SERVER, namespace: 'argocd' };
  const revision = uidOf('commit', platform.repository)
    .replace(/-/g, '')
    .padEnd(40, 'a');
  return make.make(API, 'Application', 'argocd', 'root', {
    metadata: {
      annotations: {
        'socle.dev/title': 'Root application',
        'socle.dev/area': 'delivery',
      },
    },
    spec: {
      project: 'platform',
      source,
      destination,
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
    status: {
      sourceType: 'Directory',
      health: { status: 'Healthy', lastTransitionTime: make.ago(60 * 24 * 30) },
      sync: { status: 'Synced', revision, comparedTo: { source, destination } },
      reconciledAt: make.ago(1),
      resourceHealthSource: 'appTree',
      controllerNamespace: 'argocd',
      resources: children.map(child => ({
        group: 'argoproj.io',
        version: 'v1alpha1',
        kind: 'Application',
        namespace: 'argocd',
        name: child.metadata.name,
        status: 'Synced',
      })),
      summary: {},
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: make.ago(60 * 24),
        finishedAt: make.ago(60 * 24 - 1),
        operation: { sync: { revision } },
        syncResult: { revision, source },
      },
      history: [{ id: 0, deployedAt: make.ago(60 * 24), revision, source }],
    },
  });
}

function groupVersion(apiVersion: string): [string, string] {
  const [group, version] = apiVersion.split('/');
  return version ? [group, version] : ['', group];
}
