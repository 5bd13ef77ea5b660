import { KindId, ReasonDefinition } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import { Meta, Resource } from '../../definition/resource';
import { withHistory } from '../../judging/history';
import {
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import {
  labelAt,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { quotedAt } from '../../reading/wording';
import { GROUP, inVelero, labelKey, nodeAgentLink } from './api';
import { definedInGit } from './defined-in-git';
import { atTime, isoOf } from './run';
import { waiting } from './waiting';

const BYTES_DONE = 'status.progress.bytesDone';

/** What the four kinds say that move the data of one volume. */
export type MoveFacts = {
  phase?: string;
  message?: string;
  accepted?: number;
  started?: number;
  completed?: number;
  bytesDone?: number;
  bytesTotal?: number;
  location?: string;
  /** The backup or restore that it is part of, by its labels. */
  partOf?: string;
  partOfUid?: string;
};

export function readMove(raw: RawObject, of: 'backup' | 'restore'): MoveFacts {
  const status = objectAt(raw, 'status');
  return {
    phase: stringAt(status, 'phase'),
    message: quotedAt(status, 'message'),
    accepted: timeAt(status, 'acceptedTimestamp'),
    started: timeAt(status, 'startTimestamp'),
    completed: timeAt(status, 'completionTimestamp'),
    bytesDone: numberAt(status, 'progress', 'bytesDone'),
    bytesTotal: numberAt(status, 'progress', 'totalBytes'),
    location: stringAt(raw, 'spec', 'backupStorageLocation'),
    partOf: labelAt(raw, `velero.io/${of}-name`),
    partOfUid: labelAt(raw, `velero.io/${of}-uid`),
  };
}

/** Links that the four have in common. */
export function moveLinks<F extends MoveFacts>(
  of: Resource<F>,
  kind: 'Backup' | 'Restore',
): Link[] {
  const { location, partOf } = of.facts;
  const to = parentKey(of.facts, of.meta, kind);
  return [
    ...(to && partOf !== ''
      ? [linkByKey(kind.toLowerCase(), to, [`${GROUP}/${kind}`], 'source')]
      : []),
    ...inVelero('location', of, 'BackupStorageLocation', location, 'target'),
    nodeAgentLink(of.meta),
  ];
}

function parentKey(
  { partOf, partOfUid }: MoveFacts,
  meta: Meta,
  kind: 'Backup' | 'Restore',
): string | undefined {
  if (partOfUid) {
    return `velero${kind}Uid:${partOfUid}`;
  }
  return partOf ? labelKey(kind, meta, partOf) : undefined;
}

/** @param prefix - of the reasons: `VeleroDataUpload` */
export function judgeMove<F extends MoveFacts>(
  of: Resource<F>,
  context: HealthContext,
  prefix: string,
): Verdict {
  const { facts, meta } = of;
  const { veleroPrepareMinutes, veleroMoveMinutes, veleroStartMinutes } =
    context.thresholds;
  const evidence = [{ path: 'status.phase', value: facts.phase ?? null }];
  const inGit = definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const since = facts.completed ?? facts.started ?? meta.created;
  const onItsWay = (
    message: string,
    from: number | undefined,
    minutes: number,
  ) =>
    waiting(of, context, {
      reason: `${prefix}Running`,
      lateReason: `${prefix}Stuck`,
      message,
      since: from,
      limitMillis: minutes * 60_000,
      evidence: [
        ...evidence,
        { path: 'status.acceptedTimestamp', value: isoOf(facts.accepted) },
        { path: BYTES_DONE, value: facts.bytesDone ?? null },
      ],
    });
  switch (facts.phase) {
    case undefined:
    case 'New':
      return onItsWay(
        'Waits for a node agent to take it',
        meta.created,
        veleroStartMinutes,
      );
    case 'Accepted':
    case 'Prepared':
      return onItsWay(
        `${facts.phase}: waits for a free node agent, or its pod does not start`,
        facts.accepted ?? meta.created,
        veleroPrepareMinutes,
      );
    case 'Canceling':
      return onItsWay('Being cancelled', undefined, veleroMoveMinutes);
    case 'InProgress':
      return onItsWay(
        `Moving data: ${bytesOf(facts)}`,
        movingSince(of, context),
        veleroMoveMinutes,
      );
    case 'Completed':
      return healthy(
        `${prefix}Completed`,
        `Complete${atTime(facts.completed)}, ${bytesOf(facts)}${
          facts.message ? ` (${facts.message})` : ''
        }.`,
        { since },
      );
    case 'Failed':
    case 'Canceled':
      return withHistory(
        failed(
          `${prefix}Failed`,
          `${facts.phase === 'Failed' ? 'Failed' : 'Cancelled'}: ${
            facts.message ?? 'no cause given'
          }.`,
          {
            evidence: [
              ...evidence,
              { path: 'status.message', value: facts.message ?? null },
            ],
            since,
          },
        ),
        since,
        context,
      );
    default:
      return unknown(
        `${prefix}PhaseUnknown`,
        `Phase "${facts.phase}" is not known.`,
        { evidence },
      );
  }
}

/** What was to move the data of a backup or restore and did not: failed or cancelled. */
export function lostMoves(
  context: HealthContext,
  of: 'backup' | 'restore',
): Resource<MoveFacts>[] {
  const kinds: KindId[] =
    of === 'backup'
      ? [`${GROUP}/PodVolumeBackup`, `${GROUP}/DataUpload`]
      : [`${GROUP}/PodVolumeRestore`, `${GROUP}/DataDownload`];
  return kinds
    .flatMap(kind => context.incoming<MoveFacts>(of, kind).items)
    .filter(
      ({ facts: { phase } }) => phase === 'Failed' || phase === 'Canceled',
    );
}

/** Bytes that move start the clock anew: the evidence of the last judgement says how many there were. */
function movingSince<F extends MoveFacts>(
  { facts, verdict }: Resource<F>,
  { now, thresholds }: HealthContext,
): number | undefined {
  if (!facts.bytesDone) {
    return facts.started;
  }
  const before = verdict.evidence?.find(({ path }) => path === BYTES_DONE);
  if (before?.value !== facts.bytesDone) {
    return now;
  }
  return verdict.status === 'degraded' && verdict.since !== undefined
    ? verdict.since - thresholds.veleroMoveMinutes * 60_000
    : verdict.progressingSince;
}

function bytesOf({ bytesDone, bytesTotal }: MoveFacts): string {
  if (bytesDone === undefined && bytesTotal === undefined) {
    return 'no bytes told';
  }
  return bytesTotal === undefined
    ? `${formatBytes(bytesDone!)}`
    : `${formatBytes(bytesDone ?? 0)} of ${formatBytes(bytesTotal)}`;
}

/** The reasons of one of the four. */
export function moveReasons(prefix: string, what: string): ReasonDefinition[] {
  return [
    {
      code: `${prefix}Completed`,
      cause: `The ${what} is complete.`,
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: `${prefix}Running`,
      cause: `The ${what} is on its way.`,
      evidence: 'status.progress',
      remedy: false,
    },
    {
      code: `${prefix}Stuck`,
      cause: `The ${what} does not go on.`,
      evidence: 'status.acceptedTimestamp',
    },
    {
      code: `${prefix}Failed`,
      cause: `The ${what} failed or was cancelled.`,
      evidence: 'status.message',
    },
    {
      code: `${prefix}PhaseUnknown`,
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ];
}

/** A repository is found by the namespace whose volumes it holds, the location and the tool. */
export function repositoryKey(
  { namespace }: Meta,
  volumeNamespace: string,
  location: string,
  type: string,
): string {
  return `veleroRepository:${
    namespace ?? ''
  }/${volumeNamespace}/${location}/${type}`;
}
