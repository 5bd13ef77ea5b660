/** @public Where an Application stands in the order of the platform: its wave follows from it. */
export type AppLevel =
  | 'crds'
  | 'infrastructure'
  | 'vault'
  | 'external-secrets'
  | 'secret-store'
  | 'gateway'
  | 'database'
  | 'platform'
  | 'workload';

/** @public Names and places that a platform has agreed on. What is emitted follows them, and is checked against them. */
export interface Conventions {
  gitops: {
    /** URL of the GitOps repository, as Applications name it. */
    repository: string;
    /** Branch that Argo CD follows. */
    revision: string;
    /** Folder below which every app has its own. */
    appsRoot: string;
    /** The file that the root Application looks for. */
    applicationFile: string;
    /** `directory.include` of the root Application, relative to `appsRoot`. */
    rootInclude: string;
    valuesFile: string;
    /** Folder of the companions of a chart in pattern A. */
    configsFolder: string;
    /** Namespace of the Applications. */
    namespace: string;
    destination: string;
  };
  projects: { default: string; allowed: string[] };
  waves: Record<AppLevel, number>;
  /** Names that no new app and no new namespace may take; `*` at the end stands for any rest. */
  reserved: { names: string[]; namespaces: string[] };
  /** Domains under which hosts may be given out, and the listener of the gateway that takes each. The first is the default. */
  domains: Array<{ name: string; listener: string }>;
  gateway: { name: string; namespace: string };
  network: {
    /** Cilium is there: what comes through the gateway is named by the reserved identity `ingress`. */
    cilium: boolean;
    dns: { namespace: string; podLabels: Record<string, string> };
  };
  secrets: {
    store: { kind: 'ClusterSecretStore' | 'SecretStore'; name: string };
    refreshInterval: string;
    /** Whether the installed operator fills in `nullBytePolicy` (2.3 and newer). */
    nullBytePolicy: boolean;
  };
  vault: {
    /** Mount of the KV v2 engine. */
    mount: string;
    /** Mount of the Kubernetes auth method. */
    authMount: string;
    terraformFolder: string;
    tokenTtlSeconds: number;
  };
  images: {
    /** `admission`: manifests name the upstream and Kyverno rewrites it. `manifest`: manifests name the proxy. */
    rewrite: 'admission' | 'manifest';
    /** Host of the registry that has the proxy projects. */
    registry: string;
    /** Proxy project by upstream registry. */
    proxies: Record<string, string>;
    /** An image with sh and curl, for Jobs that ask a service that has no operator. */
    curl: string;
  };
  monitoring: {
    namespace: string;
    podLabels: Record<string, string>;
    /** Labels by which Prometheus picks ServiceMonitors. */
    serviceMonitorLabels: Record<string, string>;
  };
  storage: { className: string };
  databases: {
    /** Image of PostgreSQL without its tag. */
    image: string;
    /** Tag of the image where no version is asked for. */
    version: string;
    /** Name of CloudNativePG's plugin that backs up. */
    backupPlugin: string;
  };
  kafka: { cluster: string; namespace: string; apiVersion: string };
  objectStorage: {
    /** Address of the S3 API. */
    endpoint: string;
    /** Where databases are backed up to. */
    backupBucket: string;
    /** Address of the admin API of Garage. */
    garageAdmin: string;
  };
  vectors: {
    /** Address of the HTTP API of Qdrant. */
    url: string;
  };
  backups: {
    /** Namespace of Velero. */
    velero: string;
    /** Its BackupStorageLocation. */
    location: string;
    /** Namespace of Longhorn. */
    longhorn: string;
  };
  catalog: { file: string; owner: string; lifecycle: string };
}

/** @public Part of the conventions, as configuration gives them: what is left out is as by default. */
export type ConventionsInput = {
  [K in keyof Conventions]?: Conventions[K] extends unknown[]
    ? Conventions[K]
    : Partial<Conventions[K]>;
};
