import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { booleanAt, numberAt, objectAt, RawObject } from '../../reading/raw';
import { formatTime } from '../../reading/times';
import {
  fullestPercent,
  UsageFigures,
  usageFigures,
  usageInWords,
} from './usage-figures';

const MINUTE = 60_000;

export type ClaimUsageFacts = UsageFigures & {
  /** Which kubelets told of it. */
  nodes: string[];
  /** The figures are those of the node's own disk, or of another claim's as well. */
  shared?: true;
};

/** How full a claim is. It has the claim's namespace and name. */
export const claimUsage = defineKind<ClaimUsageFacts>({
  group: 'kubelet.socle.dev',
  kind: 'ClaimUsage',
  plural: 'claimusages',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  title: 'Claim usage',
  statusless: true,
  project: projectUsage,
  links: ({ meta }) => [
    linkTo(
      'usageOf',
      {
        group: '',
        kind: 'PersistentVolumeClaim',
        namespace: meta.namespace,
        name: meta.name,
      },
      // A full claim is one trouble, not two: the claim is named for it.
      'target',
    ),
  ],
  health: judgeUsage,
  reasons: [
    {
      code: 'ClaimUsageNormal',
      cause: 'There is room.',
      evidence: 'status.*.usedBytes',
      remedy: false,
    },
    {
      code: 'ClaimUsageNearlyFull',
      cause: 'The claim is nearly full.',
      evidence: 'status.*.usedBytes',
    },
    {
      code: 'ClaimUsageFull',
      cause: 'The claim is full: writes fail.',
      evidence: 'status.*.usedBytes',
    },
    {
      code: 'ClaimUsageAbnormal',
      cause: 'The driver reports the volume as abnormal.',
      evidence: 'status.*.abnormal',
    },
    {
      code: 'ClaimUsageNotMeasured',
      cause: 'The figures tell nothing of the claim.',
      evidence: 'status',
      remedy: false,
    },
  ],
  shows: [
    'usedBytes',
    'capacityBytes',
    'usedPercent',
    'inodesUsedPercent',
    'nodes',
  ],
});

/** Claims that several nodes mount are measured by each: the fullest counts, and never the sum. */
function projectUsage(raw: RawObject): ClaimUsageFacts {
  const byNode = Object.entries(objectAt(raw, 'status')).map(
    ([node, told]) => ({
      node,
      shared:
        (booleanAt(told, 'wholeDisk') ?? false) ||
        (numberAt(told, 'alike') ?? 0) > 0,
      figures: usageFigures(objectAt({ told }, 'told')),
    }),
  );
  const fullest = [...byNode].sort(
    (a, b) =>
      (fullestPercent(b.figures) ?? -1) - (fullestPercent(a.figures) ?? -1),
  )[0];
  return {
    ...fullest?.figures,
    nodes: byNode.map(({ node }) => node),
    ...(fullest?.shared ? { shared: true } : {}),
  };
}

type ClaimFacts = { capacity?: number };

/** A measured capacity far above the claim's own is that of the disk which it shares with others. */
function ofItsOwn(facts: ClaimUsageFacts, context: HealthContext): boolean {
  const claim = context.target<ClaimFacts>('usageOf');
  const claimed =
    claim?.state === 'present' ? claim.resource.facts.capacity : undefined;
  const limit = 1 + context.thresholds.claimOversizePercent / 100;
  return claimed === undefined || facts.capacityBytes === undefined
    ? !facts.shared
    : facts.capacityBytes <= claimed * limit;
}

function judgeUsage(
  { facts }: Resource<ClaimUsageFacts>,
  context: HealthContext,
): Verdict {
  const { thresholds, now } = context;
  const percent = fullestPercent(facts);
  if (facts.abnormal) {
    return degraded(
      'ClaimUsageAbnormal',
      'The driver reports the volume as abnormal.',
      { evidence: [{ path: 'status.*.abnormal', value: true }] },
    );
  }
  if (percent === undefined) {
    return notMeasured('The kubelet tells no size of it.', null);
  }
  if (!ofItsOwn(facts, context)) {
    return notMeasured(
      `The figures are those of the whole disk (${formatBytes(
        facts.capacityBytes ?? 0,
      )}), which it shares.`,
      facts.capacityBytes ?? null,
    );
  }
  const { measuredAt } = facts;
  const due =
    measuredAt === undefined
      ? undefined
      : measuredAt + thresholds.usageFreshMinutes * MINUTE;
  if (measuredAt !== undefined && due !== undefined && now > due) {
    return {
      ...notMeasured(
        `Last measured at ${formatTime(measuredAt)}.`,
        formatTime(measuredAt),
      ),
      flags: ['usageNotMeasured', 'stale'],
    };
  }
  const detail = {
    evidence: [
      { path: 'status.*.usedBytes', value: facts.usedBytes ?? null },
      { path: 'status.*.capacityBytes', value: facts.capacityBytes ?? null },
      ...(facts.inodesUsedPercent === undefined
        ? []
        : [
            {
              path: 'status.*.inodesUsed',
              value: `${Math.floor(facts.inodesUsedPercent)} %`,
            },
          ]),
    ],
    ...(due === undefined ? {} : { recheckAt: due + 1 }),
  };
  const words = usageInWords(facts);
  if (percent >= thresholds.claimFullPercent) {
    return failed('ClaimUsageFull', `Full: ${words}.`, detail);
  }
  return percent >= thresholds.claimUsedPercent
    ? degraded('ClaimUsageNearlyFull', `Nearly full: ${words}.`, detail)
    : healthy('ClaimUsageNormal', `${words}.`, {
        ...(due === undefined ? {} : { recheckAt: due + 1 }),
      });
}

function notMeasured(why: string, value: string | number | null): Verdict {
  return unknown('ClaimUsageNotMeasured', `Not measured: ${why}`, {
    evidence: [{ path: 'status', value }],
    flags: ['usageNotMeasured'],
  });
}
