/**
 * What the platform of the demo is said to be made of, copied by hand from its description: the name there, and the
 * entity that must stand for it. It is not made from the demo's own table, so that neither can hide a hole in the other.
 */
export const COMPONENTS: Array<[said: string, entity: string]> = [
  ['Longhorn', 'component:longhorn'],
  ['Garage', 'component:garage'],
  ['Harbor', 'component:harbor'],
  ['Trivy', 'component:trivy'],
  ['Velero', 'component:velero'],
  ['CloudNativePG', 'component:cloudnative-pg'],
  ['Dragonfly', 'component:dragonfly'],
  ['Strimzi (Apache Kafka)', 'component:strimzi'],
  ['TiKV', 'component:tikv'],
  ['SurrealDB', 'component:surrealdb'],
  ['Qdrant', 'component:qdrant'],
  ['Keycloak', 'component:keycloak'],
  ['Backstage', 'component:backstage'],
  ['Matomo', 'component:matomo'],
  ['Cilium', 'component:cilium'],
  ['Cilium Gateway', 'component:gateway'],
  ['CoreDNS', 'component:coredns'],
  ['ArgoCD', 'component:argocd'],
  ['ESO', 'component:external-secrets'],
  ['Vault', 'component:vault'],
  ['Kyverno', 'component:kyverno'],
  ['Supabase', 'component:supabase'],
  ['Homepage', 'component:homepage'],
  ['Falco', 'component:falco'],
  ['AIBrix', 'component:aibrix'],
];

/** What components stand on. */
export const RESOURCES: Array<[said: string, entity: string]> = [
  ['edgit-k8s', 'resource:edgit-k8s'],
  ['controlplane 192.168.0.100', 'resource:controlplane-100'],
  ['controlplane 192.168.0.101', 'resource:controlplane-101'],
  ['controlplane-102', 'resource:controlplane-102'],
  ['worker-103', 'resource:worker-103'],
  ['worker-104', 'resource:worker-104'],
  ['worker 150', 'resource:worker-150'],
  ['worker 151', 'resource:worker-151'],
  ['gx10', 'resource:gx10'],
  ['StorageClass of Longhorn', 'resource:longhorn'],
  ['ClusterSecretStore vault-backend', 'resource:vault-backend'],
  ["Let's Encrypt", 'resource:lets-encrypt'],
  ['GitHub', 'resource:github'],
  ['terraform/vault', 'resource:terraform-vault'],
  ['terraform/keycloak', 'resource:terraform-keycloak'],
  ['terraform/harbor', 'resource:terraform-harbor'],
  ['terraform/grafana', 'resource:terraform-grafana'],
];

/** The services behind the gateway, with the host that the entity must link to. */
export const EXPOSED: Array<[said: string, entity: string, host: string]> = [
  ['ArgoCD', 'component:argocd', 'argo.exitthecloud.eu'],
  ['Vault', 'component:vault', 'vault.exitthecloud.eu'],
  ['Grafana', 'component:grafana', 'grafana.exitthecloud.eu'],
  ['Harbor', 'component:harbor', 'harbor.exitthecloud.eu'],
  ['Keycloak', 'component:keycloak', 'keycloak.exitthecloud.eu'],
  ['Homepage', 'component:homepage', 'homepage.exitthecloud.eu'],
  ['Supabase', 'component:supabase', 'supabase.exitthecloud.eu'],
  ['Longhorn', 'component:longhorn', 'longhorn.exitthecloud.eu'],
  ['Hubble UI', 'component:hubble-ui', 'hubble-ui.exitthecloud.eu'],
  ['OneDev', 'component:onedev', 'onedev.exitthecloud.eu'],
  ['Matomo', 'component:matomo', 'matomo.exitthecloud.eu'],
  ['n8n', 'component:n8n', 'n8n.exitthecloud.eu'],
  ['SurrealDB', 'component:surrealdb', 'surrealdb.exitthecloud.eu'],
  ['Qdrant', 'component:qdrant', 'qdrant.exitthecloud.eu'],
  ['Garage', 'component:garage', 'garage.exitthecloud.eu'],
  ['RustFS', 'component:rustfs', 'rustfs.apps.edgeprime.io'],
  ['OpenCost', 'component:opencost', 'opencost.exitthecloud.eu'],
  ['AI Platform', 'component:ai-platform', 'ai.exitthecloud.eu'],
  [
    'Policy Reporter',
    'component:policy-reporter',
    'policy-reporter.exitthecloud.eu',
  ],
  ['Firecrawl', 'component:firecrawl', 'firecrawl.exitthecloud.eu'],
  ['IT-Tools', 'component:it-tools', 'it-tools.exitthecloud.eu'],
  ['Paperless-ngx', 'component:paperless-ngx', 'paperless.exitthecloud.eu'],
  ['Stirling-PDF', 'component:stirling-pdf', 'stirling-pdf.exitthecloud.eu'],
  ['Devtron', 'component:devtron', 'devtron.exitthecloud.eu'],
  ['Honcho', 'component:honcho', 'honcho.exitthecloud.eu'],
  ['Hindsight', 'component:hindsight', 'hindsight.apps.edgeprime.io'],
  ['Rclone', 'component:rclone', 'rclone.exitthecloud.eu'],
  ['Mailpit', 'component:mailpit', 'mailpit.exitthecloud.eu'],
];

/** The deployment patterns, with those that are named for each. */
export const PATTERNS: Record<'a' | 'b' | 'c' | 'd', string[]> = {
  a: ['keycloak', 'cilium', 'external-secrets', 'longhorn'],
  b: ['surrealdb', 'qdrant', 'garage', 'supabase'],
  c: ['homepage', 'harbor', 'backstage', 'falco'],
  d: ['argocd', 'dragonfly', 'aibrix', 'matomo'],
};

/** The other platforms: the name in their descriptions, and the entity of the demo cluster that must stand for it. */
export const OTHER_PLATFORMS: Record<
  string,
  Array<[said: string, entity: string]>
> = {
  'microk8s-lab': [
    ['MicroK8s', 'component:microk8s'],
    ['the one node', 'resource:lab-01'],
    ['hostpath-provisioner', 'component:hostpath-provisioner'],
    ['StorageClass microk8s-hostpath', 'resource:microk8s-hostpath'],
    ['class "fast"', 'resource:fast'],
    ['class "archive"', 'resource:archive'],
    ['Velero', 'component:velero'],
    ['MinIO', 'component:minio'],
    ['PostgreSQL', 'component:postgresql'],
    ['Prometheus', 'component:prometheus'],
    ['Grafana', 'component:grafana'],
    ['NAS', 'resource:nas'],
  ],
  'onprem-prod': [
    ['Firewall / Reverse Proxy', 'resource:firewall'],
    ['Load Balancer, VIP / HAProxy', 'resource:load-balancer'],
    ['Ingress Controller NGINX', 'component:ingress-nginx-controller'],
    ['Control Plane (HA)', 'component:control-plane'],
    ['CP-1', 'resource:cp-1'],
    ['CP-2', 'resource:cp-2'],
    ['CP-3', 'resource:cp-3'],
    ['Worker-1', 'resource:worker-1'],
    ['Worker-2', 'resource:worker-2'],
    ['Worker-3', 'resource:worker-3'],
    ['App A', 'component:app-a'],
    ['App B', 'component:app-b'],
    ['DB', 'component:app-db'],
    ['StorageClass, blocks', 'resource:san-block'],
    ['StorageClass, files', 'resource:nfs-shared'],
    ['CSI Driver, SAN', 'component:san-csi'],
    ['CSI Driver, NFS', 'component:nfs-csi'],
    ['SAN', 'resource:san'],
    ['NFS', 'resource:nfs-server'],
    ['Git Repository', 'resource:git-server'],
    ['GitOps Controller', 'component:flux'],
    ['Prometheus', 'component:prometheus'],
    ['Grafana', 'component:grafana'],
    ['Loki', 'component:loki'],
  ],
  hikube: [
    ['Hikube Kubernetes', 'resource:hikube'],
    ['Etcd Cluster', 'resource:etcd-cluster'],
    ['Control Plane', 'resource:control-plane'],
    ['Node group 1, Geneva', 'resource:kubernetes-prod-md0-7k2lp-geneva'],
    ['Node group 1, Gland', 'resource:kubernetes-prod-md0-7k2lp-gland'],
    ['Node group 1, Lucerne', 'resource:kubernetes-prod-md0-7k2lp-lucerne'],
    ['Node group 2, Geneva', 'resource:kubernetes-prod-data-9w4qd-geneva'],
    ['Node group 2, Gland', 'resource:kubernetes-prod-data-9w4qd-gland'],
    ['Node group 2, Lucerne', 'resource:kubernetes-prod-data-9w4qd-lucerne'],
    ['Kubernetes PV Data', 'resource:replicated'],
    ['Hikube Data Layer', 'resource:hikube-replication-data-layer'],
    ['Geneva Data Storage', 'resource:geneva-data-storage'],
    ['Gland Data Storage', 'resource:gland-data-storage'],
    ['Lucerne Data Storage', 'resource:lucerne-data-storage'],
  ],
};

/** What is no entity and is shown all the same: an object of the kind, `namespace/name`, found in the explorer. */
export const OBJECTS: Array<
  [said: string, cluster: string, kind: string, name: string]
> = [
  ['kube-apiserver CP-1', 'onprem-prod', 'Pod', 'kube-apiserver-cp-1'],
  ['kube-apiserver CP-2', 'onprem-prod', 'Pod', 'kube-apiserver-cp-2'],
  ['kube-apiserver CP-3', 'onprem-prod', 'Pod', 'kube-apiserver-cp-3'],
  ['controller-manager', 'onprem-prod', 'Pod', 'kube-controller-manager-cp-1'],
  ['scheduler', 'onprem-prod', 'Pod', 'kube-scheduler-cp-1'],
  ['etcd', 'onprem-prod', 'EtcdCluster', 'onprem-prod'],
  ['Service ClusterIP, App Web', 'onprem-prod', 'Service', 'app-a'],
  ['Service ClusterIP, DB', 'onprem-prod', 'Service', 'app-db'],
  ['PVC Web', 'onprem-prod', 'PersistentVolumeClaim', 'web-content'],
  ['PVC DB', 'onprem-prod', 'PersistentVolumeClaim', 'data-app-db-0'],
  ['etcd, as its tenants see it', 'hikube', 'EtcdCluster', 'hikube'],
  ['API Server', 'hikube', 'ApiServer', 'hikube'],
  [
    'a StatefulSet with its own claim for each pod',
    'microk8s-lab',
    'PersistentVolumeClaim',
    'data-gitea-0',
  ],
  [
    'a claim that stayed when its set was scaled down',
    'microk8s-lab',
    'PersistentVolumeClaim',
    'data-gitea-1',
  ],
  ['ResourceQuota', 'microk8s-lab', 'ResourceQuota', 'storage'],
  ['a static volume', 'microk8s-lab', 'PersistentVolume', 'nas-photos'],
];

/** Named as ways to go on from the lab: nothing there to be shown, and systems that are known once they are. */
export const WAYS_ON: Array<[said: string, system: string]> = [
  ['OpenEBS', 'openebs'],
  ['Longhorn', 'longhorn'],
  ['Rook, Ceph', 'rook-ceph'],
  ['GlusterFS', 'glusterfs'],
  ['Kasten K10', 'kasten-k10'],
  ['CloudCasa', 'cloudcasa'],
];
