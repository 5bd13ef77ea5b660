import {
  defineKind,
  failed,
  healthy,
  linkTo,
  numberAt,
  stringAt,
  unknown,
} from '@socle/backstage-plugin-socle-model';

type HiveFacts = {
  workers?: number;
  queen?: string;
  claim?: string;
};

export const hive = defineKind<HiveFacts>({
  group: 'apiary.example.org',
  kind: 'Hive',
  plural: 'hives',
  versions: ['v1'],
  namespaced: true,
  entity: { type: 'hive' },
  reads: ['spec.workers', 'spec.combs', 'status.queen'],
  project: raw => ({
    workers: numberAt(raw, 'spec', 'workers'),
    claim: stringAt(raw, 'spec', 'combs'),
    queen: stringAt(raw, 'status', 'queen'),
  }),
  links: ({ meta: { namespace }, facts: { claim } }) =>
    claim
      ? [
          linkTo(
            'data',
            {
              group: '',
              kind: 'PersistentVolumeClaim',
              namespace,
              name: claim,
            },
            'target',
          ),
        ]
      : [],
  health: ({ facts: { queen } }) => {
    const evidence = [{ path: 'status.queen', value: queen ?? '' }];
    switch (queen) {
      case 'Laying':
        return healthy('HiveLaying', 'The queen lays.');
      case 'Missing':
        return failed('HiveQueenMissing', 'There is no queen.', { evidence });
      default:
        return unknown('HiveStateUnknown', `The queen is ${queen}.`, {
          evidence,
        });
    }
  },
  reasons: [
    {
      code: 'HiveLaying',
      cause: 'The queen is there and lays.',
      evidence: 'status.queen',
      remedy: false,
    },
    {
      code: 'HiveQueenMissing',
      cause: 'The hive has lost its queen.',
      evidence: 'status.queen',
    },
    {
      code: 'HiveStateUnknown',
      cause: 'The queen is in a state that no rule knows.',
      evidence: 'status.queen',
      remedy: false,
    },
  ],
  shows: ['workers'],
});
