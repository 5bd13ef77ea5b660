import { KubeObject } from '../../../storage/object';
import { DemoPlatform } from '../../platform';
import { ObjectFactory } from '../object-factory';
import { classesOf, VolumeClass } from './classes';
import { releasedVolume } from './persistent-volume';

/** The classes and the driver that claims use, what each node has of it, and volumes that outlived their claims. */
export function storageGround(
  platform: DemoPlatform,
  make: ObjectFactory,
): KubeObject[] {
  const classes = classesOf(platform);
  const drivers = new Map(
    classes
      .filter(({ hostPath }) => hostPath === undefined)
      .map(one => [one.provisioner, one]),
  );
  return [
    ...classes.map(one => storageClass(one, make)),
    ...[...drivers].map(([name, { attached }]) =>
      make.make('storage.k8s.io/v1', 'CSIDriver', undefined, name, {
        spec: {
          attachRequired: attached,
          podInfoOnMount: true,
          fsGroupPolicy: attached ? 'ReadWriteOnceWithFSType' : 'File',
          storageCapacity: false,
          requiresRepublish: false,
          seLinuxMount: false,
          volumeLifecycleModes: ['Persistent'],
        },
      }),
    ),
    ...platform.nodes.map(({ name }) =>
      make.make('storage.k8s.io/v1', 'CSINode', undefined, name, {
        metadata: {
          ownerReferences: [
            {
              apiVersion: 'v1',
              kind: 'Node',
              name,
              uid: make.make('v1', 'Node', undefined, name).metadata.uid,
            },
          ],
        },
        spec: {
          drivers: [...drivers.keys()].map(driver => ({
            name: driver,
            nodeID: name,
            topologyKeys: null,
          })),
        },
      }),
    ),
    ...platform.released.map(released => releasedVolume(released, make)),
  ];
}

function storageClass(of: VolumeClass, make: ObjectFactory): KubeObject {
  return make.make('storage.k8s.io/v1', 'StorageClass', undefined, of.name, {
    ...(of.default
      ? {
          metadata: {
            annotations: {
              'storageclass.kubernetes.io/is-default-class': 'true',
            },
          },
        }
      : {}),
    provisioner: of.provisioner,
    ...(of.parameters ? { parameters: of.parameters } : {}),
    reclaimPolicy: of.reclaimPolicy ?? 'Delete',
    volumeBindingMode: of.volumeBindingMode ?? 'Immediate',
    allowVolumeExpansion: of.allowVolumeExpansion ?? false,
  });
}
