import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { numberAt } from '../../reading/raw';
import { HARBOR, linkWithin } from './harbor-object';

/** How much a project may store, in bytes; below nought is without limit. It has the project's name. */
export type QuotaFacts = { hard?: number; used?: number };

export const quota = defineKind<QuotaFacts>({
  ...HARBOR,
  kind: 'Quota',
  plural: 'quotas',
  project: raw => ({
    hard: numberAt(raw, 'spec', 'hard'),
    used: numberAt(raw, 'status', 'used'),
  }),
  links: ({ meta }) =>
    linkWithin('project', 'Project', meta.name, meta, 'source'),
  health: judgeQuota,
  reasons: [
    {
      code: 'HarborQuotaHasRoom',
      cause: 'The project may store more.',
      evidence: 'status.used',
      remedy: false,
    },
    {
      code: 'HarborQuotaNotTold',
      cause: 'How much of the quota is used was not told.',
      evidence: 'status.used',
      remedy: false,
    },
    {
      code: 'HarborQuotaUsedUp',
      cause: 'The project has reached its quota.',
      evidence: 'status.used',
    },
    {
      code: 'HarborQuotaNearlyUsedUp',
      cause: 'The project is about to reach its quota.',
      evidence: 'status.used',
    },
  ],
});

function judgeQuota(
  { facts }: Resource<QuotaFacts>,
  context: HealthContext,
): Verdict {
  const { hard, used } = facts;
  const evidence = [
    { path: 'status.used', value: used ?? null },
    { path: 'spec.hard', value: hard ?? null },
  ];
  if (hard !== undefined && hard < 0) {
    return healthy(
      'HarborQuotaHasRoom',
      used === undefined
        ? 'Without a limit.'
        : `${formatBytes(used)} used, without a limit.`,
    );
  }
  if (hard === undefined || used === undefined) {
    return unknown('HarborQuotaNotTold', 'Limit and use are not both told.', {
      evidence,
    });
  }
  const percent = hard > 0 ? (used / hard) * 100 : 100;
  const { registryQuotaFullPercent, registryQuotaNearPercent } =
    context.thresholds;
  const message = `${Math.floor(percent)} % of ${formatBytes(hard)} used`;
  if (percent >= registryQuotaFullPercent) {
    return failed('HarborQuotaUsedUp', `${message}: push is refused.`, {
      evidence,
    });
  }
  return percent >= registryQuotaNearPercent
    ? degraded('HarborQuotaNearlyUsedUp', `${message}.`, { evidence })
    : healthy('HarborQuotaHasRoom', `${message}.`);
}
