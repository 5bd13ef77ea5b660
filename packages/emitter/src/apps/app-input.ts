import { Area } from '@socle/backstage-plugin-socle-common';
import { AppLevel } from '../conventions/conventions';

/** @public A Secret that an app needs: its keys are filled from Vault, its values are never named here. */
export interface SecretInput {
  /** With the name of the app it makes the name of the Secret and the path in Vault. */
  purpose: string;
  /** Keys of the Secret, each from a property of the same name in Vault unless another is given. */
  keys: Array<{ key: string; property?: string }>;
  /** Charts: where in the values its name goes, such as `auth.existingSecret`. */
  valuesPath?: string;
  /** Charts: whether its name stands there alone, or as an entry of `envFrom`. */
  valuesForm?: 'name' | 'envFrom';
  /** Raw manifests: folder it is mounted at; its keys are environment variables otherwise. */
  mountPath?: string;
}

/** @public How an app is reached through the gateway. */
export interface RouteInput {
  /** A host, or its first label under the first domain; the name of the app where left out. */
  host?: string;
  path?: string;
  /** Name of the Service; the name of the app where left out. */
  service?: string;
  /** Port of the Service. */
  port: number;
  /** Port of the container, where another. */
  targetPort?: number;
}

/** @public Whom the pods may talk to. Left out, only what comes in is restricted. */
export interface EgressInput {
  namespace: string;
  podLabels?: Record<string, string>;
  ports: number[];
}

/** @public What may come in and go out beside the route and the metrics. */
export interface NetworkInput {
  /** Namespaces whose pods may come in, and where. */
  from?: Array<{ namespace: string; ports: number[] }>;
  /** An empty list lets pods ask DNS and each other, and nothing else. */
  egress?: EgressInput[];
  /** Whether addresses outside the cluster may be reached; only together with `egress`. */
  internet?: boolean;
}

/** @public A volume of an app. */
export interface VolumeInput {
  /** With the name of the app it makes the name of the claim. */
  name: string;
  size: string;
  accessMode?: 'ReadWriteOnce' | 'ReadWriteMany' | 'ReadWriteOncePod';
  storageClass?: string;
  /** Raw manifests: folder it is mounted at. */
  mountPath?: string;
}

/** @public What Prometheus reads. */
export interface MonitoringInput {
  /** Name of the Service's port. */
  port: string;
  /** Number of the container's port, for the network policy. */
  portNumber: number;
  path?: string;
  interval?: string;
}

/** @public The entity of an app in the software catalog. */
export interface CatalogInput {
  owner?: string;
  system?: string;
  lifecycle?: 'experimental' | 'production' | 'deprecated';
  type?: string;
  /** The area of the platform that it is part of; the catalog finds it out where left out. */
  area?: Area;
  /** The entity whose TechDocs tell of it; the platform's runbooks where left out. */
  docs?: string;
}

/** @public What all four patterns ask. */
export interface AppInput {
  /** Also name of the folder, of the Application, of the release, and of the namespace where none is given. */
  name: string;
  title?: string;
  description?: string;
  namespace?: string;
  /** Whether the namespace is made by this app; false where another one has it. */
  ownsNamespace?: boolean;
  podSecurity?: 'restricted' | 'baseline' | 'privileged';
  project?: string;
  level?: AppLevel;
  /** It keeps data that must outlive a file that was deleted by mistake. */
  stateful?: boolean;
  /** Labels that pick its pods. */
  podLabels?: Record<string, string>;
  /** Number of pods: from two on it gets a PodDisruptionBudget. */
  replicas?: number;
  secrets?: SecretInput[];
  route?: RouteInput;
  network?: NetworkInput;
  volumes?: VolumeInput[];
  monitoring?: MonitoringInput;
  catalog?: CatalogInput;
}

/** @public An external chart: of a Helm or OCI repository (`name`, `version`) or in a foreign Git repository (`path`, `revision`). */
export interface ChartInput {
  repository: string;
  name?: string;
  version?: string;
  path?: string;
  revision?: string;
}

/** @public Pattern A and B, and C with a chart of a Helm or OCI repository. */
export interface ChartAppInput extends AppInput {
  chart: ChartInput;
  values?: Record<string, unknown>;
  /** The chart installs CustomResourceDefinitions. */
  shipsCrds?: boolean;
}

/** @public The one workload of an app of plain manifests. */
export interface WorkloadInput {
  image: string;
  command?: string[];
  args?: string[];
  ports: Array<{ name: string; port: number }>;
  env?: Array<{ name: string; value: string }>;
  resources: { cpu: string; memory: string; memoryLimit: string };
  /** Path that answers when the pod is well; the first port is tried where left out. */
  healthPath?: string;
  runAsUser?: number;
  /** The image writes to its own file system. */
  writableRoot?: boolean;
}

/** @public Pattern D. */
export interface RawManifestsInput extends AppInput {
  workload: WorkloadInput;
}
