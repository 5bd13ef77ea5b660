import { COMMON_REASONS, systems } from '@socle/backstage-plugin-socle-model';
import { anchors } from '../../../tooling/docs/checks/markdown';
import { systemsPage } from '../../../tooling/docs/pages/systems-page';

const page = systemsPage(systems, COMMON_REASONS);

/** The overview, and what stands below the heading of one system. */
function sectionOf(title: string): string | undefined {
  return page
    .split(/^## /m)
    .find(section => section.startsWith(`${title}\n`))
    ?.toLowerCase();
}

/** Each component that a document names, by the word that a reader would look for, and the system that it is in. */
const NAMED: Record<string, Array<[word: string, system: string]>> = {
  'storage and data services': [
    ['Longhorn', 'Longhorn'],
    ['Replica', 'Longhorn'],
    ['Snapshot', 'Longhorn'],
    ['RecurringJob', 'Longhorn'],
    ['PersistentVolumeClaim', 'Persistent storage'],
    ['StorageClass', 'Persistent storage'],
    ['CSIDriver', 'Persistent storage'],
    ['Garage', 'Garage'],
    ['S3', 'Garage'],
    ['Harbor', 'Harbor'],
    ['Trivy', 'Harbor'],
    ['signatures', 'Harbor'],
    ['replication', 'Harbor'],
    ['Velero', 'Velero'],
    ['Schedule', 'Velero'],
    ['CloudNativePG', 'CloudNativePG'],
    ['PostgreSQL', 'CloudNativePG'],
    ['Dragonfly', 'Dragonfly'],
    ['Redis', 'Dragonfly'],
    ['Strimzi', 'Strimzi Kafka'],
    ['Kafka', 'Strimzi Kafka'],
    ['TiKV', 'TiDB Operator'],
    ['TiKV', 'TiKV Placement Driver'],
    ['SurrealDB', 'SurrealDB'],
    ['TiKV', 'SurrealDB'],
    ['Qdrant', 'Qdrant'],
    ['Argo CD', 'Argo CD'],
  ],
  'persistent storage in a lab': [
    ['hostpath', 'MicroK8s hostpath'],
    ['PersistentVolume', 'Persistent storage'],
    ['PersistentVolumeClaim', 'Persistent storage'],
    ['StorageClass', 'Persistent storage'],
    ['VolumeSnapshot', 'Persistent storage'],
    ['ResourceQuota', 'Kubernetes'],
    ['Pod', 'Workloads'],
    ['StatefulSet', 'Workloads'],
    ['kubelet', 'Kubelet measurements'],
    ['NFS', 'NFS shares'],
    ['GlusterFS', 'GlusterFS'],
    ['Ceph', 'Rook Ceph'],
    ['Rook', 'Rook Ceph'],
    ['OpenEBS', 'OpenEBS'],
    ['LVM', 'OpenEBS'],
    ['ZFS', 'OpenEBS'],
    ['Longhorn', 'Longhorn'],
    ['Velero', 'Velero'],
    ['MinIO', 'S3'],
    ['Kasten K10', 'Kasten K10'],
    ['CloudCasa', 'CloudCasa'],
    ['Prometheus', 'Prometheus'],
    ['Grafana', 'Grafana'],
  ],
  'a reference architecture on premises': [
    ['HAProxy', 'HAProxy'],
    ['NGINX', 'Ingress NGINX'],
    ['Traefik', 'Traefik'],
    ['API server', 'Control plane'],
    ['etcd', 'Control plane'],
    ['controller manager', 'Control plane'],
    ['scheduler', 'Control plane'],
    ['Node', 'Kubernetes'],
    ['Pod', 'Workloads'],
    ['Service', 'Workloads'],
    ['PersistentVolumeClaim', 'Persistent storage'],
    ['StorageClass', 'Persistent storage'],
    ['CSIDriver', 'Persistent storage'],
    ['NFS', 'NFS shares'],
    ['storage array', 'SAN arrays'],
    ['Ceph', 'Rook Ceph'],
    ['Argo CD', 'Argo CD'],
    ['Flux', 'Flux'],
    ['GitRepository', 'Flux'],
    ['Prometheus', 'Prometheus'],
    ['Grafana', 'Grafana'],
    ['Loki', 'Loki'],
    ['ELK', 'Elastic Stack'],
  ],
  'a managed cluster over three regions': [
    ['etcd', 'Control plane'],
    ['API server', 'Control plane'],
    ['scheduler', 'Control plane'],
    ['controller manager', 'Control plane'],
    ['Node', 'Kubernetes'],
    ['MachineDeployment', 'Cluster API'],
    ['groups of nodes', 'Cluster API'],
    ['Kubernetes', 'Cozystack and Hikube'],
    ['Pod', 'Workloads'],
    ['PersistentVolume', 'Persistent storage'],
    ['Hikube', 'Hikube disks'],
    ['Geneva', 'Hikube disks'],
    ['Gland', 'Hikube disks'],
    ['Lucerne', 'Hikube disks'],
    ['LINSTOR', 'LINSTOR and Piraeus'],
  ],
  'a bare-metal platform, as far as its areas are modelled': [
    ['Talos', 'Talos Linux'],
    ['Gateway', 'Gateway API'],
    ['HTTPRoute', 'Gateway API'],
    ['Service', 'Workloads'],
    ['Application', 'Argo CD'],
    ['ApplicationSet', 'Argo CD'],
    ['Vault', 'Vault / OpenBao'],
    ['ClusterSecretStore', 'External Secrets'],
    ['ExternalSecret', 'External Secrets'],
    ['Secret', 'Kubernetes Secrets'],
    ['proxy caches', 'Harbor'],
    ['Longhorn', 'Longhorn'],
    ['Garage', 'Garage'],
    ['RustFS', 'S3'],
    ['Supabase', 'Supabase'],
    ['SurrealDB', 'SurrealDB'],
    ['Qdrant', 'Qdrant'],
    ['Dragonfly', 'Dragonfly'],
    ['Grafana', 'Grafana'],
    ['Devtron', 'Devtron'],
  ],
};

describe.each(Object.entries(NAMED))('%s', (_, named) => {
  it.each(named)('%s is in the section of %s', (word, system) => {
    expect(sectionOf(system)).toContain(word.toLowerCase());
  });
});

it.each(['firewall', 'load balancer', 'storage array', 'GitHub', 'Terraform'])(
  'says where what no API shows is stated: %s',
  word => {
    expect(page.split('\n| System')[0]).toContain(word);
  },
);

it('leads to each system by its id, as the entities in the catalog do', () => {
  const found = anchors(page);
  expect(systems.filter(({ id }) => !found.has(id))).toEqual([]);
});
