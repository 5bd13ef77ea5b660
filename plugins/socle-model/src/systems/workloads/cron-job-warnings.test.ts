import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { workloads } from '.';

const at = (time: string) => Date.parse(`2026-10-0${time}:00Z`);

/** A CronJob whose last run began at 01:00 on the first and was complete. */
function warningsOf(schedule: unknown, now: number) {
  const store = new ResourceStore(new SystemRegistry([workloads]));
  const job = store.apply({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'sweep', namespace: 'shop', uid: 'u' },
    spec: { schedule },
    status: {
      lastScheduleTime: '2026-10-01T01:00:00Z',
      lastSuccessfulTime: '2026-10-01T01:00:40Z',
    },
  })!;
  store.settle(now);
  return [job.verdict.status, ...(job.verdict.warnings ?? [])];
}

it.each<[string, unknown, string, string[]]>([
  ['in time', '0 * * * *', '1T02:30', ['healthy']],
  [
    'two runs missed',
    '0 * * * *',
    '1T03:01',
    [
      'healthy',
      'No run has begun since 2026-10-01T01:00:00Z, though the schedule is 0 * * * *.',
    ],
  ],
  ['a night between', '0 1 * * *', '2T23:00', ['healthy']],
  ['a schedule that nobody can read', 'at dawn', '9T12:00', ['healthy']],
  ['no schedule', undefined, '9T12:00', ['healthy']],
])('warns where no run begins any more: %s', (_, schedule, now, expected) => {
  expect(warningsOf(schedule, at(now))).toEqual(expected);
});
