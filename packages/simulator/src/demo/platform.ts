import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';

/** A node of the demo platform. */
export interface DemoNode {
  name: string;
  ip: string;
  controlPlane?: boolean;
  arch?: string;
  cpu: number;
  memoryGi: number;
  diskGi: number;
  /** How full its disk is, such as `93%`; some made up figure where left out. */
  used?: string;
  /** It stopped answering so long ago. */
  silentMinutes?: number;
  /** Beside those every node has: region, zone, node group. */
  labels?: Record<string, string>;
  /** Conditions that are not as they should be: `DiskPressure`. */
  pressure?: { type: string; minutes: number; message: string };
}

export interface DemoClaim {
  /** Of `Pods`, `{n}` stands for the pod's number and `{pod}` for its name. */
  name: string;
  sizeGi: number;
  class?: string;
  /** Default ReadWriteOnce. */
  accessMode?: string;
  /** For so long no volume can be made for it. */
  pendingMinutes?: number;
  /** How full it is, such as `93%`; some made up figure where left out. */
  used?: string;
  /** What is said of that, where it is not that its class is missing. */
  pendingMessage?: string;
}

export interface DemoService {
  name: string;
  port: number;
  portName: string;
  /** Labels by which it finds its pods, beside those of all of them. */
  selector?: Record<string, string>;
}

export interface DemoWorkload {
  /** `Pods` are those of an operator's own kind, without a controller of Kubernetes: `ownedBy` says which. */
  kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Pods';
  /** The object of an operator that it is made for, of the same namespace. */
  ownedBy?: { apiVersion: string; kind: string; name: string };
  /** What numbers of `Pods` begin with (default 0). */
  firstOrdinal?: number;
  name: string;
  image: string;
  replicas?: number;
  claims?: DemoClaim[];
  /** Its newest release ends in an error whenever it starts. */
  crash?: { exitCode: number; restarts: number; minutes: number };
  /** Its newest release names an image that does not exist. */
  imagePull?: { minutes: number };
  /** Its volume cannot be mounted, in the kubelet's words; `{volume}` and `{path}` are its own. */
  mountError?: { minutes: number; message: string };
  /** What its Service listens on, as `client` (default 80, as `http`). */
  port?: number;
  /** Its Services, where they are not the one of its name: those that an operator makes. */
  services?: DemoService[];
  /** The nodes that its pods are on, in their order; spread where left out. */
  on?: string[];
  /** Of its pods, beside those that they are found by; a list gives each pod its own, `{pod}` is its name. */
  labels?: Record<string, string | string[]>;
}

export interface DemoSecret {
  name: string;
  /** Below the KV mount of Vault. */
  path: string;
  keys: string[];
  type?: string;
  /** For so long Vault has nothing at the path. */
  missingMinutes?: number;
}

export interface DemoApplication {
  name: string;
  title: string;
  /** How Argo CD deploys it, where the platform has one. */
  pattern?: 'A' | 'B' | 'C' | 'D';
  namespace: string;
  project?: string;
  area?: string;
  chart?: string;
  chartRepo?: string;
  chartVersion?: string | number;
  /** First label below the first domain, or a whole host. */
  host?: string;
  /** The workload behind the host, where it is not the first with a service. */
  exposes?: string;
  workloads: DemoWorkload[];
  secrets?: DemoSecret[];
  /** `Kind/name` of what was changed in the cluster by hand. */
  outOfSync?: string[];
  /** What of Flux applied it, where that is on the platform. */
  appliedBy?: {
    kind: 'HelmRelease' | 'Kustomization';
    namespace: string;
    name: string;
  };
  /** Argo CD cannot tell what Git holds. */
  comparison?: { error: string; minutes: number };
}

/** A storage class, and how its volumes look. */
export interface DemoStorageClass {
  name: string;
  provisioner: string;
  default?: boolean;
  /** Default Delete. */
  reclaimPolicy?: 'Delete' | 'Retain';
  /** Default Immediate. */
  volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  allowVolumeExpansion?: boolean;
  parameters?: Record<string, string>;
  /** A directory of a node: the volumes lie below it and can be used there alone. Else CSI. */
  hostPath?: string;
  /** Volumes of it are attached to one node (default); a file share is not. */
  attached?: boolean;
  /** What the driver tells of each volume. */
  attributes?: Record<string, string>;
}

/** A volume that outlived its claim. */
export interface DemoReleased {
  namespace: string;
  claim: string;
  sizeGi: number;
  releasedDays: number;
}

/** The whole of a demo platform, as its file says it. */
export interface DemoPlatform {
  name: string;
  title: string;
  version: string;
  osImage: string;
  kernel?: string;
  runtime?: string;
  /** Of each node. */
  nodeAnnotations?: Record<string, string>;
  /** Static pods show the control plane's parts, other than on managed platforms and in MicroK8s. */
  staticPods?: string[];
  /** Who leads among controller managers and schedulers; the first two nodes where left out. */
  leaders?: [string, string];
  /** The GitOps repository that Argo CD follows; none where the platform has no Argo CD. */
  repository?: string;
  /** The commit that its branch `main` is at. */
  head?: string;
  /** The address of Cilium's gateway; none where the platform has no such. */
  gatewayIp?: string;
  loadBalancerPool?: { start: string; stop: string; available: number };
  /** Hosts are below the first of them, where they are not written in full. */
  domains: Array<{ name: string; listener: string; certificate: string }>;
  imageProxy?: {
    host: string;
    /** Registry → proxy project in Harbor. */
    caches: Record<string, string>;
    /** Pods of these are rewritten. */
    argoProjects: string[];
  };
  nodes: DemoNode[];
  /** Longhorn with its own classes where left out. */
  storageClasses?: DemoStorageClass[];
  /** Nodes that hold the first volume of Longhorn. */
  firstCopies?: string[];
  applications: DemoApplication[];
  released: DemoReleased[];
  /** Volumes of the applications named are backed up each night; `failing` is the claim whose last backup failed. */
  backups?: { target: string; nightly: string[]; failing: string };
}

export function readPlatform(file: string): DemoPlatform {
  const read = load(readFileSync(file, 'utf8'), {
    schema: CORE_SCHEMA,
  }) as DemoPlatform;
  return {
    ...read,
    domains: read.domains ?? [],
    released: read.released ?? [],
  };
}

/** A platform whose applications Argo CD deploys from Git. */
export type FollowedPlatform = DemoPlatform &
  Required<Pick<DemoPlatform, 'repository'>>;

export function isFollowed(
  platform: DemoPlatform,
): platform is FollowedPlatform {
  return platform.repository !== undefined;
}

/** A platform that is entered by Cilium's gateway. */
export type GatedPlatform = DemoPlatform &
  Required<Pick<DemoPlatform, 'gatewayIp' | 'loadBalancerPool'>>;

export function isGated(platform: DemoPlatform): platform is GatedPlatform {
  return (
    platform.gatewayIp !== undefined && platform.loadBalancerPool !== undefined
  );
}

/** A platform whose volumes are Longhorn's. */
export type LonghornPlatform = DemoPlatform &
  Required<Pick<DemoPlatform, 'backups' | 'firstCopies'>>;

export function isOnLonghorn(
  platform: DemoPlatform,
): platform is LonghornPlatform {
  return platform.storageClasses === undefined;
}
