import { defineKind } from '../../definition/kind';
import { numberAt, stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { textAt } from './longhorn-conditions';
import { emptyOrStringAt } from './backup';
import {
  judgeUpload,
  UPLOAD_PATIENCE_MINUTES,
  UploadFacts,
} from './backup-state';

/** A backing image on a backup target. */
export type BackupBackingImageFacts = UploadFacts & {
  backingImage?: string;
  backupTarget?: string;
};

export const backupBackingImage = defineKind<BackupBackingImageFacts>({
  ...LONGHORN,
  kind: 'BackupBackingImage',
  plural: 'backupbackingimages',
  patienceMinutes: UPLOAD_PATIENCE_MINUTES,
  project: raw => ({
    state: emptyOrStringAt(raw, 'status', 'state'),
    error: textAt(raw, 'status', 'error'),
    progress: numberAt(raw, 'status', 'progress'),
    backupCreatedAt: stringAt(raw, 'status', 'backupCreatedAt'),
    size: numberAt(raw, 'status', 'size'),
    backingImage:
      stringAt(raw, 'status', 'backingImage') ??
      stringAt(raw, 'spec', 'backingImage'),
    backupTarget: stringAt(raw, 'spec', 'backupTargetName'),
  }),
  links: of => [
    ...inLonghorn('backupOf', of, 'BackingImage', of.facts.backingImage),
    ...inLonghorn('backupTarget', of, 'BackupTarget', of.facts.backupTarget),
  ],
  health: (of, context) => judgeUpload(of, context, 'LonghornImageBackup'),
  reasons: [
    {
      code: 'LonghornImageBackupCompleted',
      cause: 'The backup of the backing image is complete.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornImageBackupRunning',
      cause: 'The backup of the backing image waits or runs.',
      evidence: 'status.progress',
      remedy: false,
    },
    {
      code: 'LonghornImageBackupFailed',
      cause: 'The backup of the backing image failed.',
      evidence: 'status.error',
    },
    {
      code: 'LonghornImageBackupStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
});
