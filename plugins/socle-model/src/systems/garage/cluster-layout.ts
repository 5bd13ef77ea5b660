import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { healthy, progressing, unknown, Verdict } from '../../judging/verdict';
import {
  booleanAt,
  numberAt,
  objectAt,
  objectsAt,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { clusterLink, GARAGE } from './garage-object';

/** Which node keeps how much, in which zone. */
export type ClusterLayoutFacts = {
  cluster?: string;
  version?: number;
  /** Nodes with a role, and those of them that keep data; absent where no roles are told. */
  roles?: number;
  storageRoles?: number;
  zones: string[];
  /** `maximum`, or the number of zones that each partition has to be in at least. */
  zoneRedundancy?: string;
  stagedChanges: number;
  stagedParameters: boolean;
  /** Layout versions that are not yet historical. */
  activeVersions?: number;
};

export const clusterLayout = defineKind<ClusterLayoutFacts>({
  ...GARAGE,
  kind: 'ClusterLayout',
  plural: 'clusterlayouts',
  project: raw => {
    const layout = objectAt(raw, 'status', 'layout');
    const roles = objectsAt(layout, 'roles');
    const storage = roles.filter(role => (numberAt(role, 'capacity') ?? 0) > 0);
    const told = Array.isArray(valueAt(layout, 'roles'));
    return {
      cluster: stringAt(raw, 'spec', 'cluster'),
      version:
        numberAt(layout, 'version') ??
        numberAt(raw, 'status', 'history', 'currentVersion'),
      roles: told ? roles.length : undefined,
      storageRoles: told ? storage.length : undefined,
      zones: [
        ...new Set(storage.flatMap(role => stringAt(role, 'zone') ?? [])),
      ].sort(),
      zoneRedundancy: redundancyOf(valueAt(layout, 'zoneRedundancy')),
      stagedChanges: numberAt(layout, 'stagedChanges') ?? 0,
      stagedParameters: booleanAt(layout, 'stagedParameters') === true,
      activeVersions: numberAt(raw, 'status', 'history', 'active'),
    };
  },
  links: ({ facts, meta }) => clusterLink(facts.cluster, meta, 'source'),
  health: judgeLayout,
  reasons: [
    {
      code: 'GarageLayoutInForce',
      cause: 'One layout is in force.',
      evidence: 'status.layout.version',
      remedy: false,
    },
    {
      code: 'GarageLayoutMoving',
      cause: 'Data is on its way from one layout to the next.',
      evidence: 'status.history.active',
      remedy: false,
    },
    {
      code: 'GarageLayoutEmpty',
      cause: 'No node has a role with a capacity.',
      evidence: 'status.layout.roles',
    },
    {
      code: 'GarageLayoutNotTold',
      cause: 'The layout was not told.',
      evidence: 'status.layout',
      remedy: false,
    },
  ],
  shows: ['zoneRedundancy', 'roles', 'stagedParameters'],
});

function redundancyOf(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  const atLeast = numberAt(value, 'atLeast');
  return atLeast === undefined ? undefined : `at least ${atLeast}`;
}

function judgeLayout({ facts }: Resource<ClusterLayoutFacts>): Verdict {
  const { storageRoles, activeVersions, zones } = facts;
  const version = facts.version === undefined ? '' : ` ${facts.version}`;
  if (storageRoles === 0) {
    return unknown(
      'GarageLayoutEmpty',
      'No layout: no node has a role with a capacity, so that nothing can be stored.',
      { evidence: [{ path: 'status.layout.roles', value: facts.roles ?? 0 }] },
    );
  }
  if (activeVersions !== undefined && activeVersions > 1) {
    return progressing(
      'GarageLayoutMoving',
      `Data is being moved to the new layout${version}: ${activeVersions} layouts are active.`,
      { evidence: [{ path: 'status.history.active', value: activeVersions }] },
    );
  }
  if (storageRoles === undefined && !activeVersions) {
    return unknown('GarageLayoutNotTold', 'The layout was not told.', {
      evidence: [{ path: 'status.layout', value: null }],
    });
  }
  const staged = facts.stagedChanges > 0 || facts.stagedParameters;
  const spread =
    storageRoles === undefined
      ? ''
      : `: ${storageRoles} storage nodes in ${zones.length} ${
          zones.length === 1 ? 'zone' : 'zones'
        }`;
  return healthy(
    'GarageLayoutInForce',
    `Layout${version} is in force${spread}.`,
    staged
      ? {
          warnings: [
            `A layout change is prepared and not applied (${facts.stagedChanges} role changes).`,
          ],
          evidence: [
            {
              path: 'status.layout.stagedRoleChanges',
              value: facts.stagedChanges,
            },
          ],
        }
      : undefined,
  );
}
