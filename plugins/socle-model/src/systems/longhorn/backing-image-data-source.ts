import { defineKind } from '../../definition/kind';
import { failed, healthy } from '../../judging/verdict';
import { booleanAt, numberAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { textAt } from './longhorn-conditions';
import { judgeByState } from './state-table';
import { oneLine } from './wording';

/** The first fetch of a backing image: a download, an upload, an export or a restore. */
export type BackingImageDataSourceFacts = {
  state?: string;
  transferred?: true;
  progress?: number;
  cause?: string;
  sourceType?: string;
};

/** What is said once the file is handed over to its manager; the source itself may begin anew after that. */
const AFTER_TRANSFER = [
  'ready',
  'ready-for-transfer',
  'pending',
  'starting',
  'in-progress',
  'unknown',
];

export const backingImageDataSource = defineKind<BackingImageDataSourceFacts>({
  ...LONGHORN,
  kind: 'BackingImageDataSource',
  plural: 'backingimagedatasources',
  project: raw => ({
    state: stringAt(raw, 'status', 'currentState'),
    ...(booleanAt(raw, 'spec', 'fileTransferred') ? { transferred: true } : {}),
    progress: numberAt(raw, 'status', 'progress'),
    cause: textAt(raw, 'status', 'message'),
    sourceType: stringAt(raw, 'spec', 'sourceType'),
  }),
  links: of => inLonghorn('sourceOf', of, 'BackingImage', of.meta.name),
  health: (of, context) => {
    const { state, transferred, cause, progress = 0 } = of.facts;
    const fetching = `Being fetched (${progress} %)`;
    return transferred && AFTER_TRANSFER.includes(state ?? '')
      ? healthy('LonghornImageSourceDone', 'Fetched and handed over.')
      : judgeByState(
          of,
          context,
          state,
          {
            path: 'status.currentState',
            otherwise: 'LonghornImageSourceStateUnknown',
            states: {
              ready: {
                rule: healthy,
                reason: 'LonghornImageSourceDone',
                message: 'Fetched',
              },
              pending: {
                rule: 'underWay',
                reason: 'LonghornImageSourceFetching',
                message: 'Waits to be fetched',
              },
              starting: {
                rule: 'underWay',
                reason: 'LonghornImageSourceFetching',
                message: 'Waits to be fetched',
              },
              'in-progress': {
                rule: 'underWay',
                reason: 'LonghornImageSourceFetching',
                message: fetching,
              },
              'ready-for-transfer': {
                rule: 'underWay',
                reason: 'LonghornImageSourceFetching',
                message: 'Fetched, being handed over',
              },
              failed: {
                rule: failed,
                reason: 'LonghornImageSourceFailed',
                message: 'Could not be fetched',
              },
              'failed-and-cleanup': {
                rule: failed,
                reason: 'LonghornImageSourceFailed',
                message: 'Could not be fetched',
              },
            },
          },
          {
            because:
              cause && state?.startsWith('failed') ? oneLine(cause) : undefined,
          },
        );
  },
  reasons: [
    {
      code: 'LonghornImageSourceDone',
      cause: 'The image was fetched.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornImageSourceFetching',
      cause: 'The image is being fetched.',
      evidence: 'status.progress',
      remedy: false,
    },
    {
      code: 'LonghornImageSourceFailed',
      cause: 'The image could not be fetched.',
      evidence: 'status.message',
    },
    {
      code: 'LonghornImageSourceStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.currentState',
      remedy: false,
    },
  ],
  shows: ['sourceType'],
});
