import { KubeObject } from '../../../storage/object';
import { DemoApplication, FollowedPlatform } from '../../platform';
import { days, ObjectFactory } from '../object-factory';
import { API, NAMESPACE, SERVER } from './api';
import { applicationObject } from './application';
import { headOf } from './sources';

/** The applications as Argo CD holds them: the root that finds them, the projects, and one of each. */
export function applicationObjects(
  platform: FollowedPlatform,
  managed: Map<DemoApplication, KubeObject[]>,
  make: ObjectFactory,
): KubeObject[] {
  const projects = new Set(
    platform.applications.flatMap(({ project }) => project ?? []),
  );
  const applications = platform.applications.map(application =>
    applicationObject(
      platform,
      application,
      managed.get(application) ?? [],
      make,
    ),
  );
  return [
    ...[...projects].map(project => projectObject(platform, project, make)),
    rootApplication(platform, applications, make),
    ...applications,
  ];
}

function projectObject(
  platform: FollowedPlatform,
  name: string,
  make: ObjectFactory,
): KubeObject {
  const own = platform.applications.filter(({ project }) => project === name);
  const namespaces = new Set(own.map(({ namespace }) => namespace));
  return make.make(API, 'AppProject', NAMESPACE, name, {
    spec: {
      sourceRepos: [
        platform.repository,
        ...new Set(own.flatMap(({ chartRepo }) => chartRepo ?? [])),
      ],
      destinations: [...namespaces].map(namespace => ({
        server: SERVER,
        namespace,
      })),
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  });
}

/** The app of apps. Its health, to Argo CD, says nothing of its children's. */
function rootApplication(
  platform: FollowedPlatform,
  children: KubeObject[],
  make: ObjectFactory,
): KubeObject {
  const source = {
    repoURL: platform.repository,
    targetRevision: 'main',
    path: 'apps',
    directory: { recurse: true, include: '*/application.yaml' },
  };
  const destination = { server: SERVER, namespace: NAMESPACE };
  const revision = headOf(platform);
  const deployedAt = make.ago(days(1));
  return make.make(API, 'Application', NAMESPACE, 'root', {
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
      health: { status: 'Healthy', lastTransitionTime: make.ago(days(30)) },
      sync: { status: 'Synced', revision, comparedTo: { source, destination } },
      reconciledAt: make.ago(1),
      resourceHealthSource: 'appTree',
      controllerNamespace: NAMESPACE,
      resources: children.map(({ metadata: { name } }) => ({
        group: 'argoproj.io',
        version: 'v1alpha1',
        kind: 'Application',
        namespace: NAMESPACE,
        name,
        status: 'Synced',
      })),
      summary: {},
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: make.ago(days(1) + 1),
        finishedAt: deployedAt,
        operation: { sync: { revision } },
        syncResult: { revision, source },
      },
      history: [{ id: 0, deployedAt, revision, source }],
    },
  });
}
