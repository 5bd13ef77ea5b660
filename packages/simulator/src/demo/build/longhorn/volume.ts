import { KubeObject } from '../../../storage/object';
import { condition, days, ObjectFactory, uidOf } from '../object-factory';
import { API, ENGINE_IMAGE, NAMESPACE, WELL_MINUTES } from './api';
import { HeldVolume, isLost } from './copies';

export function volumeObject(
  volume: HeldVolume,
  make: ObjectFactory,
): KubeObject {
  const { attached } = volume;
  const node = attached?.node.name ?? '';
  const lost = volume.copies.find(copy => isLost(volume, copy));
  const degradedAt = lost && make.ago(lost.node.silentMinutes ?? 0);
  const well = make.ago(WELL_MINUTES);
  return make.make(API, 'Volume', NAMESPACE, volume.name, {
    metadata: {
      finalizers: ['longhorn.io'],
      labels: {
        longhornvolume: volume.name,
        ...Object.fromEntries(
          volume.jobGroups.map(group => [
            `recurring-job-group.longhorn.io/${group}`,
            'enabled',
          ]),
        ),
        'backup-target': 'default',
      },
    },
    spec: {
      accessMode: 'rwo',
      backupTargetName: 'default',
      dataEngine: 'v1',
      dataLocality: 'disabled',
      frontend: 'blockdev',
      image: ENGINE_IMAGE,
      nodeID: node,
      numberOfReplicas: 3,
      replicaAutoBalance: 'ignored',
      size: String(volume.bytes),
      staleReplicaTimeout: 30,
    },
    status: {
      actualSize: Math.round(volume.bytes * 0.42),
      conditions: [
        condition('WaitForBackingImage', 'False', well, ''),
        condition('TooManySnapshots', 'False', well, ''),
        condition('Scheduled', 'True', well, ''),
        condition('Restore', 'False', well, ''),
      ],
      currentImage: ENGINE_IMAGE,
      currentNodeID: node,
      ownerID: node || volume.copies[0].node.name,
      expansionRequired: false,
      frontendDisabled: false,
      isStandby: false,
      kubernetesStatus: kubernetesStatus(volume, make),
      lastBackup: '',
      lastBackupAt: '',
      lastDegradedAt: degradedAt ?? '',
      restoreInitiated: false,
      restoreRequired: false,
      robustness: robustnessOf(volume),
      state: attached ? 'attached' : 'detached',
    },
  });
}

/** Each detachment resets it to unknown. */
function robustnessOf(volume: HeldVolume): string {
  if (!volume.attached) return 'unknown';
  return volume.copies.some(copy => isLost(volume, copy))
    ? 'degraded'
    : 'healthy';
}

function kubernetesStatus(volume: HeldVolume, make: ObjectFactory): object {
  const { attached, namespace, claim } = volume;
  const base = { namespace, pvName: volume.name, pvcName: claim };
  if (!attached) {
    const released = make.ago(days(volume.releasedDays ?? 0));
    return {
      ...base,
      pvStatus: 'Released',
      lastPVCRefAt: released,
      lastPodRefAt: released,
      workloadsStatus: null,
    };
  }
  return {
    ...base,
    pvStatus: 'Bound',
    lastPVCRefAt: '',
    lastPodRefAt: '',
    workloadsStatus: [
      {
        podName: attached.pod,
        podStatus: 'Running',
        workloadName: attached.workload.name,
        workloadType: attached.workload.kind,
      },
    ],
  };
}

/** Who wants a volume where: the ticket of the CSI attacher. */
export function attachmentObject(
  volume: HeldVolume,
  ticket: string,
  make: ObjectFactory,
): KubeObject {
  const { attached } = volume;
  return make.make(API, 'VolumeAttachment', NAMESPACE, volume.name, {
    metadata: {
      finalizers: ['longhorn.io'],
      labels: { longhornvolume: volume.name },
      ownerReferences: [
        {
          apiVersion: API,
          kind: 'Volume',
          name: volume.name,
          uid: uidOf(API, 'Volume', NAMESPACE, volume.name),
        },
      ],
    },
    spec: {
      volume: volume.name,
      attachmentTickets: attached
        ? {
            [ticket]: {
              id: ticket,
              type: 'csi-attacher',
              nodeID: attached.node.name,
              parameters: { disableFrontend: 'false', lastAttachedBy: '' },
              generation: 0,
            },
          }
        : {},
    },
    status: {
      attachmentTicketStatuses: attached
        ? {
            [ticket]: {
              id: ticket,
              satisfied: true,
              generation: 0,
              conditions: [
                {
                  ...condition('Satisfied', 'True', attached.since, ''),
                  lastProbeTime: '',
                  message: 'The volume is attached to the requested node',
                },
              ],
            },
          }
        : {},
    },
  });
}
