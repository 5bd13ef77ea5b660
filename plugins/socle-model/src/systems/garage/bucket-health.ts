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
import type { BucketFacts } from './bucket';

export function judgeBucket(
  { facts }: Resource<BucketFacts>,
  context: HealthContext,
): Verdict {
  const cluster = context.target('cluster');
  if (
    cluster?.state === 'present' &&
    cluster.resource.verdict.status === 'failed'
  ) {
    return failed(
      'GarageBucketClusterFailed',
      `Cannot be better than its cluster: ${cluster.resource.verdict.message}`,
      {
        evidence: cluster.resource.verdict.evidence?.map(one => ({
          ...one,
          of: one.of ?? cluster.resource,
        })),
      },
    );
  }
  const { bytes, objects, maxSize, maxObjects } = facts;
  const untold =
    !facts.quotasTold ||
    bytes === undefined ||
    (maxObjects !== undefined && objects === undefined);
  if (untold) {
    return unknown(
      'GarageBucketNotTold',
      'How full the bucket is was not told.',
      { evidence: [{ path: 'status.bytes', value: bytes ?? null }] },
    );
  }
  const uses = [
    {
      path: 'status.quotas.maxSize',
      used: bytes,
      most: maxSize,
      what: (most: number) => `its ${formatBytes(most)} quota`,
    },
    {
      path: 'status.quotas.maxObjects',
      used: objects ?? 0,
      most: maxObjects,
      what: (most: number) => `the ${most} objects that its quota allows`,
    },
  ].flatMap(({ most, ...use }) =>
    most === undefined
      ? []
      : [{ ...use, most, percent: most > 0 ? (use.used / most) * 100 : 100 }],
  );
  const fullest = uses.sort((a, b) => b.percent - a.percent)[0];
  const warnings = unfinished(facts, context);
  if (!fullest) {
    return healthy(
      'GarageBucketHasRoom',
      `${formatBytes(bytes)} used, without a quota.`,
      { warnings },
    );
  }
  const { percent, path, most } = fullest;
  const { bucketQuotaFullPercent, bucketQuotaNearPercent } = context.thresholds;
  const evidence = [
    { path, value: most },
    {
      path: path.endsWith('Size') ? 'status.bytes' : 'status.objects',
      value: fullest.used,
    },
  ];
  const used = `${Math.floor(percent)} % of ${fullest.what(most)} used`;
  if (percent >= bucketQuotaFullPercent) {
    return failed('GarageBucketFull', `${used}: writes are refused.`, {
      evidence,
      warnings,
    });
  }
  if (percent >= bucketQuotaNearPercent) {
    return degraded('GarageBucketNearlyFull', `${used}.`, {
      evidence,
      warnings,
    });
  }
  return healthy('GarageBucketHasRoom', `${used}.`, { warnings });
}

function unfinished(
  { bytes, unfinishedBytes }: BucketFacts,
  context: HealthContext,
): string[] {
  const most = context.thresholds.bucketUnfinishedUploadPercent / 100;
  return unfinishedBytes && unfinishedBytes > (bytes ?? 0) * most
    ? [
        `Stale uploads hold ${formatBytes(
          unfinishedBytes,
        )}: set a clean-up for unfinished uploads.`,
      ]
    : [];
}
