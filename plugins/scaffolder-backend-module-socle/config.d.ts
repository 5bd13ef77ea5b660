export interface Config {
  socle?: {
    /** Names and places that the platform has agreed on; what is left out is as by default. */
    conventions?: SocleConventions & {
      /** What is otherwise for one cluster, by its name. Then no other cluster may be asked for. */
      clusters?: { [name: string]: SocleConventions };
    };
  };
}

interface SocleConventions {
  gitops?: {
    /** URL of the GitOps repository, as Applications name it. */
    repository?: string;
    /** Branch that Argo CD follows (default `main`). */
    revision?: string;
    /** Folder below which every app has its own (default `apps`). */
    appsRoot?: string;
    /** The file that the root Application looks for (default `application.yaml`). */
    applicationFile?: string;
    /** `directory.include` of the root Application, relative to `appsRoot`. */
    rootInclude?: string;
    valuesFile?: string;
    /** Folder of the companions of a chart in pattern A (default `configs`). */
    configsFolder?: string;
    /** Namespace of the Applications (default `argocd`). */
    namespace?: string;
    /** Address of the cluster's API server, as Argo CD names it. */
    destination?: string;
  };
  /** Argo CD projects that may be asked for. */
  projects?: { default?: string; allowed?: string[] };
  /** Sync wave of each level. */
  waves?: { [level: string]: number };
  /** Names that no new app and no new namespace may take; `*` at the end stands for any rest. */
  reserved?: { names?: string[]; namespaces?: string[] };
  /** Domains under which hosts may be given out, and the listener that takes each; the first is the default. */
  domains?: Array<{ name: string; listener: string }>;
  gateway?: { name?: string; namespace?: string };
  network?: {
    cilium?: boolean;
    dns?: { namespace: string; podLabels: { [label: string]: string } };
  };
  secrets?: {
    store?: { kind: 'ClusterSecretStore' | 'SecretStore'; name: string };
    refreshInterval?: string;
    /** Whether the installed operator fills in `nullBytePolicy` (2.3 and newer). */
    nullBytePolicy?: boolean;
  };
  vault?: {
    /** Mount of the KV v2 engine. */
    mount?: string;
    /** Mount of the Kubernetes auth method. */
    authMount?: string;
    /** Folder of the repository that Terraform is run in. */
    terraformFolder?: string;
    tokenTtlSeconds?: number;
  };
  images?: {
    /** `admission`: manifests name the upstream and Kyverno rewrites it. `manifest`: manifests name the proxy. */
    rewrite?: 'admission' | 'manifest';
    registry?: string;
    /** Proxy project by upstream registry. */
    proxies?: { [upstream: string]: string };
    /** An image with sh and curl, for Jobs that ask a service that has no operator. */
    curl?: string;
  };
  monitoring?: {
    namespace?: string;
    podLabels?: { [label: string]: string };
    serviceMonitorLabels?: { [label: string]: string };
  };
  storage?: { className?: string };
  databases?: {
    /** Image of PostgreSQL without its tag. */
    image?: string;
    /** Tag of the image where no version is asked for. */
    version?: string;
    /** Name of CloudNativePG's plugin that backs up. */
    backupPlugin?: string;
  };
  kafka?: { cluster?: string; namespace?: string; apiVersion?: string };
  objectStorage?: {
    /** Address of the S3 API. */
    endpoint?: string;
    /** Where databases are backed up to. */
    backupBucket?: string;
    /** Address of the admin API of Garage. */
    garageAdmin?: string;
  };
  vectors?: {
    /** Address of the HTTP API of Qdrant. */
    url?: string;
  };
  backups?: {
    /** Namespace of Velero. */
    velero?: string;
    /** Its BackupStorageLocation. */
    location?: string;
    /** Namespace of Longhorn. */
    longhorn?: string;
  };
  catalog?: { file?: string; owner?: string; lifecycle?: string };
}
