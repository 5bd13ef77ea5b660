import { KubeObject } from '../../../storage/object';
import { DemoApplication, FollowedPlatform } from '../../platform';
import { hostOf } from '../network/hosts';
import { ObjectFactory } from '../object-factory';
import { API, NAMESPACE, SERVER } from './api';
import { changedMinutes, healthOf } from './health';
import { revisionsOf, Sources, sourcesOf, sourceTypesOf } from './sources';

export function applicationObject(
  platform: FollowedPlatform,
  application: DemoApplication,
  managed: KubeObject[],
  make: ObjectFactory,
): KubeObject {
  const { name, title, area, project, namespace, comparison } = application;
  const sources = sourcesOf(platform, application);
  const revisions = revisionsOf(platform, application);
  const destination = { server: SERVER, namespace };
  const host = hostOf(platform, application);
  const drift = application.outOfSync ?? [];
  const { status: health, minutes } = healthOf(application);
  const images = new Set(application.workloads.map(({ image }) => image));
  return make.make(API, 'Application', NAMESPACE, name, {
    metadata: {
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
      labels: { 'app.kubernetes.io/part-of': project },
      annotations: {
        'socle.dev/title': title,
        ...(area ? { 'socle.dev/area': area } : {}),
        // What else changes in the repository is no reason to compare or sync again.
        'argocd.argoproj.io/manifest-generate-paths': `/apps/${name}`,
        'argocd.argoproj.io/tracking-id': `root:argoproj.io/Application:${NAMESPACE}/${name}`,
      },
    },
    spec: {
      project,
      destination,
      ...sources,
      syncPolicy: {
        // Where somebody changed the cluster by hand, self-healing had been turned off.
        automated: { prune: true, selfHeal: drift.length === 0 },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
    status: {
      ...sourceTypesOf(application),
      health: { status: health, lastTransitionTime: make.ago(minutes) },
      sync: {
        status: syncOf(application),
        comparedTo: { destination, ...sources },
        ...revisions,
      },
      reconciledAt: make.ago(1),
      resourceHealthSource: 'appTree',
      controllerNamespace: NAMESPACE,
      resources: managed.map(object => resourceOf(object, application)),
      summary: {
        images: [...images],
        ...(host ? { externalURLs: [`https://${host}/`] } : {}),
      },
      ...lastSync(application, sources, revisions, make),
      ...(comparison
        ? {
            conditions: [
              {
                type: 'ComparisonError',
                message: comparison.error,
                lastTransitionTime: make.ago(comparison.minutes),
              },
            ],
          }
        : {}),
    },
  });
}

function syncOf({ comparison, outOfSync }: DemoApplication): string {
  if (comparison) return 'Unknown';
  return outOfSync?.length ? 'OutOfSync' : 'Synced';
}

function resourceOf(
  { apiVersion, kind, metadata }: KubeObject,
  { comparison, outOfSync = [] }: DemoApplication,
): object {
  const [version, group] = apiVersion.split('/').reverse();
  const synced = outOfSync.includes(`${kind}/${metadata.name}`)
    ? 'OutOfSync'
    : 'Synced';
  return {
    ...(group ? { group } : {}),
    version,
    kind,
    ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
    name: metadata.name,
    status: comparison ? 'Unknown' : synced,
  };
}

/** The last operation, which went well, and the history that it began. */
function lastSync(
  application: DemoApplication,
  sources: Sources,
  revisions: { revision: string } | { revisions: string[] },
  make: ObjectFactory,
): object {
  const minutes = changedMinutes(application);
  const what =
    'sources' in sources
      ? { ...sources, ...revisions, revision: '' }
      : { ...sources, ...revisions };
  const times = {
    startedAt: make.ago(minutes + 1),
    finishedAt: make.ago(minutes),
  };
  return {
    operationState: {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      ...times,
      operation: {
        sync: { prune: true, ...revisions },
        initiatedBy: { automated: true },
        retry: { limit: 5 },
      },
      syncResult: what,
    },
    history: [
      {
        id: 0,
        deployStartedAt: times.startedAt,
        deployedAt: times.finishedAt,
        initiatedBy: { automated: true },
        ...sources,
        ...revisions,
      },
    ],
  };
}
