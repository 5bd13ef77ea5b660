import { KubeObject } from '../../../storage/object';
import { days, ObjectFactory, ownedBy } from '../object-factory';
import { API, MANAGER_IMAGE, NAMESPACE } from './api';
import { NIGHTLY_CRON, nightBefore } from './nightly';

/** Volumes in this group of recurring jobs are backed up; all are in the group `default`, for snapshots. */
export const BACKUP_GROUP = 'backup';

/** What Longhorn does each day: a backup of what is in the group for it, a snapshot of everything else. */
export function recurringJobs(
  ownerID: string,
  make: ObjectFactory,
): KubeObject[] {
  const jobs = [
    { name: 'nightly', task: 'backup', retain: 14, group: BACKUP_GROUP },
    { name: 'snapshots', task: 'snapshot', retain: 3, group: 'default' },
  ];
  return jobs.flatMap(({ name, task, retain, group }) => {
    const job = make.make(API, 'RecurringJob', NAMESPACE, name, {
      spec: {
        name,
        task,
        cron: NIGHTLY_CRON,
        retain,
        concurrency: 2,
        groups: [group],
        labels: {},
        parameters: {},
      },
      status: { ownerID, executionCount: 88 },
    });
    return [job, cronJob(job, make)];
  });
}

/** The CronJob that Longhorn makes for a recurring job. It succeeds when all volumes were tried. */
function cronJob(job: KubeObject, make: ObjectFactory): KubeObject {
  const { name } = job.metadata;
  const { began, ended } = nightBefore(make.now);
  return make.make('batch/v1', 'CronJob', NAMESPACE, name, {
    ageMinutes: days(88),
    metadata: {
      labels: {
        'longhorn.io/managed-by': 'longhorn-manager',
        'recurring-job.longhorn.io': name,
      },
      ownerReferences: [ownedBy(job)],
    },
    spec: {
      schedule: NIGHTLY_CRON,
      concurrencyPolicy: 'Forbid',
      suspend: false,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: { name },
        spec: {
          backoffLimit: 3,
          template: {
            metadata: { name },
            spec: {
              restartPolicy: 'OnFailure',
              serviceAccountName: 'longhorn-service-account',
              containers: [
                {
                  name,
                  image: MANAGER_IMAGE.replace('instance-manager', 'manager'),
                  command: ['longhorn-manager', '-d', 'recurring-job', name],
                },
              ],
            },
          },
        },
      },
    },
    status: { lastScheduleTime: began, lastSuccessfulTime: ended },
  });
}
