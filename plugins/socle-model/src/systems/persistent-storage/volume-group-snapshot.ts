import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { RawObject, stringAt, valueAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { definedInGit } from './defined-in-git';
import { quotedAt } from '../../reading/wording';

const MINUTE = 60_000;

export type GroupSnapshotFacts = {
  content?: string;
  class?: string;
  ready?: boolean;
  /** When the data were cut, in milliseconds. */
  taken?: number;
  error?: string;
};

const GROUP = 'groupsnapshot.storage.k8s.io';
const VERSIONS = ['v1', 'v1beta2', 'v1beta1', 'v1alpha1'];

/** A snapshot of several claims at one moment. */
export const volumeGroupSnapshot = defineKind<GroupSnapshotFacts>({
  group: GROUP,
  kind: 'VolumeGroupSnapshot',
  plural: 'volumegroupsnapshots',
  versions: VERSIONS,
  namespaced: true,
  title: 'Group snapshots',
  // Its own rule says when a missing status is too late.
  statusless: true,
  patienceMinutes: 0,
  project: projectGroupSnapshot,
  links: ({ facts }) => [
    ...(facts.content
      ? [
          linkTo(
            'content',
            {
              group: GROUP,
              kind: 'VolumeGroupSnapshotContent',
              name: facts.content,
            },
            'target' as const,
          ),
        ]
      : []),
    ...(facts.class
      ? [
          linkTo('class', {
            group: GROUP,
            kind: 'VolumeGroupSnapshotClass',
            name: facts.class,
          }),
        ]
      : []),
  ],
  health: judgeGroupSnapshot,
  reasons: [
    {
      code: 'VolumeGroupSnapshotReady',
      cause: 'All of the group can be restored from.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'VolumeGroupSnapshotContentMissing',
      cause: 'The content that holds the group snapshot does not exist.',
      evidence: 'status.boundVolumeGroupSnapshotContentName',
    },
    {
      code: 'VolumeGroupSnapshotFailed',
      cause: 'The group snapshot could not be taken.',
      evidence: 'status.error.message',
    },
    {
      code: 'VolumeGroupSnapshotBeingTaken',
      cause: 'The group snapshot is being taken.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'VolumeGroupSnapshotSlow',
      cause: 'The group snapshot is not ready, and no error is reported.',
      evidence: 'status.readyToUse',
    },
  ],
});

function projectGroupSnapshot(raw: RawObject): GroupSnapshotFacts {
  const ready = valueAt(raw, 'status', 'readyToUse');
  return {
    content:
      stringAt(raw, 'status', 'boundVolumeGroupSnapshotContentName') ??
      stringAt(raw, 'spec', 'source', 'volumeGroupSnapshotContentName'),
    class: stringAt(raw, 'spec', 'volumeGroupSnapshotClassName'),
    ...(typeof ready === 'boolean' ? { ready } : {}),
    taken: timeAt(raw, 'status', 'creationTime'),
    error: quotedAt(raw, 'status', 'error', 'message'),
  };
}

function judgeGroupSnapshot(
  { meta, facts }: Resource<GroupSnapshotFacts>,
  context: HealthContext,
): Verdict {
  const { ready, taken, error, content } = facts;
  const { now, thresholds } = context;
  if (context.target('content')?.state === 'absent') {
    return failed(
      'VolumeGroupSnapshotContentMissing',
      `Its content ${content} does not exist.`,
      {
        evidence: [
          {
            path: 'status.boundVolumeGroupSnapshotContentName',
            value: content ?? null,
          },
        ],
      },
    );
  }
  if (ready) {
    return healthy(
      'VolumeGroupSnapshotReady',
      `Can be restored from${
        taken === undefined ? '' : `: taken ${formatTime(taken)}`
      }.`,
    );
  }
  if (error) {
    return failed('VolumeGroupSnapshotFailed', `${error}.`, {
      evidence: [{ path: 'status.error.message', value: error }],
    });
  }
  const inGit = meta.hasStatus ? undefined : definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const evidence = [{ path: 'status.readyToUse', value: ready ?? null }];
  const since = taken ?? meta.created;
  const due =
    since === undefined
      ? undefined
      : since + thresholds.snapshotAnswerMinutes * MINUTE;
  return since !== undefined && due !== undefined && now > due
    ? degraded(
        'VolumeGroupSnapshotSlow',
        `Not ready since ${formatTime(
          since,
        )}, and no error is reported: does the driver take group snapshots?`,
        { evidence },
      )
    : progressing('VolumeGroupSnapshotBeingTaken', 'Being taken.', {
        evidence,
        ...(due === undefined ? {} : { recheckAt: due + 1 }),
      });
}
