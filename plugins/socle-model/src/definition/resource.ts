import { Area } from '@socle/backstage-plugin-socle-common';
import type { Facts, KindDefinition } from './kind';
import type { Verdict } from '../judging/verdict';

/** @public Who owns an object. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

/**
 * What every object carries. Times are milliseconds since 1970.
 * @public
 */
export interface Meta {
  namespace?: string;
  name: string;
  uid?: string;
  created?: number;
  /** deletionTimestamp. */
  deleting?: number;
  deletionGraceSeconds?: number;
  finalizers?: string[];
  generation?: number;
  observedGeneration?: number;
  /** The status as a whole does not say it, and its conditions do. */
  observedByConditions?: true;
  owners?: OwnerReference[];
  /** The object holds a non-empty `status`. */
  hasStatus: boolean;
  /** `live` was read from a cluster, `git` is a manifest that no server has seen. */
  origin: 'live' | 'git';
  /** Of what a probe tells: the name of the `PROBE_KIND` object that stands for who was asked. */
  askedBy?: string;
  /** Set where `project` could not read the object. */
  unreadable?: string;
}

/**
 * One object as the model keeps it.
 * @public
 */
export interface Resource<F extends Facts = Facts> {
  readonly kind: KindDefinition;
  readonly system: string;
  readonly area: Area;
  /** The version it was read at. */
  readonly version: string;
  readonly meta: Meta;
  readonly facts: F;
  /** The last judgement; before the first one, unknown. */
  readonly verdict: Verdict;
  /** Since when the verdict's status and reason hold, in milliseconds. */
  readonly since: number;
}
