import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';
import { CNPG, inCnpg } from './api';
import {
  AppliedFacts,
  appliedReasons,
  judgeApplied,
  readApplied,
} from './applied';

export type PublicationFacts = AppliedFacts & { database?: string };

/** What a database publishes for logical replication. */
export const publication = defineKind<PublicationFacts>({
  ...CNPG,
  kind: 'Publication',
  plural: 'publications',
  project: raw => ({
    ...readApplied(raw),
    database: stringAt(raw, 'spec', 'dbname'),
  }),
  links: of => inCnpg('inCluster', of, 'Cluster', of.facts.cluster, 'target'),
  health: (of, context) => judgeApplied(of, context, 'CnpgPublication'),
  reasons: appliedReasons('CnpgPublication', 'publication'),
  shows: ['database'],
});
