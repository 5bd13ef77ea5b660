import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { objectsAt, RawObject, stringAt } from '../../reading/raw';
import { formatTime, parseDuration, timeAt } from '../../reading/times';
import { quotedAt } from '../../reading/wording';
import { inVelero, VELERO } from './api';
import { definedInGit } from './defined-in-git';
import { isoOf } from './run';
import { repositoryKey } from './volume-data';
import { waiting } from './waiting';

const HOUR = 3_600_000;

export type RepositoryFacts = {
  volumeNamespace?: string;
  location?: string;
  type?: string;
  everyMillis?: number;
  phase?: string;
  message?: string;
  lastMaintenance?: number;
  /** The newest of status.recentMaintenance. */
  maintenance?: { at: number; result: string; message?: string };
};

/** The store of the volume data of one namespace in one location. */
export const backupRepository = defineKind<RepositoryFacts>({
  ...VELERO,
  kind: 'BackupRepository',
  plural: 'backuprepositories',
  title: 'Backup repositories',
  project: raw => ({
    volumeNamespace: stringAt(raw, 'spec', 'volumeNamespace'),
    location: stringAt(raw, 'spec', 'backupStorageLocation'),
    type: stringAt(raw, 'spec', 'repositoryType'),
    everyMillis: parseDuration(stringAt(raw, 'spec', 'maintenanceFrequency')),
    phase: stringAt(raw, 'status', 'phase'),
    message: quotedAt(raw, 'status', 'message'),
    lastMaintenance: timeAt(raw, 'status', 'lastMaintenanceTime'),
    maintenance: newestMaintenance(raw),
  }),
  provides: ({ meta, facts }) =>
    facts.volumeNamespace && facts.location
      ? [
          repositoryKey(
            meta,
            facts.volumeNamespace,
            facts.location,
            facts.type ?? 'kopia',
          ),
        ]
      : [],
  links: of =>
    inVelero(
      'location',
      of,
      'BackupStorageLocation',
      of.facts.location,
      'target',
    ),
  health: judgeRepository,
  reasons: [
    {
      code: 'VeleroRepositoryReady',
      cause: 'The repository can be used and is maintained.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroRepositoryBeingMade',
      cause: 'The repository is being set up.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroRepositoryNotMade',
      cause: 'The repository was never set up.',
      evidence: 'status.phase',
    },
    {
      code: 'VeleroRepositoryNotReady',
      cause: 'The repository cannot be used.',
      evidence: 'status.message',
    },
    {
      code: 'VeleroRepositoryMaintenanceFailed',
      cause: 'The last maintenance of the repository failed.',
      evidence: 'status.recentMaintenance',
    },
    {
      code: 'VeleroRepositoryMaintenanceLate',
      cause: 'The repository has not been maintained for long.',
      evidence: 'status.lastMaintenanceTime',
    },
    {
      code: 'VeleroRepositoryTrouble',
      cause: 'The repository is called ready and tells of an error.',
      evidence: 'status.message',
    },
    {
      code: 'VeleroRepositoryPhaseUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
});

function newestMaintenance(raw: RawObject): RepositoryFacts['maintenance'] {
  const runs = objectsAt(raw, 'status', 'recentMaintenance');
  const timeOf = (run: RawObject) =>
    timeAt(run, 'startTimestamp') ?? timeAt(run, 'completeTimestamp') ?? 0;
  const newest = runs.reduce<RawObject | undefined>(
    (best, run) => (best && timeOf(best) > timeOf(run) ? best : run),
    undefined,
  );
  const result = stringAt(newest, 'result');
  const message = quotedAt(newest, 'message');
  return newest && result
    ? { at: runs.indexOf(newest), result, ...(message ? { message } : {}) }
    : undefined;
}

function judgeRepository(
  of: Resource<RepositoryFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = of;
  const evidence = [{ path: 'status.phase', value: facts.phase ?? null }];
  const inGit = definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const says = { path: 'status.message', value: facts.message ?? null };
  switch (facts.phase) {
    case undefined:
    case 'New':
      return waiting(of, context, {
        reason: 'VeleroRepositoryBeingMade',
        lateReason: 'VeleroRepositoryNotMade',
        message: 'Being set up',
        since: meta.created,
        limitMillis: context.thresholds.progressMinutes * 60_000,
        evidence,
      });
    case 'NotReady':
      return failed(
        'VeleroRepositoryNotReady',
        `Not ready: ${facts.message ?? 'no cause given'}.`,
        { evidence: [...evidence, says] },
      );
    case 'Ready':
      return judgeReady(of, context);
    default:
      return unknown(
        'VeleroRepositoryPhaseUnknown',
        `Phase "${facts.phase}" is not known.`,
        { evidence },
      );
  }
}

function judgeReady(
  { facts }: Resource<RepositoryFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const { maintenance, lastMaintenance: last, message } = facts;
  if (maintenance?.result === 'Failed') {
    return degraded(
      'VeleroRepositoryMaintenanceFailed',
      `The last maintenance failed: ${
        maintenance.message ?? 'no cause given'
      }.`,
      {
        evidence: [
          {
            path: `status.recentMaintenance[${maintenance.at}].result`,
            value: 'Failed',
          },
          {
            path: `status.recentMaintenance[${maintenance.at}].message`,
            value: maintenance.message ?? null,
          },
        ],
      },
    );
  }
  const limit = Math.max(
    thresholds.veleroMaintenanceHours * HOUR,
    thresholds.veleroMaintenanceIntervals * (facts.everyMillis ?? 0),
  );
  if (last !== undefined && now > last + limit) {
    return degraded(
      'VeleroRepositoryMaintenanceLate',
      `Last maintained ${formatTime(last)}.`,
      {
        evidence: [{ path: 'status.lastMaintenanceTime', value: isoOf(last) }],
        since: last + limit,
      },
    );
  }
  if (message) {
    return degraded('VeleroRepositoryTrouble', `Ready, but says: ${message}.`, {
      evidence: [{ path: 'status.message', value: message }],
      ...(last === undefined ? {} : { recheckAt: last + limit + 1 }),
    });
  }
  return healthy(
    'VeleroRepositoryReady',
    last === undefined
      ? 'Ready, not maintained yet.'
      : `Ready, maintained ${formatTime(last)}.`,
    last === undefined ? {} : { recheckAt: last + limit + 1 },
  );
}
