import { DemoPlatform, DemoStorageClass } from '../../platform';

/** A class with everything that its volumes need said. */
export type VolumeClass = DemoStorageClass & { attached: boolean };

const LONGHORN = 'driver.longhorn.io';
const COPIES = { numberOfReplicas: '3', staleReplicaTimeout: '30' };

function longhorn(
  name: string,
  reclaimPolicy: 'Delete' | 'Retain',
): DemoStorageClass {
  return {
    name,
    provisioner: LONGHORN,
    reclaimPolicy,
    allowVolumeExpansion: true,
    parameters: { ...COPIES, fsType: 'ext4', dataLocality: 'disabled' },
    attributes: COPIES,
  };
}

/** The class of volumes that Longhorn makes. */
export const LONGHORN_CLASS: VolumeClass = {
  ...longhorn('longhorn', 'Delete'),
  default: true,
  attached: true,
};

/** The class that volumes kept after their claims are of. */
export const KEEPING_CLASS = longhorn('longhorn-static', 'Retain');

/** The classes of a platform; where its table names none it has Longhorn's. */
export function classesOf(platform: DemoPlatform): VolumeClass[] {
  const classes = platform.storageClasses ?? [LONGHORN_CLASS, KEEPING_CLASS];
  return classes.map(one => ({
    ...one,
    attached: one.attached ?? one.hostPath === undefined,
  }));
}

/** The class of a claim: the one it names, else the default. */
export function classOf(
  platform: DemoPlatform,
  name: string | undefined,
): VolumeClass {
  const found = classesOf(platform).find(one =>
    name ? one.name === name : one.default,
  );
  if (!found) {
    throw new Error(
      `${platform.name} has no storage class ${name ?? 'by default'}.`,
    );
  }
  return found;
}
