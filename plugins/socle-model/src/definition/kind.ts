import { Area, JsonValue } from '@socle/backstage-plugin-socle-common';
import { HealthContext, Verdict } from '../judging/verdict';
import { Link, ObjectKey } from './link';
import { RawObject } from '../reading/raw';
import { Resource } from './resource';

/** @public Group and kind, as one word: `longhorn.io/Volume`, and `/Pod` for the core group. */
export type KindId = `${string}/${string}`;

/** @public Facts are plain data: what health, links and views need, and nothing else. */
export type Facts = Record<string, JsonValue>;

/**
 * What a kind can be found to be. Each code has a runbook of the same name.
 * @public
 */
export interface ReasonDefinition {
  /** PascalCase, stable, unique in the model, beginning with the system's word: `LonghornVolumeDegraded`. */
  code: string;
  /** One line: what it means. */
  cause: string;
  /** Which field says so, as a path: `status.robustness`. */
  evidence: string;
  /** False for reasons that need no remedy (in use, waiting as it should); such have no runbook. */
  remedy?: boolean;
}

/**
 * Objects of one kind that break together, as pods of one ReplicaSet and nodes of one region do. Those that are roots
 * for the same reason are one incident.
 * @public
 */
export interface Together {
  /** The same for all of them. */
  key: string;
  /** What they are parts of, for a person: `region geneva`. */
  title: string;
  /** Only where all of them are broken: two nodes of five in a region may have two causes. */
  whole?: boolean;
}

/**
 * Everything known about one kind of object. All functions are pure; time comes in through the context.
 * @public
 */
export interface KindDefinition<F extends Facts = Facts> {
  /** API group; '' for the core group. */
  group: string;
  /** Other groups that serve the very same objects: a dump may hold them in either form. */
  alsoIn?: readonly string[];
  kind: string;
  /** Resource name in the API's paths. */
  plural: string;
  /** Served versions that `project` understands, best first. */
  versions: readonly string[];
  namespaced: boolean;
  /** Where it is read from: the cluster's API (default), or what a probe of its system tells. */
  source?: 'api' | 'probe';
  /** Read as PartialObjectMetadata only, so that values never enter the process. */
  metadataOnly?: boolean;
  /** Needs a right outside the base ClusterRole (Secrets). */
  optional?: boolean;
  /** Restricts what is listed and watched. */
  fieldSelector?: string;
  labelSelector?: string;
  /**
   * The paths that `project` reads, so that the rest of an object need not be parsed (`metadata` basics are implied;
   * arrays are stepped through without an index: `spec.containers.image`). Left out: everything but managedFields.
   * The walker checks that projection gives the same with and without.
   */
  reads?: readonly string[];
  /** Keep `metadata.managedFields` when parsing. */
  needsManagedFields?: boolean;
  /** Objects that are not worth keeping at all (default: all are kept). */
  keeps?(raw: RawObject): boolean;
  /** Picks the facts. May throw on a malformed object: it is then kept as unreadable. */
  project(raw: RawObject): F;
  /** Names, beside its own, that links of other objects may use for this one. */
  provides?(resource: Resource<F>): ObjectKey[];
  /** What it refers to. */
  links?(resource: Resource<F>): Link[];
  /** The kind has no status of its own: general rules about a missing status do not apply. */
  statusless?: boolean;
  /** The kind has no state at all: it is `unknown` with reason `NoState` and counts in no roll-up. */
  stateless?: boolean;
  /** Its own rules speak about deletion. */
  judgesDeletion?: boolean;
  /** Its own rules say what it means that a live object has no status. */
  judgesMissingStatus?: boolean;
  /** Minutes that `progressing` may last before it reads degraded (default 10, 0 for ever). */
  patienceMinutes?: number;
  /** Says that work on it is switched off on purpose, and by what. Wins over the rules. */
  suspended?(resource: Resource<F>): Verdict | undefined;
  /** The rules, first match wins. */
  health?(resource: Resource<F>, context: HealthContext): Verdict;
  reasons?: readonly ReasonDefinition[];
  /** Whom it breaks together with, so that one trouble is told once. */
  together?(resource: Resource<F>): Together | undefined;
  /** Facts that views and pages show, beside those that the rules read. */
  shows?: readonly (keyof F & string)[];
  /**
   * Its objects are parts of the platform by themselves: the catalog has each as a Resource of this type, in the area
   * of its system where no other is named.
   */
  entity?: { type: string; area?: Area };
  /** On the storage page and the like: may be listed as unused or orphaned, and so on. */
  title?: string;
}

/** @public The id of a kind, of anything that names group and kind. */
export function kindId(of: { group: string; kind: string }): KindId {
  return `${of.group}/${of.kind}`;
}

/**
 * Types a kind against its own facts, then forgets them, so that systems can be listed together.
 * @public
 */
export function defineKind<F extends Facts>(
  kind: KindDefinition<F>,
): KindDefinition {
  return kind as unknown as KindDefinition;
}
