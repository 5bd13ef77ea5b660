import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { parseQuantity } from '../../reading/quantities';
import { objectAt, valueAt } from '../../reading/raw';

/** One counted resource, in the quota's own words. */
type Count = { key: string; hard: string; used?: string };

export type ResourceQuotaFacts = {
  counts: Count[];
};

export const resourceQuota = defineKind<ResourceQuotaFacts>({
  group: '',
  kind: 'ResourceQuota',
  plural: 'resourcequotas',
  versions: ['v1'],
  namespaced: true,
  reads: ['status.hard', 'status.used'],
  project: raw => ({
    counts: Object.entries(objectAt(raw, 'status', 'hard')).map(
      ([key, hard]) => {
        const used = valueAt(raw, 'status', 'used', key);
        return {
          key,
          hard: text(hard),
          ...(used !== undefined ? { used: text(used) } : {}),
        };
      },
    ),
  }),
  health: judgeQuota,
  reasons: [
    {
      code: 'QuotaWithinLimits',
      cause: 'Less than the warning line is used of every counted resource.',
      evidence: 'status.used',
      remedy: false,
    },
    {
      code: 'QuotaNearlyUsedUp',
      cause: 'A counted resource of the namespace is nearly used up.',
      evidence: 'status.used',
    },
    {
      code: 'QuotaExhausted',
      cause:
        'A counted resource of the namespace is used up: new objects that need it are refused.',
      evidence: 'status.used',
    },
    {
      code: 'QuotaNotCounted',
      cause: 'The quota controller has not counted yet.',
      evidence: 'status.used',
      remedy: false,
    },
    {
      code: 'QuotaNotReadable',
      cause: 'A quantity of the quota cannot be read.',
      evidence: 'status.hard',
      remedy: false,
    },
  ],
  shows: ['counts'],
});

function text(quantity: unknown): string {
  return typeof quantity === 'string' || typeof quantity === 'number'
    ? String(quantity)
    : JSON.stringify(quantity) ?? '';
}

function judgeQuota(
  { facts }: Resource<ResourceQuotaFacts>,
  { thresholds }: HealthContext,
): Verdict {
  const { counts } = facts;
  if (counts.length === 0 || counts.every(({ used }) => used === undefined)) {
    return progressing(
      'QuotaNotCounted',
      'The quota controller has not counted what is used yet.',
      {
        evidence: [{ path: 'status.used', value: null }],
      },
    );
  }
  const shares = counts.map(count => ({ count, percent: percentOf(count) }));
  const full = shares.filter(
    ({ percent }) =>
      percent !== undefined && percent >= thresholds.quotaFullPercent,
  );
  if (full.length > 0) {
    return degraded(
      'QuotaExhausted',
      `${full.map(({ count }) => sentence(count)).join('; ')}: ${
        full.some(({ count }) => ofClaims(count.key))
          ? 'new claims'
          : 'new objects that need it'
      } are refused.`,
      { evidence: full.map(({ count }) => evidenceOf(count)) },
    );
  }
  const near = shares.filter(
    ({ percent }) =>
      percent !== undefined && percent >= thresholds.quotaNearPercent,
  );
  if (near.length > 0) {
    return degraded(
      'QuotaNearlyUsedUp',
      `${near
        .map(
          ({ count, percent }) =>
            `${sentence(count)} (${Math.floor(percent!)} %)`,
        )
        .join('; ')}: nearly used up.`,
      { evidence: near.map(({ count }) => evidenceOf(count)) },
    );
  }
  const unread = shares.filter(({ percent }) => percent === undefined);
  if (unread.length > 0) {
    const { count } = unread[0];
    return unknown(
      'QuotaNotReadable',
      `How much of ${count.key} is used cannot be read: ${
        count.used ?? 'nothing'
      } of ${count.hard}.`,
      { evidence: [evidenceOf(count)] },
    );
  }
  return healthy(
    'QuotaWithinLimits',
    `All ${counts.length} counted resources are below ${thresholds.quotaNearPercent} %.`,
  );
}

/** Undefined where it cannot be told. A limit of 0 forbids a resource: it is not used up as long as nothing uses it. */
function percentOf({ hard, used }: Count): number | undefined {
  const limit = parseQuantity(hard);
  const taken = parseQuantity(used);
  if (limit === undefined || taken === undefined) {
    return undefined;
  }
  if (limit <= 0) {
    return taken > 0 ? 100 : 0;
  }
  return (taken / limit) * 100;
}

function ofClaims(key: string): boolean {
  return (
    key.endsWith('requests.storage') || key.endsWith('persistentvolumeclaims')
  );
}

function sentence({ key, used, hard }: Count): string {
  const split = /^(.+)\.storageclass\.storage\.k8s\.io\/(.+)$/.exec(key);
  const what = split ? `${split[2]} of class ${split[1]}` : key;
  return `${what}: ${used} of ${hard} used`;
}

function evidenceOf({ key, used, hard }: Count) {
  return {
    path: `status.used["${key}"]`,
    value: `${used ?? 'absent'} of ${hard}`,
  };
}
