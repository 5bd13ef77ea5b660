import { KubeObject } from '../../../storage/object';
import { LonghornPlatform } from '../../platform';
import { ObjectFactory } from '../object-factory';
import { attachmentName, PlacedVolume } from '../storage/claims';
import { GI, releasedVolumeName } from '../storage/persistent-volume';
import { isBackedUp } from './backups';
import { copiesOf, HeldVolume } from './copies';
import { engineImage, instanceManager, settings } from './instances';
import { engineObject, replicaObject } from './processes';
import { BACKUP_GROUP } from './recurring-jobs';
import { storageNode } from './storage-node';
import { attachmentObject, volumeObject } from './volume';

/** Longhorn's side of all volumes: volume, engine, three copies; and nodes with their disks and instance managers. */
export function longhornObjects(
  platform: LonghornPlatform,
  volumes: PlacedVolume[],
  make: ObjectFactory,
): KubeObject[] {
  const attached = volumes.map(
    (volume, index): HeldVolume => ({
      name: volume.name,
      namespace: volume.namespace,
      claim: volume.claim,
      bytes: volume.bytes,
      copies: copiesOf(platform, volume.name, index),
      jobGroups: [
        'default',
        ...(isBackedUp(platform, volume) ? [BACKUP_GROUP] : []),
      ],
      attached: {
        node: volume.node,
        since: volume.attachedAt,
        pod: volume.pod,
        workload: volume.workload,
      },
    }),
  );
  const detached = platform.released.map((released, index): HeldVolume => {
    const name = releasedVolumeName(released);
    return {
      name,
      namespace: released.namespace,
      claim: released.claim,
      bytes: released.sizeGi * GI,
      copies: copiesOf(platform, name, volumes.length + index),
      jobGroups: [],
      releasedDays: released.releasedDays,
    };
  });
  const held = [...attached, ...detached];
  return [
    ...held.flatMap(volume => [
      volumeObject(volume, make),
      engineObject(volume, make),
      ...volume.copies.map(copy => replicaObject(volume, copy, make)),
    ]),
    ...volumes.map((volume, index) =>
      attachmentObject(attached[index], attachmentName(volume), make),
    ),
    ...detached.map(volume => attachmentObject(volume, '', make)),
    ...platform.nodes.flatMap(node => [
      storageNode(node, held, make),
      instanceManager(node, held, make),
    ]),
    engineImage(platform, held, make),
    ...settings(make),
  ];
}
