import { ReasonDefinition } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { objectsAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { formatTime } from '../../reading/times';
import { quotedAt } from '../../reading/wording';

/** What the kinds say that stand for something inside a database. */
export type AppliedFacts = {
  cluster?: string;
  /** Its name inside PostgreSQL. */
  name?: string;
  applied?: boolean;
  message?: string;
};

export function readApplied(raw: RawObject): AppliedFacts {
  const applied = valueAt(raw, 'status', 'applied');
  return {
    cluster: stringAt(raw, 'spec', 'cluster', 'name'),
    name: stringAt(raw, 'spec', 'name'),
    ...(typeof applied === 'boolean' ? { applied } : {}),
    message: quotedAt(raw, 'status', 'message'),
  };
}

/** A part that was not applied: where it stands in the status, and `extension vector (message)`. */
export type UnappliedPart = { path: string; said: string };

export function notApplied(
  raw: RawObject,
  fields: Record<string, string>,
): UnappliedPart[] {
  return Object.entries(fields).flatMap(([field, word]) =>
    objectsAt(raw, 'status', field)
      .filter(part => valueAt(part, 'applied') !== true)
      .map(part => {
        const message = quotedAt(part, 'message');
        const name = stringAt(part, 'name');
        return {
          path: `status.${field}[${name ? `name=${name}` : ''}].applied`,
          said: `${word} ${name ?? 'without a name'}${
            message ? ` (${message})` : ''
          }`,
        };
      }),
  );
}

/** @param prefix - of the reasons: `CnpgDatabase` */
export function judgeApplied<F extends AppliedFacts>(
  { facts, meta }: Resource<F>,
  context: HealthContext,
  prefix: string,
  parts: readonly UnappliedPart[] = [],
): Verdict {
  const { applied, message, name, cluster } = facts;
  const evidence = [
    { path: 'status.applied', value: applied ?? null },
    ...(message ? [{ path: 'status.message', value: message }] : []),
  ];
  if (applied === false) {
    return failed(
      `${prefix}NotApplied`,
      `Not applied: ${message ?? 'no cause given'}.`,
      { evidence },
    );
  }
  if (applied === undefined) {
    const { now, thresholds } = context;
    const from = meta.created;
    const due =
      from === undefined
        ? undefined
        : from + thresholds.progressMinutes * 60_000;
    if (due !== undefined && now > due) {
      return degraded(
        `${prefix}NotTakenUp`,
        `Not applied since ${formatTime(
          from!,
        )}: the operator or the primary of ${
          cluster ?? 'the cluster'
        } does not act on it.`,
        { evidence, since: due },
      );
    }
    return progressing(`${prefix}Waiting`, 'Not applied yet.', {
      evidence,
      ...(due === undefined ? {} : { recheckAt: due + 1 }),
    });
  }
  if (parts.length > 0) {
    const shown = parts.slice(0, 3);
    return degraded(
      `${prefix}PartsNotApplied`,
      `Applied but for ${shown.map(({ said }) => said).join(', ')}${
        parts.length > 3 ? ` and ${parts.length - 3} more` : ''
      }.`,
      { evidence: shown.map(({ path }) => ({ path, value: false })) },
    );
  }
  return healthy(
    `${prefix}Applied`,
    `${name ?? meta.name} is as wanted in ${cluster ?? 'its cluster'}.`,
  );
}

export function appliedReasons(
  prefix: string,
  what: string,
): ReasonDefinition[] {
  return [
    {
      code: `${prefix}Applied`,
      cause: `The ${what} is as wanted.`,
      evidence: 'status.applied',
      remedy: false,
    },
    {
      code: `${prefix}Waiting`,
      cause: `The ${what} is not applied yet.`,
      evidence: 'status.applied',
      remedy: false,
    },
    {
      code: `${prefix}NotTakenUp`,
      cause: `Nobody acts on the ${what}.`,
      evidence: 'status.applied',
    },
    {
      code: `${prefix}NotApplied`,
      cause: `The ${what} could not be applied.`,
      evidence: 'status.message',
    },
  ];
}
