import { KubeObject } from '../../../storage/object';
import { DemoClaim } from '../../platform';
import { ObjectFactory, uidOf } from '../object-factory';
import { claimName } from '../workloads/of-workload';
import { PlacedPod } from '../workloads/workload-objects';

/** How often the volume controller tries again. */
const RETRIES_PER_MINUTE = 4;

/** A claim that names a storage class that nobody defined, and the event that says so. */
export function pendingClaim(
  { application, workload, ordinal }: PlacedPod,
  {
    name,
    sizeGi,
    class: storageClassName,
    accessMode = 'ReadWriteOnce',
    pendingMinutes = 0,
    pendingMessage = `storageclass.storage.k8s.io "${storageClassName}" not found`,
  }: DemoClaim,
  make: ObjectFactory,
): KubeObject[] {
  const { namespace } = application;
  const claim = make.make(
    'v1',
    'PersistentVolumeClaim',
    namespace,
    claimName(workload, name, ordinal),
    {
      ageMinutes: pendingMinutes,
      metadata: { finalizers: ['kubernetes.io/pvc-protection'] },
      spec: {
        accessModes: [accessMode],
        resources: { requests: { storage: `${sizeGi}Gi` } },
        storageClassName,
        volumeMode: 'Filesystem',
      },
      status: { phase: 'Pending' },
    },
  );
  const event = make.make(
    'v1',
    'Event',
    namespace,
    `${claim.metadata.name}.${uidOf('event', claim.metadata.name)
      .replace(/-/g, '')
      .slice(0, 16)}`,
    {
      ageMinutes: pendingMinutes,
      involvedObject: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name: claim.metadata.name,
        uid: claim.metadata.uid,
      },
      reason: 'ProvisioningFailed',
      message: pendingMessage,
      type: 'Warning',
      count: pendingMinutes * RETRIES_PER_MINUTE,
      firstTimestamp: make.ago(pendingMinutes),
      lastTimestamp: make.ago(0.2),
      source: { component: 'persistentvolume-controller' },
      reportingComponent: 'persistentvolume-controller',
      reportingInstance: '',
      eventTime: null,
    },
  );
  return [claim, event];
}
