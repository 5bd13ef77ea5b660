import {
  isObject,
  numberAt,
  objectsAt,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import { instanceObject, whereAnswered } from './harbor-object';

const readParts = ({ body }: HttpAnswer, target: ProbeTarget) => ({
  subject: instanceObject(
    target,
    isObject(body)
      ? {
          health: {
            status: stringAt(body, 'status'),
            components: Array.isArray(valueAt(body, 'components'))
              ? objectsAt(body, 'components').map(part => ({
                  name: stringAt(part, 'name'),
                  status: stringAt(part, 'status'),
                  error: stringAt(part, 'error'),
                }))
              : undefined,
          },
        }
      : { notUnderstood: true },
  ),
});

/**
 * `GET /health`, which answers 200 when parts are unwell, too. What stands before it may make an error of that: the
 * parts that are unwell are told all the same.
 */
export function readHealth(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const unwell = objectsAt(answer.body, 'components').some(
    part => stringAt(part, 'status') === 'unhealthy',
  );
  return (unwell ? readParts : whereAnswered(readParts))(answer, target);
}

/** `GET /systeminfo`; without a login it leaves out the version. */
export const readSystemInfo = whereAnswered(({ body }, target) => ({
  subject: instanceObject(
    target,
    isObject(body)
      ? {
          version: stringAt(body, 'harbor_version'),
          readOnly: valueAt(body, 'read_only'),
          authMode: stringAt(body, 'auth_mode'),
        }
      : { notUnderstood: true },
  ),
}));

/** `GET /scans/all/metrics`: how far the last scan of everything came. */
export const readScanAll = whereAnswered(({ body }, target) => ({
  subject: instanceObject(target, {
    scanAll: {
      total: numberAt(body, 'total'),
      completed: numberAt(body, 'completed'),
      failed: numberAt(body, 'metrics', 'Error'),
    },
  }),
}));

/** `GET /security/summary`: what the scanner has found in all of it. */
export const readSecurity = whereAnswered(({ body }, target) => ({
  subject: instanceObject(target, {
    security: {
      critical: numberAt(body, 'critical_cnt'),
      high: numberAt(body, 'high_cnt'),
      scanned: numberAt(body, 'scanned_cnt'),
      artifacts: numberAt(body, 'total_artifact'),
    },
  }),
}));

/** `GET /systeminfo/volumes`: what core's own volume has left, which says nothing where images lie in S3. */
export const readVolumes = whereAnswered(({ body }, target) => {
  const [volume] = objectsAt(body, 'storage');
  return {
    subject: instanceObject(target, {
      volume: {
        total: numberAt(volume, 'total'),
        free: numberAt(volume, 'free'),
      },
    }),
  };
});

/** `GET /statistics`: how much there is of everything. */
export const readStatistics = whereAnswered(({ body }, target) => ({
  subject: instanceObject(target, {
    statistics: {
      projects: numberAt(body, 'total_project_count'),
      repositories: numberAt(body, 'total_repo_count'),
      bytes: numberAt(body, 'total_storage_consumption'),
    },
  }),
}));
