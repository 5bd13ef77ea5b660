import { KubeObject } from '../../../storage/object';
import { DemoReleased } from '../../platform';
import { days, ObjectFactory, uidOf } from '../object-factory';

export const GI = 2 ** 30;

interface Bound {
  name: string;
  namespace: string;
  claim: string;
  bytes: number;
}

export function persistentVolume(
  volume: Bound,
  uid: string,
  make: ObjectFactory,
): KubeObject {
  return make.make('v1', 'PersistentVolume', undefined, volume.name, {
    metadata: metadata(['external-attacher/driver-longhorn-io']),
    spec: {
      ...specOf(volume, 'Delete', 'longhorn'),
      claimRef: claimRef(volume, uid),
    },
    status: { phase: 'Bound', lastPhaseTransitionTime: make.ago(days(90)) },
  });
}

/** The uid that a claim had which is gone. */
export function releasedVolumeName({ namespace, claim }: DemoReleased): string {
  return `pvc-${uidOf('gone', namespace, claim)}`;
}

/** A volume that was kept when its claim was deleted. */
export function releasedVolume(
  released: DemoReleased,
  make: ObjectFactory,
): KubeObject {
  const { namespace, claim, sizeGi, releasedDays } = released;
  const volume = {
    name: releasedVolumeName(released),
    namespace,
    claim,
    bytes: sizeGi * GI,
  };
  return make.make('v1', 'PersistentVolume', undefined, volume.name, {
    ageMinutes: days(160),
    metadata: metadata([]),
    spec: {
      ...specOf(volume, 'Retain', 'longhorn-static'),
      claimRef: claimRef(volume, uidOf('gone', namespace, claim)),
    },
    status: {
      phase: 'Released',
      lastPhaseTransitionTime: make.ago(days(releasedDays)),
    },
  });
}

function metadata(finalizers: string[]) {
  return {
    annotations: { 'pv.kubernetes.io/provisioned-by': 'driver.longhorn.io' },
    finalizers: ['kubernetes.io/pv-protection', ...finalizers],
  };
}

function specOf({ name, bytes }: Bound, policy: string, storageClass: string) {
  return {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: `${bytes / GI}Gi` },
    csi: {
      driver: 'driver.longhorn.io',
      fsType: 'ext4',
      volumeHandle: name,
      volumeAttributes: { numberOfReplicas: '3', staleReplicaTimeout: '30' },
    },
    persistentVolumeReclaimPolicy: policy,
    storageClassName: storageClass,
    volumeMode: 'Filesystem',
  };
}

function claimRef({ namespace, claim }: Bound, uid: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace,
    name: claim,
    uid,
  };
}
