import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { failed, healthy, progressing } from '../../judging/verdict';
import { objectsAt, stringAt, valueAt } from '../../reading/raw';
import { quotedAt } from '../../reading/wording';

export type GroupContentFacts = {
  driver?: string;
  snapshot?: { namespace: string; name: string };
  ready?: boolean;
  members?: number;
  error?: string;
};

/** What a driver holds for a snapshot of several claims. */
export const volumeGroupSnapshotContent = defineKind<GroupContentFacts>({
  group: 'groupsnapshot.storage.k8s.io',
  kind: 'VolumeGroupSnapshotContent',
  plural: 'volumegroupsnapshotcontents',
  versions: ['v1', 'v1beta2', 'v1beta1', 'v1alpha1'],
  namespaced: false,
  title: 'Group snapshot contents',
  project: raw => {
    const name = stringAt(raw, 'spec', 'volumeGroupSnapshotRef', 'name');
    const ready = valueAt(raw, 'status', 'readyToUse');
    return {
      driver: stringAt(raw, 'spec', 'driver'),
      ...(name
        ? {
            snapshot: {
              namespace:
                stringAt(raw, 'spec', 'volumeGroupSnapshotRef', 'namespace') ??
                '',
              name,
            },
          }
        : {}),
      ...(typeof ready === 'boolean' ? { ready } : {}),
      members: objectsAt(raw, 'status', 'volumeSnapshotInfoList').length,
      error: quotedAt(raw, 'status', 'error', 'message'),
    };
  },
  links: ({ facts }) =>
    facts.snapshot
      ? [
          linkTo('snapshot', {
            group: 'groupsnapshot.storage.k8s.io',
            kind: 'VolumeGroupSnapshot',
            ...facts.snapshot,
          }),
        ]
      : [],
  health: ({ facts }) => {
    const { ready, error, members = 0 } = facts;
    if (ready) {
      return healthy(
        'GroupSnapshotContentReady',
        `The driver holds the snapshots${
          members > 0 ? ` of ${members} volumes` : ''
        }.`,
      );
    }
    if (error) {
      return failed('GroupSnapshotContentFailed', `${error}.`, {
        evidence: [{ path: 'status.error.message', value: error }],
      });
    }
    return progressing(
      'GroupSnapshotContentBeingTaken',
      'The driver takes the snapshots.',
      { evidence: [{ path: 'status.readyToUse', value: ready ?? null }] },
    );
  },
  reasons: [
    {
      code: 'GroupSnapshotContentReady',
      cause: 'The driver holds the snapshots.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
    {
      code: 'GroupSnapshotContentFailed',
      cause: 'The driver could not take the snapshots.',
      evidence: 'status.error.message',
    },
    {
      code: 'GroupSnapshotContentBeingTaken',
      cause: 'The driver takes the snapshots.',
      evidence: 'status.readyToUse',
      remedy: false,
    },
  ],
  shows: ['driver'],
});
