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
import { objectAt } from '../../reading/raw';
import { formatTime } from '../../reading/times';
import {
  fullestPercent,
  UsageFigures,
  usageFigures,
  usageInWords,
} from './usage-figures';

const MINUTE = 60_000;

export type NodeFilesystemFacts = {
  /** Where the kubelet keeps its pods. */
  root: UsageFigures;
  /** Where the container runtime keeps images, if that is another one. */
  images: UsageFigures;
};

/** How full the file systems of a node are. It has the node's name. */
export const nodeFilesystem = defineKind<NodeFilesystemFacts>({
  group: 'kubelet.socle.dev',
  kind: 'NodeFilesystem',
  plural: 'nodefilesystems',
  versions: ['v1'],
  namespaced: false,
  source: 'probe',
  title: 'Node file systems',
  statusless: true,
  project: raw => ({
    root: usageFigures(objectAt(raw, 'status', 'root')),
    images: usageFigures(objectAt(raw, 'status', 'images')),
  }),
  links: ({ meta }) => [
    linkTo('filesystemOf', { group: '', kind: 'Node', name: meta.name }),
  ],
  health: judgeFilesystem,
  reasons: [
    {
      code: 'NodeFilesystemRoom',
      cause: 'There is room on the node.',
      evidence: 'status.root.usedBytes',
      remedy: false,
    },
    {
      code: 'NodeFilesystemNearlyFull',
      cause: 'The kubelet will evict pods or delete images for space.',
      evidence: 'status.root.usedBytes',
    },
    {
      code: 'NodeFilesystemFull',
      cause: 'A file system of the node is full.',
      evidence: 'status.root.usedBytes',
    },
    {
      code: 'NodeFilesystemNotMeasured',
      cause: 'The kubelet tells no size, or told it too long ago.',
      evidence: 'status.root',
      remedy: false,
    },
  ],
});

function judgeFilesystem(
  { facts }: Resource<NodeFilesystemFacts>,
  { thresholds, now }: HealthContext,
): Verdict {
  const found = [
    {
      part: 'root',
      name: 'the file system of the pods',
      figures: facts.root,
      limit: 100 - thresholds.nodeFilesystemFreePercent,
    },
    {
      part: 'images',
      name: 'the file system of the images',
      figures: facts.images,
      limit: 100 - thresholds.imageFilesystemFreePercent,
    },
  ].map(one => ({ ...one, percent: fullestPercent(one.figures) }));
  const { measuredAt, usedPercent } = facts.root;
  const due =
    measuredAt === undefined
      ? undefined
      : measuredAt + thresholds.usageFreshMinutes * MINUTE;
  const late = due !== undefined && now > due;
  if (usedPercent === undefined || late) {
    return unknown(
      'NodeFilesystemNotMeasured',
      late && measuredAt !== undefined
        ? `Last measured at ${formatTime(measuredAt)}.`
        : 'The kubelet tells no size.',
      {
        evidence: [{ path: 'status.root', value: usedPercent ?? null }],
        flags: ['usageNotMeasured'],
        ...(due === undefined || late ? {} : { recheckAt: due + 1 }),
      },
    );
  }
  const full = found.find(
    ({ percent }) =>
      percent !== undefined && percent >= thresholds.claimFullPercent,
  );
  const short =
    full ??
    found.find(
      ({ percent, limit }) => percent !== undefined && percent > limit,
    );
  const recheck = due === undefined ? {} : { recheckAt: due + 1 };
  if (!short) {
    return healthy(
      'NodeFilesystemRoom',
      `${usageInWords(facts.root)}.`,
      recheck,
    );
  }
  const detail = {
    evidence: [
      {
        path: `status.${short.part}.usedBytes`,
        value: short.figures.usedBytes ?? null,
      },
    ],
    ...recheck,
  };
  return full
    ? failed(
        'NodeFilesystemFull',
        `Full is ${short.name}: ${usageInWords(short.figures)}.`,
        detail,
      )
    : degraded(
        'NodeFilesystemNearlyFull',
        `Nearly full is ${short.name}: ${usageInWords(
          short.figures,
        )}; the kubelet evicts pods or deletes images to make room.`,
        detail,
      );
}
