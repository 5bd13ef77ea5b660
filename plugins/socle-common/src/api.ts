import { Area } from './areas';
import { Health, HealthCounts, HealthStatus, JsonValue } from './health';
import { ResourceRef } from './refs';

/**
 * How fresh what is known from one source is. `notPermitted` and `notInstalled` are told apart from `unreachable`:
 * the first is a missing right, the second an absent kind, the third a server that does not answer.
 * @public
 */
export type SourceState =
  | 'live'
  | 'syncing'
  | 'stale'
  | 'unreachable'
  | 'notPermitted';

/**
 * One source of one cluster: a kind's watch (`longhorn.io/Volume`) or a probe.
 * @public
 */
export interface SourceStatus {
  cluster: string;
  source: string;
  state: SourceState;
  /** Since when, RFC 3339. */
  since: string;
  message?: string;
}

/** @public The form of every list. */
export interface ListAnswer<T> {
  items: T[];
  nextCursor?: string;
  total: number;
  sources: SourceStatus[];
}

/** @public A cluster as `GET /v1/clusters` tells it. */
export interface ClusterSummary {
  name: string;
  title: string;
  version?: string;
  distribution?: string;
  state: SourceState;
  since: string;
  message?: string;
  counts: HealthCounts;
  /** How the cluster is as a platform: control plane, nodes, names, metrics. */
  health: HealthStatus;
  /** Why it is not healthy. */
  healthMessage?: string;
}

/** @public A system found in a cluster. */
export interface SystemSummary {
  cluster: string;
  system: string;
  title: string;
  area: Area;
  version?: string;
  health: HealthStatus;
  counts: HealthCounts;
  kinds: Array<{ group: string; kind: string; count: number }>;
}

/** @public A reason that can be given, for a person. */
export interface ReasonItem {
  code: string;
  /** The system whose kinds give it; `socle` for what any kind can be given. */
  system: string;
  area: Area;
  /** One line: what it means, in the language of the answer. */
  cause: string;
  /** The same in English, where `cause` is in another language. */
  original?: string;
  /** Where its runbook is, below the docs; absent where none is needed. */
  runbook?: string;
}

/** @public All reasons, in the language that was asked for or else in English. */
export interface ReasonsAnswer extends ListAnswer<ReasonItem> {
  language: string;
}

/** @public One resource with what is known of it. */
export interface ResourceItem {
  ref: ResourceRef;
  system: string;
  area: Area;
  health: Health;
  facts: Record<string, JsonValue>;
}

/** @public Something a resource stands in a relation to. `health` is absent where the other end is not known. */
export interface ResourceLink {
  rel: string;
  direction: 'out' | 'in';
  ref: ResourceRef;
  /** `present`, `absent` (its kind was fully listed and it is not there) or `notRead`. */
  state: 'present' | 'absent' | 'notRead';
  health?: Health;
}

/** @public A resource with its relations. */
export interface ResourceDetail extends ResourceItem {
  links: ResourceLink[];
  sources: SourceStatus[];
}

/** @public One box of a chain. `rank` counts from the left in the direction of dependence. */
export interface ChainNode {
  id: string;
  ref: ResourceRef;
  rank: number;
  rankTitle: string;
  area?: Area;
  system?: string;
  state: 'present' | 'absent' | 'notRead';
  health: Health;
  facts: Record<string, JsonValue>;
}

/** @public One arrow of a chain, from what depends to what it depends on. */
export interface ChainEdge {
  from: string;
  to: string;
  rel: string;
  broken: boolean;
}

/** @public Where a chain is broken: the link that explains the rest, and what it stands on where that is the cause. */
export interface ChainBreak {
  ref: ResourceRef;
  reason: string;
  message: string;
  runbook?: string;
  cause?: { ref: ResourceRef; reason: string; message: string };
}

/** @public A chain, as `GET /v1/chains/:view` tells it. */
export interface Chain {
  view: string;
  nodes: ChainNode[];
  edges: ChainEdge[];
  break?: ChainBreak;
  sources: SourceStatus[];
}

/** @public A root cause and what it takes down. */
export interface Incident {
  id: string;
  severity: 'critical' | 'warning';
  root: ResourceRef;
  system: string;
  area: Area;
  /** The area of the root and those of what it takes down. */
  areas: Area[];
  status: HealthStatus;
  reason: string;
  message: string;
  runbook?: string;
  since: string;
  affected: ResourceRef[];
  blastRadius: number;
}

/** @public One change of health. */
export interface Transition {
  ref: ResourceRef;
  at: string;
  from?: HealthStatus;
  to: HealthStatus | 'gone';
  reason?: string;
  message?: string;
}

/** @public What the platform is made of, for the catalog: identity only, never live state. */
export interface PlatformComponent {
  cluster: string;
  /** Stable, unique in the cluster; a valid entity name. */
  name: string;
  title: string;
  kind: 'System' | 'Component' | 'Resource';
  type: string;
  area: Area;
  system?: string;
  namespace?: string;
  lifecycle?: string;
  owner?: string;
  description?: string;
  /** Entity ref of the System of the catalog that it says it belongs to; that of its area where absent. */
  partOf?: string;
  /** Entity ref of what has its TechDocs, where it says one. */
  docs?: string;
  links: Array<{ url: string; title: string }>;
  /** Names of components of the same cluster. */
  dependsOn: string[];
  annotations: Record<string, string>;
  tags: string[];
}

/**
 * The answer of `GET /v1/inventory`. A cluster whose sources were not all read once is not `complete`:
 * what is not in it must then be kept.
 * @public
 */
export interface InventoryAnswer {
  clusters: Array<{
    name: string;
    title: string;
    complete: boolean;
    message?: string;
    components: PlatformComponent[];
  }>;
}
