import { defineKind } from '../../definition/kind';
import { endpointKey } from '../../definition/probe';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import { suspended, Verdict } from '../../judging/verdict';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import {
  booleanAt,
  isObject,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import {
  failureStoresAt,
  MemberSummary,
  membersAt,
  storesAt,
  StoreSummary,
} from './cluster-status';
import { judgeTidbCluster } from './tidb-cluster-health';
import { TIDB_CLUSTER_REASONS } from './tidb-cluster-reasons';

export type TidbClusterFacts = {
  version?: string;
  /** Without tidb it is TiKV alone, as under SurrealDB. */
  components: string[];
  paused?: boolean;
  suspendedSets?: boolean;
  ready?: Condition;
  members?: MemberSummary;
  leader?: string;
  pdSynced?: boolean;
  tikv?: StoreSummary;
  tikvSynced?: boolean;
  tiflash?: StoreSummary;
  /** Pods of failed stores that the operator has replaced, by component. */
  replaced?: { [part: string]: string[] };
  /** `tikv: Upgrade`, of components that are not Normal. */
  phases?: string[];
  clusterId?: string;
  trackingId?: string;
};

const COMPONENTS = [
  'pd',
  'tikv',
  'tidb',
  'tiflash',
  'ticdc',
  'tiproxy',
  'pump',
];

export const tidbCluster = defineKind<TidbClusterFacts>({
  group: 'pingcap.com',
  kind: 'TidbCluster',
  plural: 'tidbclusters',
  versions: ['v1alpha1'],
  entity: { type: 'database' },
  namespaced: true,
  // A rolling update moves leaders off each store first, and a store that drains moves its data.
  patienceMinutes: 60,
  reads: [
    'metadata.annotations',
    'spec.version',
    'spec.paused',
    'spec.suspendAction.suspendStatefulSet',
    ...COMPONENTS.map(part => `spec.${part}.replicas`),
    'status',
  ],
  project,
  // The addresses of PD that clients in any namespace may use.
  provides: ({ meta }) =>
    ['', '.svc', '.svc.cluster.local'].map(domain =>
      endpointKey(`${meta.name}-pd.${meta.namespace ?? ''}${domain}:2379`),
    ),
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  suspended: ({ facts }) => heldVerdict(facts),
  health: ({ facts }, { now }) => judgeTidbCluster(facts, now),
  reasons: TIDB_CLUSTER_REASONS,
  shows: ['version', 'clusterId', 'components'],
});

function heldVerdict(facts: TidbClusterFacts): Verdict | undefined {
  if (facts.paused) {
    return suspended(
      'TidbClusterPaused',
      'The operator leaves the cluster alone; the status is frozen.',
      { evidence: [{ path: 'spec.paused', value: true }] },
    );
  }
  return facts.suspendedSets
    ? suspended(
        'TidbClusterPaused',
        'The StatefulSets are suspended on purpose: no pod runs.',
        {
          evidence: [
            { path: 'spec.suspendAction.suspendStatefulSet', value: true },
          ],
        },
      )
    : undefined;
}

function project(raw: RawObject): TidbClusterFacts {
  const ready = condition(conditionsAt(raw), 'Ready');
  const replaced = ['tikv', 'tiflash'].flatMap(part => {
    const pods = failureStoresAt(raw, part);
    return pods.length > 0 ? [[part, pods] as const] : [];
  });
  const phases = COMPONENTS.flatMap(part => {
    const phase = stringAt(raw, 'status', part, 'phase');
    return phase && phase !== 'Normal' ? [`${part}: ${phase}`] : [];
  });
  return {
    version: stringAt(raw, 'spec', 'version'),
    components: COMPONENTS.filter(part => isObject(valueAt(raw, 'spec', part))),
    paused: booleanAt(raw, 'spec', 'paused') || undefined,
    suspendedSets:
      booleanAt(raw, 'spec', 'suspendAction', 'suspendStatefulSet') ||
      undefined,
    ...(ready ? { ready } : {}),
    members: membersAt(raw),
    leader: stringAt(raw, 'status', 'pd', 'leader', 'name'),
    pdSynced: booleanAt(raw, 'status', 'pd', 'synced'),
    tikv: storesAt(raw, 'tikv'),
    tikvSynced: booleanAt(raw, 'status', 'tikv', 'synced'),
    tiflash: storesAt(raw, 'tiflash'),
    ...(replaced.length > 0 ? { replaced: Object.fromEntries(replaced) } : {}),
    ...(phases.length > 0 ? { phases } : {}),
    clusterId: stringAt(raw, 'status', 'clusterID'),
    trackingId: trackingIdOf(raw, 'pingcap.com', 'TidbCluster'),
  };
}
