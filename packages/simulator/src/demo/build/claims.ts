import { KubeObject } from '../../storage/object';
import { DemoClaim, DemoNode, DemoPlatform } from '../platform';
import { ObjectFactory, uidOf } from './object-factory';
import { claimName, PlacedPod } from './workloads';

const GI = 2 ** 30;

/** A claim with its volume, and who mounts it. */
export interface PlacedVolume {
  /** Name of the persistent volume and of the Longhorn volume. */
  name: string;
  application: string;
  namespace: string;
  claim: string;
  bytes: number;
  pod: string;
  workload: { kind: string; name: string };
  node: DemoNode;
}

/** Claims of all pods with their persistent volumes and attachments; and the volumes for Longhorn to hold. */
export function claimObjects(
  pods: PlacedPod[],
  make: ObjectFactory,
): { objects: KubeObject[]; volumes: PlacedVolume[] } {
  const objects: KubeObject[] = [];
  const volumes: PlacedVolume[] = [];
  for (const placed of pods) {
    for (const claim of placed.workload.claims ?? []) {
      if (claim.pending) {
        objects.push(...pendingClaim(placed, claim, make));
        continue;
      }
      const volume = volumeOf(placed, claim);
      volumes.push(volume);
      objects.push(
        boundClaim(volume, placed, claim, make),
        persistentVolume(volume, make),
        attachment(volume, make),
      );
    }
  }
  return { objects, volumes };
}

function volumeOf(placed: PlacedPod, claim: DemoClaim): PlacedVolume {
  const { application, workload, ordinal, pod, node } = placed;
  const name = claimName(workload, claim.name, ordinal);
  return {
    name: `pvc-${uidOf(
      'v1',
      'PersistentVolumeClaim',
      application.namespace,
      name,
    )}`,
    application: application.name,
    namespace: application.namespace,
    claim: name,
    bytes: claim.sizeGi * GI,
    pod: pod.metadata.name,
    workload: { kind: workload.kind ?? 'ReplicaSet', name: workload.name },
    node,
  };
}

function boundClaim(
  volume: PlacedVolume,
  { workload, application }: PlacedPod,
  claim: DemoClaim,
  make: ObjectFactory,
): KubeObject {
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
          'pv.kubernetes.io/bind-completed': 'yes',
          'pv.kubernetes.io/bound-by-controller': 'yes',
          'volume.kubernetes.io/storage-provisioner': 'driver.longhorn.io',
        },
        finalizers: ['kubernetes.io/pvc-protection'],
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: `${claim.sizeGi}Gi` } },
        storageClassName: claim.class ?? 'longhorn',
        volumeMode: 'Filesystem',
        volumeName: volume.name,
      },
      status: {
        phase: 'Bound',
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: `${claim.sizeGi}Gi` },
      },
    },
  );
}

function persistentVolume(
  volume: PlacedVolume,
  make: ObjectFactory,
): KubeObject {
  return make.make('v1', 'PersistentVolume', undefined, volume.name, {
    metadata: {
      annotations: { 'pv.kubernetes.io/provisioned-by': 'driver.longhorn.io' },
      finalizers: [
        'kubernetes.io/pv-protection',
        'external-attacher/driver-longhorn-io',
      ],
    },
    spec: {
      ...volumeSpec(volume.name, volume.bytes, 'Delete'),
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.namespace,
        name: volume.claim,
        uid: uidOf(
          'v1',
          'PersistentVolumeClaim',
          volume.namespace,
          volume.claim,
        ),
      },
    },
    status: { phase: 'Bound' },
  });
}

function volumeSpec(handle: string, bytes: number, policy: string) {
  return {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: `${bytes / GI}Gi` },
    csi: {
      driver: 'driver.longhorn.io',
      fsType: 'ext4',
      volumeHandle: handle,
      volumeAttributes: { numberOfReplicas: '3', staleReplicaTimeout: '30' },
    },
    persistentVolumeReclaimPolicy: policy,
    storageClassName: 'longhorn',
    volumeMode: 'Filesystem',
  };
}

function attachment(volume: PlacedVolume, make: ObjectFactory): KubeObject {
  return make.make(
    'storage.k8s.io/v1',
    'VolumeAttachment',
    undefined,
    `csi-${uidOf('attach', volume.name).replace(/-/g, '')}`,
    {
      ageDays: 12,
      metadata: { finalizers: ['external-attacher/driver-longhorn-io'] },
      spec: {
        attacher: 'driver.longhorn.io',
        nodeName: volume.node.name,
        source: { persistentVolumeName: volume.name },
      },
      status: { attached: true },
    },
  );
}

/** A claim that names a storage class that nobody defined. */
function pendingClaim(
  { application, workload, ordinal }: PlacedPod,
  claim: DemoClaim,
  make: ObjectFactory,
): KubeObject[] {
  const name = claimName(workload, claim.name, ordinal);
  const object = make.make(
    'v1',
    'PersistentVolumeClaim',
    application.namespace,
    name,
    {
      ageDays: 0.14,
      metadata: { finalizers: ['kubernetes.io/pvc-protection'] },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: `${claim.sizeGi}Gi` } },
        storageClassName: claim.class,
        volumeMode: 'Filesystem',
      },
      status: { phase: 'Pending' },
    },
  );
  const event = make.make(
    'v1',
    'Event',
    application.namespace,
    `${name}.${uidOf('event', name).slice(0, 16).replace(/-/g, '')}`,
    {
      ageDays: 0.14,
      involvedObject: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: application.namespace,
        name,
        uid: object.metadata.uid,
      },
      reason: 'ProvisioningFailed',
      message: `storageclass.storage.k8s.io "${claim.class}" not found`,
      type: 'Warning',
      count: 802,
      firstTimestamp: make.ago(200),
      lastTimestamp: make.ago(0.3),
      source: { component: 'persistentvolume-controller' },
      reportingComponent: 'persistentvolume-controller',
      reportingInstance: '',
      eventTime: null,
    },
  );
  return [object, event];
}

/** The class and driver that claims use, and volumes that outlived theirs. */
export function storageGround(
  platform: DemoPlatform,
  make: ObjectFactory,
): KubeObject[] {
  return [
    make.make('storage.k8s.io/v1', 'StorageClass', undefined, 'longhorn', {
      metadata: {
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      provisioner: 'driver.longhorn.io',
      parameters: {
        numberOfReplicas: '3',
        staleReplicaTimeout: '30',
        fsType: 'ext4',
        dataLocality: 'disabled',
      },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    }),
    make.make(
      'storage.k8s.io/v1',
      'StorageClass',
      undefined,
      'longhorn-static',
      {
        provisioner: 'driver.longhorn.io',
        parameters: { numberOfReplicas: '3', staleReplicaTimeout: '30' },
        reclaimPolicy: 'Retain',
        volumeBindingMode: 'Immediate',
        allowVolumeExpansion: true,
      },
    ),
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
    ...platform.released.map(released =>
      make.make('v1', 'PersistentVolume', undefined, released.name, {
        ageDays: 160,
        spec: {
          ...volumeSpec(released.name, released.sizeGi * GI, 'Retain'),
          claimRef: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            namespace: released.namespace,
            name: released.claim,
            uid: uidOf('gone', released.claim),
          },
        },
        status: {
          phase: 'Released',
          lastPhaseTransitionTime: make.ago(60 * 24 * 41),
        },
      }),
    ),
  ];
}
