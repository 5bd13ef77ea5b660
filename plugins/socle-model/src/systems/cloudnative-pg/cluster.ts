import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { managedBy, ownedBy } from '../../definition/ownership';
import { Resource } from '../../definition/resource';
import { suspended } from '../../judging/verdict';
import { CNPG, GROUP, inCnpg, secretLinks } from './api';
import { ClusterFacts, projectCluster } from './cluster-facts';
import { judgeCluster } from './cluster-health';
import { CLUSTER_REASONS } from './cluster-reasons';
import { bucketLink } from './object-store-config';

/** A PostgreSQL cluster: one primary and its replicas. */
export const cluster = defineKind<ClusterFacts>({
  ...CNPG,
  kind: 'Cluster',
  plural: 'clusters',
  entity: { type: 'database' },
  title: 'PostgreSQL clusters',
  project: projectCluster,
  links: clusterLinks,
  suspended: ({ facts }) => {
    if (facts.frozen) {
      return suspended(
        'CnpgClusterReconcileDisabled',
        'Reconciliation is switched off: the status is frozen and says nothing of now.',
        {
          evidence: [
            {
              path: 'metadata.annotations[cnpg.io/reconciliationLoop]',
              value: 'disabled',
            },
          ],
        },
      );
    }
    const { hibernation } = facts;
    return hibernation?.status === 'True'
      ? suspended('CnpgClusterHibernated', 'Hibernated on purpose.', {
          evidence: [
            {
              path: 'status.conditions[type=cnpg.io/hibernation].status',
              value: 'True',
            },
          ],
          ...(hibernation.at === undefined ? {} : { since: hibernation.at }),
        })
      : undefined;
  },
  health: judgeCluster,
  reasons: CLUSTER_REASONS,
  shows: [
    'image',
    'destination',
    'endpoint',
    'serverName',
    'firstRecoverable',
    'lastFailedBackup',
    'writeService',
    'recoveredFrom',
  ],
});

function clusterLinks(of: Resource<ClusterFacts>): Link[] {
  const { facts, meta } = of;
  const links: Link[] = [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
    ...secretLinks(meta, facts.certificateSecrets ?? [], 'target'),
    ...secretLinks(meta, facts.backupSecrets ?? [], 'target'),
    ...secretLinks(meta, facts.userSecrets ?? []),
    ...bucketLink(facts.destination),
    ...inCnpg('restoredFrom', of, 'Backup', facts.recoveredFrom?.backup),
  ];
  if (facts.objectStore) {
    links.push(
      linkTo(
        'objectStore',
        {
          group: 'barmancloud.cnpg.io',
          kind: 'ObjectStore',
          namespace: meta.namespace,
          name: facts.objectStore,
        },
        'target',
      ),
    );
  }
  if (facts.catalog) {
    const { kind, name } = facts.catalog;
    const namespace = kind.startsWith('Cluster') ? undefined : meta.namespace;
    links.push(linkTo('images', { group: GROUP, kind, namespace, name }));
  }
  return links;
}
