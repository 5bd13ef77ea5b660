export interface Config {
  /** Socle: the live state of self-hosted Kubernetes platforms. */
  socle?: {
    /** The clusters to read. */
    clusters?: Array<{
      /** Unique; becomes the catalog namespace of what is found in it: lower case, digits and dashes. */
      name: string;
      /** For people; the name where left out. */
      title?: string;
      /** A kubeconfig file; the current context where none is named. */
      kubeconfig?: { path: string; context?: string };
      server?: {
        url: string;
        caFile?: string;
        /** Base64 of the CA certificate. */
        caData?: string;
        tokenFile?: string;
        /** @visibility secret */
        token?: string;
        skipTLSVerify?: boolean;
      };
      /** The cluster that the portal runs in. */
      inCluster?: boolean;
      /** The cluster of this name in `kubernetes.clusterLocatorMethods` of type `config`. */
      fromKubernetesPlugin?: string;
    }>;
    /** What no API server shows: firewall, load balancer, SAN or NFS, Git host, Terraform. Its state is unknown. */
    outside?: Array<{
      title: string;
      /** The entity's name; made of the title where left out. */
      name?: string;
      /** The cluster whose platform it is part of. */
      cluster: string;
      type?: string;
      area?: string;
      description?: string;
      owner?: string;
      url?: string;
      /** Entity refs in the cluster's namespace, e.g. `component:vault`. */
      dependsOn?: string[];
      /** Ids of the systems whose content comes from it, e.g. `vault` for a Terraform stack: shown as their origin. */
      provides?: string[];
    }>;
    /**
     * Systems that are asked over HTTP, beside the cluster's API: lists of instances by the id of the probe, such as
     * `harbor`.
     */
    probes?: {
      [probe: string]: Array<{
        /** Unique in its cluster: lower case, digits and dashes. */
        name: string;
        /** The cluster that it belongs to. */
        cluster: string;
        /** Where its API begins; without user and password. */
        url: string;
        /** The namespace that its objects are shown in; the name where left out. */
        namespace?: string;
        /** For people; the name where left out. */
        title?: string;
        /** Other addresses that it is known by, such as the Service that stores inside the cluster name. */
        alsoKnownAs?: string[];
        /** Left out: it is asked without one. */
        credential?: {
          /** Read again when it is rotated. */
          tokenFile?: string;
          /** @visibility secret */
          token?: string;
          username?: string;
          passwordFile?: string;
          /** @visibility secret */
          password?: string;
        };
        caFile?: string;
        /** The CA certificate as PEM, or the Base64 of it. */
        caData?: string;
        skipTLSVerify?: boolean;
        /** Seconds between two rounds, 5 or more (default 30, or what the system's probe says). */
        everySeconds?: number;
        /** How long one request may take (default 10). */
        timeoutSeconds?: number;
      }>;
    };
    /** Numbers that rules use; each has the documented default. */
    thresholds?: { [name: string]: number };
    history?: {
      /** Days that changes of health are kept, 1 or more (default 30). */
      retentionDays?: number;
    };
    runbooks?: {
      /**
       * The entity whose TechDocs hold the runbooks (default `component:default/socle`).
       * @visibility frontend
       */
      entityRef?: string;
    };
  };
}
