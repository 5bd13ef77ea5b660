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
  /** No volume can be made for it. */
  pending?: boolean;
}

export interface DemoWorkload {
  kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  name: string;
  image: string;
  replicas?: number;
  claims?: DemoClaim[];
  crash?: { exitCode: number; restarts: number };
  imagePull?: boolean;
}

export interface DemoSecret {
  name: string;
  /** Below the KV mount of Vault. */
  path: string;
  keys: string[];
  /** Vault has nothing at the path. */
  missing?: boolean;
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
  /** First label below the domain, or a whole host. */
  host?: string;
  workloads: DemoWorkload[];
  secrets?: DemoSecret[];
  outOfSync?: string[];
  comparisonError?: string;
}

/** The whole of a demo platform, as its `platform.yaml` says it. */
export interface DemoPlatform {
  name: string;
  title: string;
  version: string;
  osImage: string;
  repository: string;
  domain: string;
  nodes: DemoNode[];
  applications: DemoApplication[];
  released: Array<{
    name: string;
    namespace: string;
    claim: string;
    sizeGi: number;
  }>;
  backups: { target: string; nightly: string[]; failing: string };
}

export function readPlatform(file: string): DemoPlatform {
  return load(readFileSync(file, 'utf8'), {
    schema: CORE_SCHEMA,
  }) as DemoPlatform;
}
