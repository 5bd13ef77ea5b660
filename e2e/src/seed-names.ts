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
