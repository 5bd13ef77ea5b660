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
  /** It stopped answering so long ago. */
  silentMinutes?: number;
}

export interface DemoClaim {
  name: string;
  sizeGi: number;
  class?: string;
  /** For so long no volume can be made for it. */
  pendingMinutes?: number;
}

export interface DemoWorkload {
  kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  name: string;
  image: string;
  replicas?: number;
  claims?: DemoClaim[];
  /** Its newest release ends in an error whenever it starts. */
  crash?: { exitCode: number; restarts: number; minutes: number };
  /** Its newest release names an image that does not exist. */
  imagePull?: { minutes: number };
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
  pattern: 'A' | 'B' | 'C' | 'D';
  namespace: string;
  project: string;
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
  /** Argo CD cannot tell what Git holds. */
  comparison?: { error: string; minutes: number };
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
  repository: string;
  /** The commit that its branch `main` is at. */
  head?: string;
  gatewayIp: string;
  loadBalancerPool: { start: string; stop: string; available: number };
  /** Hosts are below the first of them, where they are not written in full. */
  domains: Array<{ name: string; listener: string; certificate: string }>;
  imageProxy: {
    host: string;
    /** Registry → proxy project in Harbor. */
    caches: Record<string, string>;
    /** Pods of these are rewritten. */
    argoProjects: string[];
  };
  nodes: DemoNode[];
  /** Nodes that hold the first volume. */
  firstCopies: string[];
  applications: DemoApplication[];
  released: DemoReleased[];
  /** Volumes of the applications named are backed up each night; `failing` is the claim whose last backup failed. */
  backups: { target: string; nightly: string[]; failing: string };
}

export function readPlatform(file: string): DemoPlatform {
  return load(readFileSync(file, 'utf8'), {
    schema: CORE_SCHEMA,
  }) as DemoPlatform;
}
