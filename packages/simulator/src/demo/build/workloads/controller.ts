import { KubeObject } from '../../../storage/object';
import {
  DemoApplication,
  DemoPlatform,
  DemoWorkload,
  isFollowed,
} from '../../platform';
import { classOf } from '../storage/classes';
import {
  ObjectFactory,
  ownedBy,
  ownedByNamed,
  suffixOf,
} from '../object-factory';
import {
  Counts,
  daemonSetStatus,
  deploymentStatus,
  statefulSetStatus,
} from './controller-status';
import { brokenMinutes, labelsOf, ROLLED_OUT_MINUTES } from './of-workload';
import { podSpec } from './pod-spec';

/** The Deployment, StatefulSet or DaemonSet itself. */
export function controllerObject(
  platform: DemoPlatform,
  application: DemoApplication,
  workload: DemoWorkload,
  counts: Counts,
  make: ObjectFactory,
): KubeObject {
  const kind = workload.kind ?? 'Deployment';
  const { namespace } = application;
  const labels = labelsOf(application, workload);
  return make.make('apps/v1', kind, namespace, workload.name, {
    metadata: {
      labels: { ...labels, ...fluxLabels(application) },
      ...(workload.ownedBy
        ? { ownerReferences: [ownedByNamed(namespace, workload.ownedBy)] }
        : {}),
      annotations: {
        // What an operator made is tracked through the object that it was made for.
        ...(isFollowed(platform) && !workload.ownedBy
          ? {
              'argocd.argoproj.io/tracking-id': `${application.name}:apps/${kind}:${namespace}/${workload.name}`,
            }
          : {}),
        ...(kind === 'Deployment'
          ? { 'deployment.kubernetes.io/revision': '1' }
          : {}),
      },
    },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: podSpec(application, workload),
      },
      ...scalingOf(platform, kind, workload),
    },
    status: statusOf(application, workload, counts, make),
  });
}

/** The labels that Flux puts on what it applies itself, and not on pods. */
function fluxLabels({ appliedBy }: DemoApplication): Record<string, string> {
  if (!appliedBy) return {};
  const { kind, namespace, name } = appliedBy;
  const group = `${
    kind === 'HelmRelease' ? 'helm' : 'kustomize'
  }.toolkit.fluxcd.io`;
  return { [`${group}/namespace`]: namespace, [`${group}/name`]: name };
}

function statusOf(
  application: DemoApplication,
  workload: DemoWorkload,
  counts: Counts,
  make: ObjectFactory,
): object {
  const { kind, name } = workload;
  if (kind === 'DaemonSet') return daemonSetStatus(counts);
  if (kind === 'StatefulSet') {
    const hash = suffixOf(10, application.name, name, 'revision');
    return statefulSetStatus(counts, `${name}-${hash}`);
  }
  return deploymentStatus(
    counts,
    brokenMinutes(workload) ?? ROLLED_OUT_MINUTES,
    make,
  );
}

/** The ReplicaSet of a Deployment's one revision. */
export function replicaSetObject(
  application: DemoApplication,
  workload: DemoWorkload,
  deployment: KubeObject,
  { wanted, ready }: Counts,
  make: ObjectFactory,
): KubeObject {
  const hash = suffixOf(10, application.name, workload.name);
  const labels = {
    ...labelsOf(application, workload),
    'pod-template-hash': hash,
  };
  return make.make(
    'apps/v1',
    'ReplicaSet',
    application.namespace,
    `${workload.name}-${hash}`,
    {
      ageMinutes: brokenMinutes(workload) ?? ROLLED_OUT_MINUTES,
      metadata: {
        labels,
        annotations: {
          'deployment.kubernetes.io/desired-replicas': String(wanted),
          'deployment.kubernetes.io/revision': '1',
        },
        ownerReferences: [ownedBy(deployment)],
      },
      spec: {
        replicas: wanted,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: podSpec(application, workload),
        },
      },
      status: {
        replicas: wanted,
        fullyLabeledReplicas: wanted,
        ...(ready > 0
          ? { readyReplicas: ready, availableReplicas: ready }
          : {}),
        observedGeneration: 1,
      },
    },
  );
}

function scalingOf(
  platform: DemoPlatform,
  kind: string,
  workload: DemoWorkload,
): object {
  if (kind === 'DaemonSet') {
    return {
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
      },
      revisionHistoryLimit: 10,
    };
  }
  const replicas = workload.replicas ?? 1;
  if (kind === 'Deployment') {
    // A volume that one node mounts, or a release that was to replace the one before it, leaves no room for two pods.
    const recreate = workload.claims?.length || brokenMinutes(workload);
    return {
      replicas,
      strategy: recreate
        ? { type: 'Recreate' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
          },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    };
  }
  return {
    replicas,
    serviceName: workload.name,
    podManagementPolicy: 'OrderedReady',
    revisionHistoryLimit: 10,
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { partition: 0 },
    },
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
    volumeClaimTemplates: (workload.claims ?? []).map(claim => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: claim.name },
      spec: {
        accessModes: [claim.accessMode ?? 'ReadWriteOnce'],
        volumeMode: 'Filesystem',
        storageClassName: claim.pendingMinutes
          ? claim.class
          : classOf(platform, claim.class).name,
        resources: { requests: { storage: `${claim.sizeGi}Gi` } },
      },
      status: { phase: 'Pending' },
    })),
  };
}
