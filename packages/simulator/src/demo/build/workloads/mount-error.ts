import { KubeObject } from '../../../storage/object';
import { ObjectFactory, uidOf } from '../object-factory';
import { PlacedPod } from './workload-objects';

/** How often a kubelet tries to mount again, once it waits its longest. */
const MINUTES_BETWEEN = 2;

/** The event in which a kubelet says why it cannot mount a pod's volumes. */
export function mountErrors(
  pods: PlacedPod[],
  make: ObjectFactory,
): KubeObject[] {
  return pods.flatMap(({ pod, workload, node }) => {
    if (!workload.mountError) return [];
    const { minutes, message } = workload.mountError;
    const { namespace, name, uid } = pod.metadata;
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
