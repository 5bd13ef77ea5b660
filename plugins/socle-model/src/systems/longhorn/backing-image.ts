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
import { numberAt, objectAt, stringAt } from '../../reading/raw';
import { LONGHORN } from './api';
import { textAt } from './longhorn-conditions';
import { underWay } from './under-way';
import { copies, oneLine } from './wording';

/** An image that volumes are started from, with a file on each disk that needs it. */
export type BackingImageFacts = {
  files: { disk: string; state: string; progress?: number; message?: string }[];
  minimumCopies?: number;
};

const ON_ITS_WAY = ['pending', 'starting', 'in-progress', 'ready-for-transfer'];

export const backingImage = defineKind<BackingImageFacts>({
  ...LONGHORN,
  kind: 'BackingImage',
  plural: 'backingimages',
  project: raw => ({
    files: Object.entries(objectAt(raw, 'status', 'diskFileStatusMap')).map(
      ([disk, file]) => ({
        disk,
        state: stringAt(file, 'state') ?? '',
        progress: numberAt(file, 'progress'),
        message: textAt(file, 'message'),
      }),
    ),
    minimumCopies: numberAt(raw, 'spec', 'minNumberOfCopies'),
  }),
  health: judgeImage,
  reasons: [
    {
      code: 'LonghornBackingImageReady',
      cause: 'The image lies on the disks that need it.',
      evidence: 'status.diskFileStatusMap',
      remedy: false,
    },
    {
      code: 'LonghornBackingImagePreparing',
      cause: 'The image is being brought to a disk.',
      evidence: 'status.diskFileStatusMap',
      remedy: false,
    },
    {
      code: 'LonghornBackingImageFailed',
      cause: 'No disk has the image.',
      evidence: 'status.diskFileStatusMap',
    },
    {
      code: 'LonghornBackingImageCopyFailed',
      cause: 'A disk lacks the image.',
      evidence: 'status.diskFileStatusMap',
    },
    {
      code: 'LonghornBackingImageStateUnknown',
      cause: 'Nothing is told of its files.',
      evidence: 'status.diskFileStatusMap',
      remedy: false,
    },
  ],
});

function judgeImage(
  image: Resource<BackingImageFacts>,
  context: HealthContext,
): Verdict {
  const { files, minimumCopies } = image.facts;
  const ready = files.filter(file => file.state === 'ready');
  const bad = files.filter(
    file => file.state === 'failed' || file.state === 'failed-and-cleanup',
  );
  const coming = files.filter(file => ON_ITS_WAY.includes(file.state));
  const evidence = files
    .filter(file => file.state !== 'ready')
    .map(file => ({
      path: `status.diskFileStatusMap.${file.disk}.state`,
      value: file.state,
    }));
  if (bad.length > 0) {
    const why = bad.find(file => file.message)?.message;
    const because = why ? `: ${oneLine(why)}` : '';
    return ready.length > 0
      ? degraded(
          'LonghornBackingImageCopyFailed',
          `${bad.length} of ${files.length} disks lack it${because}.`,
          { evidence },
        )
      : failed(
          'LonghornBackingImageFailed',
          `On none of ${files.length} disks${because}.`,
          { evidence },
        );
  }
  if (coming.length > 0) {
    const percent = Math.min(...coming.map(file => file.progress ?? 0));
    return underWay(
      image,
      context,
      'LonghornBackingImagePreparing',
      `Being brought to ${coming.length} of ${files.length} disks (${percent} %).`,
      { evidence },
    );
  }
  if (ready.length === 0 || ready.length < files.length) {
    return unknown(
      'LonghornBackingImageStateUnknown',
      files.length === 0
        ? 'No disk is told to have it.'
        : `The state of ${copies(files.length - ready.length)} is not known.`,
      { evidence },
    );
  }
  if (minimumCopies !== undefined && ready.length < minimumCopies) {
    return underWay(
      image,
      context,
      'LonghornBackingImagePreparing',
      `${ready.length} of ${copies(minimumCopies)} ready.`,
      { evidence: [{ path: 'spec.minNumberOfCopies', value: minimumCopies }] },
    );
  }
  return healthy(
    'LonghornBackingImageReady',
    `Ready on ${ready.length === 1 ? '1 disk' : `${ready.length} disks`}.`,
  );
}
