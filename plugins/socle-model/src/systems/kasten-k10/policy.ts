import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { Resource } from '../../definition/resource';
import { suspended } from '../../judging/verdict';
import {
  booleanAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import {
  judgeValidation,
  KASTEN,
  readValidation,
  ValidationFacts,
  validationReasons,
} from './validation';

export type PolicyFacts = ValidationFacts & {
  frequency?: string;
  paused?: true;
  actions?: string[];
  /** `namespace/name` of the location profiles that its actions write to. */
  profiles?: string[];
  trackingId?: string;
};

/** A plan of backups and exports. Its state is that of its definition: runs are objects of an API of their own. */
export const policy = defineKind<PolicyFacts>({
  ...KASTEN,
  kind: 'Policy',
  plural: 'policies',
  title: 'Backup policies',
  project,
  links,
  suspended: ({ facts }) =>
    facts.paused
      ? suspended('K10PolicyPaused', 'Paused: no backups are taken.', {
          evidence: [{ path: 'spec.paused', value: true }],
        })
      : undefined,
  health: of => judgeValidation(of, 'K10Policy'),
  reasons: [
    ...validationReasons('K10Policy', 'policy'),
    {
      code: 'K10PolicyPaused',
      cause: 'No backups are taken, on purpose.',
      evidence: 'spec.paused',
      remedy: false,
    },
  ],
  shows: ['frequency', 'actions'],
});

function project(raw: RawObject): PolicyFacts {
  const actions = objectsAt(raw, 'spec', 'actions');
  const names = actions.flatMap(one => stringAt(one, 'action') ?? []);
  const profiles = new Set(
    actions.flatMap(one =>
      ['backupParameters', 'exportParameters', 'importParameters'].flatMap(
        field => {
          const profile = objectAt(one, field, 'profile');
          const name = stringAt(profile, 'name');
          const namespace =
            stringAt(profile, 'namespace') ??
            stringAt(raw, 'metadata', 'namespace') ??
            '';
          return name ? [`${namespace}/${name}`] : [];
        },
      ),
    ),
  );
  return {
    ...readValidation(raw),
    frequency: stringAt(raw, 'spec', 'frequency'),
    ...(booleanAt(raw, 'spec', 'paused') ? { paused: true } : {}),
    ...(names.length > 0 ? { actions: names } : {}),
    ...(profiles.size > 0 ? { profiles: [...profiles] } : {}),
    trackingId: trackingIdOf(raw, KASTEN.group, 'Policy'),
  };
}

function links({ facts }: Resource<PolicyFacts>): Link[] {
  const locations = (facts.profiles ?? []).map(at => {
    const slash = at.indexOf('/');
    return linkTo(
      'location',
      {
        group: KASTEN.group,
        kind: 'Profile',
        namespace: at.slice(0, slash),
        name: at.slice(slash + 1),
      },
      'target',
    );
  });
  return [...locations, ...managedBy(facts.trackingId)];
}
