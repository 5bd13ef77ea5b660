import { KubeObject } from '../../../storage/object';
import { DemoClaim, DemoNode, DemoPlatform } from '../../platform';
import { days, ObjectFactory, uidOf } from '../object-factory';
import { claimName } from '../workloads/of-workload';
import { PlacedPod } from '../workloads/workload-objects';
import { classOf, VolumeClass } from './classes';
import { pendingClaim } from './pending-claim';
import { GI, persistentVolume } from './persistent-volume';

/** A claim with its volume, and who mounts it. */
export interface PlacedVolume {
  /** Name of the persistent volume and of the Longhorn volume. */
  name: string;
  application: string;
  namespace: string;
  claim: string;
  bytes: number;
  accessMode: string;
  class: VolumeClass;
  pod: string;
  workload: { kind: string; name: string };
  node: DemoNode;
  attachedAt: string;
}

/** Claims of all pods with their persistent volumes and attachments; and the volumes for Longhorn to hold. */
export function claimObjects(
  platform: DemoPlatform,
  pods: PlacedPod[],
  make: ObjectFactory,
): { objects: KubeObject[]; volumes: PlacedVolume[] } {
  const objects: KubeObject[] = [];
  const volumes: PlacedVolume[] = [];
  for (const placed of pods) {
    for (const claim of placed.workload.claims ?? []) {
      if (claim.pendingMinutes) {
        objects.push(...pendingClaim(placed, claim, make));
        continue;
      }
      const volume = volumeOf(placed, claim, classOf(platform, claim.class));
      if (volumes.some(({ name }) => name === volume.name)) {
        // Several pods share it.
        continue;
      }
      volumes.push(volume);
      objects.push(
        boundClaim(volume, placed, claim, make),
        persistentVolume(volume, claimUid(volume), make),
        ...(volume.class.attached ? [attachment(volume, make)] : []),
      );
    }
  }
  return { objects, volumes };
}

function claimUid({
  namespace,
  claim,
}: Pick<PlacedVolume, 'namespace' | 'claim'>): string {
  return uidOf('v1', 'PersistentVolumeClaim', namespace, claim);
}

function volumeOf(
  placed: PlacedPod,
  { name, sizeGi, accessMode = 'ReadWriteOnce' }: DemoClaim,
  storageClass: VolumeClass,
): PlacedVolume {
  const { application, workload, ordinal, pod, node } = placed;
  const { namespace } = application;
  const claim = claimName(workload, name, ordinal);
  return {
    name: `pvc-${claimUid({ namespace, claim })}`,
    application: application.name,
    namespace,
    claim,
    bytes: sizeGi * GI,
    accessMode,
    class: storageClass,
    pod: pod.metadata.name,
    workload: {
      kind: pod.metadata.ownerReferences?.[0]?.kind ?? 'Pod',
      name: pod.metadata.ownerReferences?.[0]?.name ?? workload.name,
    },
    node,
    attachedAt: String(pod.metadata.creationTimestamp),
  };
}

function boundClaim(
  volume: PlacedVolume,
  { workload, application }: PlacedPod,
  claim: DemoClaim,
  make: ObjectFactory,
): KubeObject {
  const storage = `${claim.sizeGi}Gi`;
  return make.make(
    'v1',
    'PersistentVolumeClaim',
    volume.namespace,
    volume.claim,
    {
      metadata: {
        labels: {
          'app.kubernetes.io/name': workload.name,
          'app.kubernetes.io/instance': application.name,
        },
        annotations: {
          ...(claim.used ? { 'simulator.socle.dev/used': claim.used } : {}),
          'pv.kubernetes.io/bind-completed': 'yes',
          'pv.kubernetes.io/bound-by-controller': 'yes',
          'volume.kubernetes.io/storage-provisioner': volume.class.provisioner,
        },
        finalizers: ['kubernetes.io/pvc-protection'],
      },
      spec: {
        accessModes: [volume.accessMode],
        resources: { requests: { storage } },
        storageClassName: volume.class.name,
        volumeMode: 'Filesystem',
        volumeName: volume.name,
      },
      status: {
        phase: 'Bound',
        accessModes: [volume.accessMode],
        capacity: { storage },
      },
    },
  );
}

export function attachment(
  volume: PlacedVolume,
  make: ObjectFactory,
): KubeObject {
  return make.make(
    'storage.k8s.io/v1',
    'VolumeAttachment',
    undefined,
    attachmentName(volume),
    {
      ageMinutes: days(12),
      metadata: {
        creationTimestamp: volume.attachedAt,
        annotations: { 'csi.alpha.kubernetes.io/node-id': volume.node.name },
        finalizers: [
          `external-attacher/${volume.class.provisioner.replace(/\./g, '-')}`,
        ],
      },
      spec: {
        attacher: volume.class.provisioner,
        nodeName: volume.node.name,
        source: { persistentVolumeName: volume.name },
      },
      status: { attached: true },
    },
  );
}

/** As kubelets call it: a hash of volume, driver and node. */
export function attachmentName({
  name,
  node,
}: Pick<PlacedVolume, 'name' | 'node'>): string {
  const hash = [
    uidOf('attachment', name, node.name),
    uidOf('more', name, node.name),
  ];
  return `csi-${hash.join('').replace(/-/g, '')}`;
}
