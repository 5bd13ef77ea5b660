import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { healthy, unknown } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { VELERO } from './api';

export type SnapshotLocationFacts = {
  provider?: string;
  credential?: string;
  phase?: string;
};

/** Where snapshots are taken by a plugin of the storage's provider. */
export const volumeSnapshotLocation = defineKind<SnapshotLocationFacts>({
  ...VELERO,
  kind: 'VolumeSnapshotLocation',
  plural: 'volumesnapshotlocations',
  project: raw => ({
    provider: stringAt(raw, 'spec', 'provider'),
    credential: stringAt(raw, 'spec', 'credential', 'name'),
    phase: stringAt(raw, 'status', 'phase'),
  }),
  links: ({ meta, facts }) =>
    facts.credential
      ? [
          linkTo('usesSecret', {
            group: '',
            kind: 'Secret',
            namespace: meta.namespace,
            name: facts.credential,
          }),
        ]
      : [],
  health: ({ facts, meta }) => {
    if (meta.origin === 'git') {
      return unknown('DefinedInGit', 'Defined in Git, no status read.', {
        evidence: [{ path: 'status', value: null }],
      });
    }
    return facts.phase === undefined || facts.phase === 'Available'
      ? healthy(
          'VeleroSnapshotLocationThere',
          `There, for provider ${
            facts.provider ?? 'unknown'
          }; Velero does not check it.`,
        )
      : unknown(
          'VeleroSnapshotLocationPhaseUnknown',
          `Says "${facts.phase}", which Velero itself never writes.`,
          { evidence: [{ path: 'status.phase', value: facts.phase }] },
        );
  },
  reasons: [
    {
      code: 'VeleroSnapshotLocationThere',
      cause: 'The location exists; Velero does not check it.',
      evidence: 'spec.provider',
      remedy: false,
    },
    {
      code: 'VeleroSnapshotLocationPhaseUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
});
