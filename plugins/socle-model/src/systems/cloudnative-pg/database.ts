import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { stringAt } from '../../reading/raw';
import { CNPG, GROUP, inCnpg } from './api';
import {
  AppliedFacts,
  appliedReasons,
  judgeApplied,
  notApplied,
  readApplied,
  UnappliedPart,
} from './applied';

export type DatabaseFacts = AppliedFacts & {
  owner?: string;
  ensure?: string;
  reclaimPolicy?: string;
  /** Extensions, schemas and the like that were not applied. */
  missing?: UnappliedPart[];
  trackingId?: string;
};

const PARTS = {
  extensions: 'extension',
  schemas: 'schema',
  fdws: 'foreign data wrapper',
  servers: 'foreign server',
};

/** A database inside a cluster. */
export const database = defineKind<DatabaseFacts>({
  ...CNPG,
  kind: 'Database',
  plural: 'databases',
  title: 'Databases',
  project: raw => {
    const missing = notApplied(raw, PARTS);
    return {
      ...readApplied(raw),
      owner: stringAt(raw, 'spec', 'owner'),
      ensure: stringAt(raw, 'spec', 'ensure'),
      reclaimPolicy: stringAt(raw, 'spec', 'databaseReclaimPolicy'),
      ...(missing.length > 0 ? { missing } : {}),
      trackingId: trackingIdOf(raw, GROUP, 'Database'),
    };
  },
  links: of => [
    ...inCnpg('inCluster', of, 'Cluster', of.facts.cluster, 'target'),
    ...managedBy(of.facts.trackingId),
  ],
  health: (of, context) =>
    judgeApplied(of, context, 'CnpgDatabase', of.facts.missing),
  reasons: [
    ...appliedReasons('CnpgDatabase', 'database'),
    {
      code: 'CnpgDatabasePartsNotApplied',
      cause: 'Extensions or schemas of the database could not be applied.',
      evidence: 'status.extensions[].applied',
    },
  ],
  shows: ['owner', 'ensure', 'reclaimPolicy'],
});
