import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import type { Resource } from '../../definition/resource';
import { numberAt, objectAt, RawObject, stringAt } from '../../reading/raw';
import { judgeDragonfly } from './dragonfly-health';

export type DragonflyFacts = {
  /** Pods wanted, the master among them. */
  replicas?: number;
  phase?: string;
  /** That the phase is a rolling update is said by a field of its own, as old operators did. */
  rolling?: boolean;
  image?: string;
  /** Snapshots are written somewhere: without, all data is lost when all pods restart. */
  snapshots?: boolean;
  snapshotCron?: string;
  secrets?: string[];
  trackingId?: string;
};

export const GROUP = 'dragonflydb.io';

export const dragonflyKind = defineKind<DragonflyFacts>({
  group: GROUP,
  kind: 'Dragonfly',
  plural: 'dragonflies',
  versions: ['v1alpha1'],
  entity: { type: 'cache' },
  namespaced: true,
  // A missing phase is a case of its own: it says that the operator never got to configuring replication.
  statusless: true,
  reads: [
    'metadata.annotations',
    'spec.replicas',
    'spec.image',
    'spec.snapshot.dir',
    'spec.snapshot.cron',
    'spec.snapshot.persistentVolumeClaimSpec.resources',
    'spec.authentication',
    'spec.tlsSecretRef.name',
    'spec.aclFromSecret.name',
    'status',
  ],
  project,
  links: dragonflyLinks,
  health: judgeDragonfly,
  reasons: [
    {
      code: 'DragonflyReady',
      cause: 'One master, and all pods are ready.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'DragonflyConfiguring',
      cause: 'The operator makes pods or sets up replication.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'DragonflyNoMaster',
      cause: 'No ready pod is the master: the Service has no endpoint.',
      evidence: 'metadata.labels.role of its pods',
    },
    {
      code: 'DragonflySeveralMasters',
      cause: 'Several pods are labelled master.',
      evidence: 'metadata.labels.role of its pods',
    },
    {
      code: 'DragonflyPodsMissing',
      cause: 'Fewer pods are ready than wanted.',
      evidence: 'spec.replicas',
    },
    {
      code: 'DragonflyReplicaAstray',
      cause: 'A replica follows an address that is not the master’s.',
      evidence:
        'metadata.annotations[operator.dragonflydb.io/masterIP] of a pod',
    },
    {
      code: 'DragonflyNeverConfigured',
      cause: 'Pods are ready, but the operator never configured replication.',
      evidence: 'status.phase',
    },
    {
      code: 'DragonflyPodsNotRead',
      cause: 'The phase does not fall back when the master dies; pods decide.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'DragonflyStateUnknown',
      cause: 'Its phase is one that no rule knows.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['replicas', 'image', 'snapshotCron', 'snapshots'],
});

function project(raw: RawObject): DragonflyFacts {
  const phase = stringAt(raw, 'status', 'phase');
  const rolling = objectAt(raw, 'status').isRollingUpdate === true;
  const snapshot = objectAt(raw, 'spec', 'snapshot');
  const secrets = [
    ['authentication', 'passwordFromSecret', 'name'],
    ['authentication', 'clientCaCertSecret', 'name'],
    ['tlsSecretRef', 'name'],
    ['aclFromSecret', 'name'],
  ]
    .map(path => stringAt(raw, 'spec', ...path))
    .filter(name => name !== undefined);
  return {
    replicas: numberAt(raw, 'spec', 'replicas'),
    // Old operators leave the phase at `ready` meanwhile.
    ...(rolling ? { phase: 'RollingUpdate', rolling } : { phase }),
    image: stringAt(raw, 'spec', 'image'),
    snapshots: Object.keys(snapshot).length > 0,
    snapshotCron: stringAt(snapshot, 'cron'),
    ...(secrets.length > 0 ? { secrets } : {}),
    trackingId: trackingIdOf(raw, GROUP, 'Dragonfly'),
  };
}

function dragonflyLinks({ meta, facts }: Resource<DragonflyFacts>): Link[] {
  const { namespace, name } = meta;
  return [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
    linkTo(
      'workload',
      { group: 'apps', kind: 'StatefulSet', namespace, name },
      'target',
    ),
    // No pod starts without its password or certificate.
    ...(facts.secrets ?? []).map(secret =>
      linkTo(
        'usesSecret',
        { group: '', kind: 'Secret', namespace, name: secret },
        'target',
      ),
    ),
  ];
}
