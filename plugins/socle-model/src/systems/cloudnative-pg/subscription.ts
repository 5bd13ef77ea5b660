import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';
import { CNPG, inCnpg } from './api';
import {
  AppliedFacts,
  appliedReasons,
  judgeApplied,
  readApplied,
} from './applied';

export type SubscriptionFacts = AppliedFacts & { database?: string };

/** What a database follows by logical replication. */
export const subscription = defineKind<SubscriptionFacts>({
  ...CNPG,
  kind: 'Subscription',
  plural: 'subscriptions',
  project: raw => ({
    ...readApplied(raw),
    database: stringAt(raw, 'spec', 'dbname'),
  }),
  links: of => inCnpg('inCluster', of, 'Cluster', of.facts.cluster, 'target'),
  health: (of, context) => judgeApplied(of, context, 'CnpgSubscription'),
  reasons: appliedReasons('CnpgSubscription', 'subscription'),
  shows: ['database'],
});
