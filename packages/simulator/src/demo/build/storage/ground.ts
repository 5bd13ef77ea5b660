import { KubeObject } from '../../../storage/object';
import { DemoPlatform } from '../../platform';
import { ObjectFactory } from '../object-factory';
import { releasedVolume } from './persistent-volume';

/** The classes and the driver that claims use, what each node has of it, and volumes that outlived their claims. */
export function storageGround(
  platform: DemoPlatform,
  make: ObjectFactory,
): KubeObject[] {
  return [
    storageClass('longhorn', 'Delete', make, {
      metadata: {
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
    }),
    storageClass('longhorn-static', 'Retain', make),
    make.make(
      'storage.k8s.io/v1',
      'CSIDriver',
      undefined,
      'driver.longhorn.io',
      {
        spec: {
          attachRequired: true,
          podInfoOnMount: true,
          fsGroupPolicy: 'ReadWriteOnceWithFSType',
          storageCapacity: false,
          requiresRepublish: false,
          seLinuxMount: false,
          volumeLifecycleModes: ['Persistent'],
        },
      },
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
          drivers: [
            { name: 'driver.longhorn.io', nodeID: name, topologyKeys: null },
          ],
        },
      }),
    ),
    ...platform.released.map(released => releasedVolume(released, make)),
  ];
}

function storageClass(
  name: string,
  reclaimPolicy: string,
  make: ObjectFactory,
  rest: { metadata?: object } = {},
): KubeObject {
  return make.make('storage.k8s.io/v1', 'StorageClass', undefined, name, {
    ...rest,
    provisioner: 'driver.longhorn.io',
    parameters: {
      numberOfReplicas: '3',
      staleReplicaTimeout: '30',
      fsType: 'ext4',
      dataLocality: 'disabled',
    },
    reclaimPolicy,
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: true,
  });
}
