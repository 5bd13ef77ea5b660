import { KubeObject } from '../../../storage/object';
import { ObjectFactory, uidOf } from '../object-factory';
import { PlacedPod } from './workload-objects';

/** How often a kubelet tries to mount again, once it waits its longest. */
const MINUTES_BETWEEN = 2;

/** The event in which a kubelet says why it cannot mount a pod's volumes. */
export function mountErrors(
  pods: PlacedPod[],
  volumes: KubeObject[],
  make: ObjectFactory,
): KubeObject[] {
  return pods.flatMap(({ pod, workload, node }) => {
    if (!workload.mountError) return [];
    const { minutes } = workload.mountError;
    const { namespace, name, uid } = pod.metadata;
    const message = said(
      workload.mountError.message,
      volumes.find(volume => isMountedBy(volume, pod)),
    );
    return [
      make.make(
        'v1',
        'Event',
        namespace,
        `${name}.${uidOf('mount', name).replace(/-/g, '').slice(0, 16)}`,
        {
          ageMinutes: minutes,
          involvedObject: {
            apiVersion: 'v1',
            kind: 'Pod',
            namespace,
            name,
            uid,
          },
          reason: 'FailedMount',
          message,
          type: 'Warning',
          count: Math.ceil(minutes / MINUTES_BETWEEN),
          firstTimestamp: make.ago(minutes),
          lastTimestamp: make.ago(1),
          source: { component: 'kubelet', host: node.name },
          reportingComponent: 'kubelet',
          reportingInstance: node.name,
          eventTime: null,
        },
      ),
    ];
  });
}

function isMountedBy({ kind, spec }: KubeObject, pod: KubeObject): boolean {
  if (kind !== 'PersistentVolume') return false;
  const { claimRef } = spec as {
    claimRef?: { namespace: string; name: string };
  };
  const { volumes = [] } = pod.spec as {
    volumes?: Array<{ persistentVolumeClaim?: { claimName: string } }>;
  };
  return volumes.some(
    ({ persistentVolumeClaim }) =>
      persistentVolumeClaim !== undefined &&
      claimRef?.namespace === pod.metadata.namespace &&
      claimRef?.name === persistentVolumeClaim.claimName,
  );
}

/** The message with the volume's own name and directory in it. */
function said(message: string, volume: KubeObject | undefined): string {
  if (!volume) return message;
  const { hostPath } = volume.spec as { hostPath?: { path: string } };
  return message
    .replaceAll('{volume}', volume.metadata.name)
    .replaceAll('{path}', hostPath?.path ?? '');
}
