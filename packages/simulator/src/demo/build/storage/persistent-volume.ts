import { KubeObject } from '../../../storage/object';
import { DemoReleased } from '../../platform';
import { days, ObjectFactory, uidOf } from '../object-factory';
import { KEEPING_CLASS, VolumeClass } from './classes';

export const GI = 2 ** 30;

interface Bound {
  name: string;
  namespace: string;
  claim: string;
  bytes: number;
  accessMode?: string;
  /** The one node that a directory of it is on. */
  node?: { name: string };
}

export function persistentVolume(
  volume: Bound & { class: VolumeClass },
  uid: string,
  make: ObjectFactory,
): KubeObject {
  return make.make('v1', 'PersistentVolume', undefined, volume.name, {
    metadata: metadata(
      volume.class,
      volume.class.attached
        ? [`external-attacher/${volume.class.provisioner.replace(/\./g, '-')}`]
        : [],
    ),
    spec: {
      ...specOf(volume, volume.class),
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
    metadata: metadata(KEEPING_CLASS, []),
    spec: {
      ...specOf(volume, KEEPING_CLASS),
      claimRef: claimRef(volume, uidOf('gone', namespace, claim)),
    },
    status: {
      phase: 'Released',
      lastPhaseTransitionTime: make.ago(days(releasedDays)),
    },
  });
}

function metadata(
  { provisioner }: Pick<VolumeClass, 'provisioner'>,
  finalizers: string[],
) {
  return {
    annotations: { 'pv.kubernetes.io/provisioned-by': provisioner },
    finalizers: ['kubernetes.io/pv-protection', ...finalizers],
  };
}

function specOf(
  volume: Bound,
  storageClass: Omit<VolumeClass, 'attached'> & { attached?: boolean },
) {
  return {
    accessModes: [volume.accessMode ?? 'ReadWriteOnce'],
    capacity: { storage: `${volume.bytes / GI}Gi` },
    ...(storageClass.hostPath
      ? directoryOf(volume, storageClass.hostPath)
      : {
          csi: {
            driver: storageClass.provisioner,
            ...(storageClass.attached === false ? {} : { fsType: 'ext4' }),
            volumeHandle: volume.name,
            volumeAttributes: storageClass.attributes ?? {},
          },
        }),
    persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
    storageClassName: storageClass.name,
    volumeMode: 'Filesystem',
  };
}

/** A directory below the class's own, on the one node that has it. */
function directoryOf(
  { name, namespace, claim, node }: Bound,
  below: string,
): object {
  return {
    hostPath: {
      path: `${below}/${namespace}-${claim}-${name}`,
      type: 'DirectoryOrCreate',
    },
    ...(node
      ? {
          nodeAffinity: {
            required: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    {
                      key: 'kubernetes.io/hostname',
                      operator: 'In',
                      values: [node.name],
                    },
                  ],
                },
              ],
            },
          },
        }
      : {}),
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
