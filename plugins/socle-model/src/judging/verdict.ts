import { HealthStatus, JsonValue } from '@socle/backstage-plugin-socle-common';
import type { Facts, KindId } from '../definition/kind';
import type { Resource } from '../definition/resource';
import type { Thresholds } from './thresholds';

/** @public Evidence as a rule states it; `of` is left out for the judged resource itself. */
export interface VerdictEvidence {
  of?: Resource;
  path: string;
  value: JsonValue;
}

/**
 * What a rule says.
 * @public
 */
export interface Verdict {
  status: HealthStatus;
  reason: string;
  /** One sentence with figures. */
  message: string;
  evidence?: VerdictEvidence[];
  flags?: string[];
  warnings?: string[];
  /** When to judge again without any event, in milliseconds since 1970. */
  recheckAt?: number;
  /** For `progressing`: since when, in milliseconds; the creation time where left out. */
  progressingSince?: number;
  /** Since when it is so, in milliseconds, where the object itself says that. */
  since?: number;
  /**
   * The relations through which something else may explain it; left out: all that it rests on. Empty where nothing
   * does, however that is: an Application that differs from Git.
   */
  explainedBy?: readonly string[];
}

/**
 * The other end of a link. Only `absent` may be called missing: `notRead` means that nothing is known.
 * @public
 */
export type Neighbour<F extends Facts = Facts> =
  | { state: 'present'; resource: Resource<F> }
  | { state: 'absent' }
  | { state: 'notRead' };

/**
 * What a rule may look at beside its own object: those one link away.
 * Their verdicts may be used too; when one changes, the rule runs again.
 * @public
 */
export interface HealthContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly thresholds: Thresholds;
  /** The first target of the links with this `rel`; undefined where the object states no such link. */
  target<F extends Facts = Facts>(rel: string): Neighbour<F> | undefined;
  /** All targets of the links with this `rel` (a key may have several providers). */
  targets<F extends Facts = Facts>(rel: string): Neighbour<F>[];
  /**
   * The objects of a kind that state a link with this `rel` to this one.
   * `listed` is false where that kind was not fully read: there may then be more.
   */
  incoming<F extends Facts = Facts>(
    rel: string,
    kind: KindId,
  ): { listed: boolean; items: Resource<F>[] };
  /** Whether all objects of a kind are known. */
  listed(kind: KindId): boolean;
}

/** @public What a verdict may say beside status, reason and message. */
export type VerdictDetail = Omit<Verdict, 'status' | 'reason' | 'message'>;

/** @public Makes a verdict of one status. */
export type VerdictMaker = (
  reason: string,
  message: string,
  detail?: VerdictDetail,
) => Verdict;

function maker(status: HealthStatus): VerdictMaker {
  return (reason, message, detail) => ({ status, reason, message, ...detail });
}

/** @public It is as it should be. */
export const healthy = maker('healthy');
/** @public It is on its way there. */
export const progressing = maker('progressing');
/** @public It works, and has lost redundancy, freshness or a guarantee. */
export const degraded = maker('degraded');
/** @public It does not do its job. */
export const failed = maker('failed');
/** @public It cannot be told how it is. */
export const unknown = maker('unknown');

/**
 * Adds since when a verdict holds, where that is known and the verdict does not say it already.
 * @public
 */
export function holdingSince(
  verdict: Verdict,
  since: number | undefined,
): Verdict {
  return since === undefined || verdict.since !== undefined
    ? verdict
    : { ...verdict, since };
}

/**
 * Has a verdict judged again once a time is over, which is left out where it is not known or is over already. A rule
 * that compares with the clock says so on every way out, or its verdict stands when it no longer holds.
 * @public
 */
export function judgedAgainAfter(
  verdict: Verdict,
  now: number,
  ...times: Array<number | undefined>
): Verdict {
  const due = times.filter(
    (time): time is number => time !== undefined && time >= now,
  );
  return due.length === 0
    ? verdict
    : {
        ...verdict,
        recheckAt: Math.min(
          verdict.recheckAt ?? Infinity,
          ...due.map(time => time + 1),
        ),
      };
}

/** @public Switched off on purpose: unknown, drawn as paused, and not counted. */
export const suspended: VerdictMaker = (reason, message, detail) => ({
  status: 'unknown',
  reason,
  message,
  ...detail,
  flags: [...(detail?.flags ?? []), 'suspended'],
});
