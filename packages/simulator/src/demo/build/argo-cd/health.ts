import { DemoApplication } from '../../platform';
import { days } from '../object-factory';
import { brokenMinutes } from '../workloads/of-workload';

/** Argo CD calls a Deployment degraded when its progress deadline has passed. */
const DEADLINE_MINUTES = 10;

/** When something of the application last went wrong, or was rolled out. */
export function changedMinutes(application: DemoApplication): number {
  const broken = application.workloads.flatMap(
    workload => brokenMinutes(workload) ?? [],
  );
  return broken.length > 0 ? Math.max(...broken) : days(12);
}

/** Argo CD's own word: the worst of what it manages. It looks at live objects, not at comparison or sync. */
export function healthOf(application: DemoApplication): {
  status: string;
  minutes: number;
} {
  const secret = application.secrets?.find(({ missingMinutes }) =>
    Boolean(missingMinutes),
  );
  if (secret?.missingMinutes) {
    return { status: 'Degraded', minutes: secret.missingMinutes };
  }
  const minutes = changedMinutes(application);
  return application.workloads.some(workload => brokenMinutes(workload))
    ? { status: 'Degraded', minutes: Math.max(0, minutes - DEADLINE_MINUTES) }
    : { status: 'Healthy', minutes };
}
