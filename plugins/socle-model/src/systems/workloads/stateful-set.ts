import { defineKind } from '../../definition/kind';
import { objectsAt, numberAt, RawObject, stringAt } from '../../reading/raw';
import { countAt, optionalCountAt, templateImages, wantedAt } from './counts';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import { databaseKeys, storageLinks, withStorage } from './database-storage';
import { databaseAt, DatabaseFacts } from '../../reading/databases';
import { judgeStatefulSet } from './stateful-set-health';

/** A template of the claims that the set makes, one for each of its pods. */
type ClaimTemplate = { name: string; request?: string; class?: string };

export type StatefulSetFacts = {
  replicas: number;
  ordinalsStart?: number;
  current?: number;
  ready: number;
  available?: number;
  /** Pods of the newest revision; absent where the status does not say. */
  updated?: number;
  /** The current and the newest revision differ. */
  revisionsDiffer?: boolean;
  onDelete?: boolean;
  /** Pods below this ordinal are kept on the old revision on purpose. */
  partition?: number;
  claimTemplates?: ClaimTemplate[];
  whenDeleted?: string;
  whenScaled?: string;
  images: string[];
  /** Set where its image is a database's: the workload is then an instance of it. */
  database?: DatabaseFacts;
  trackingId?: string;
};

export const statefulSet = defineKind<StatefulSetFacts>({
  group: 'apps',
  kind: 'StatefulSet',
  plural: 'statefulsets',
  versions: ['v1'],
  namespaced: true,
  // Its pods are replaced one after the other; how long each takes is known from the pods.
  patienceMinutes: 0,
  reads: [
    'metadata.annotations',
    'metadata.labels',
    'spec.replicas',
    'spec.ordinals.start',
    'spec.updateStrategy',
    'spec.volumeClaimTemplates',
    'spec.persistentVolumeClaimRetentionPolicy',
    'spec.template.spec.containers.image',
    'spec.template.spec.containers.command',
    'spec.template.spec.containers.args',
    'spec.template.spec.containers.env.name',
    'spec.template.spec.containers.env.value',
    'spec.template.spec.initContainers.image',
    'status',
  ],
  project: projectStatefulSet,
  provides: ({ meta, facts }) => [
    ...(facts.claimTemplates ?? []).map(
      ({ name }) =>
        `claimTemplate:${meta.namespace ?? ''}/${name}-${meta.name}`,
    ),
    ...databaseKeys(meta, facts.database),
  ],
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
    ...storageLinks(meta, facts.database),
  ],
  health: (resource, context) =>
    withStorage(
      judgeStatefulSet(resource, context),
      'StatefulSetDataNotShared',
      resource.facts.database,
      resource.facts.replicas,
      context,
    ),
  reasons: [
    {
      code: 'StatefulSetDataNotShared',
      cause: 'Several pods run a database that each keeps data of its own.',
      evidence: 'spec.template.spec.containers',
    },
    {
      code: 'StatefulSetReady',
      cause: 'All pods are ready and up to date.',
      evidence: 'status.readyReplicas',
      remedy: false,
    },
    {
      code: 'StatefulSetScaledToZero',
      cause: 'No pods are wanted.',
      evidence: 'spec.replicas',
      remedy: false,
    },
    {
      code: 'StatefulSetStarting',
      cause: 'Pods are being started or stopped.',
      evidence: 'status.readyReplicas',
      remedy: false,
    },
    {
      code: 'StatefulSetRollingOut',
      cause: 'Pods are being replaced by those of the newest revision.',
      evidence: 'status.updatedReplicas',
      remedy: false,
    },
    {
      code: 'StatefulSetDown',
      cause: 'No pod is ready.',
      evidence: 'status.readyReplicas',
    },
    {
      code: 'StatefulSetPodsMissing',
      cause: 'Fewer pods are ready than wanted.',
      evidence: 'status.readyReplicas',
    },
  ],
  shows: [
    'replicas',
    'ordinalsStart',
    'ready',
    'claimTemplates',
    'whenDeleted',
    'whenScaled',
    'images',
    'database',
    'trackingId',
  ],
});

function projectStatefulSet(raw: RawObject): StatefulSetFacts {
  const current = stringAt(raw, 'status', 'currentRevision');
  const newest = stringAt(raw, 'status', 'updateRevision');
  const claimTemplates = objectsAt(raw, 'spec', 'volumeClaimTemplates').flatMap(
    template => {
      const name = stringAt(template, 'metadata', 'name');
      return name === undefined
        ? []
        : [
            {
              name,
              request: stringAt(
                template,
                'spec',
                'resources',
                'requests',
                'storage',
              ),
              class: stringAt(template, 'spec', 'storageClassName'),
            },
          ];
    },
  );
  const retention = ['spec', 'persistentVolumeClaimRetentionPolicy'];
  return {
    replicas: wantedAt(raw),
    ordinalsStart: numberAt(raw, 'spec', 'ordinals', 'start'),
    current: countAt(raw, 'status', 'replicas') || undefined,
    ready: countAt(raw, 'status', 'readyReplicas'),
    available: optionalCountAt(raw, 'status', 'availableReplicas'),
    updated: optionalCountAt(raw, 'status', 'updatedReplicas'),
    revisionsDiffer:
      (current !== undefined && newest !== undefined && current !== newest) ||
      undefined,
    onDelete:
      stringAt(raw, 'spec', 'updateStrategy', 'type') === 'OnDelete' ||
      undefined,
    partition:
      numberAt(raw, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ||
      undefined,
    ...(claimTemplates.length > 0 ? { claimTemplates } : {}),
    whenDeleted: stringAt(raw, ...retention, 'whenDeleted'),
    whenScaled: stringAt(raw, ...retention, 'whenScaled'),
    images: templateImages(raw, 'spec', 'template'),
    database: databaseAt(raw),
    trackingId: trackingIdOf(raw, 'apps', 'StatefulSet'),
  };
}
