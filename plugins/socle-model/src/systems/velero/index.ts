import { defineSystem } from '../../definition/system';
import { backup } from './backup';
import { backupRepository } from './backup-repository';
import { backupStorageLocation } from './backup-storage-location';
import { CAUSES_FR } from './causes.fr';
import { dataDownload } from './data-download';
import { dataUpload } from './data-upload';
import { deleteBackupRequest } from './delete-backup-request';
import { podVolumeBackup } from './pod-volume-backup';
import { podVolumeRestore } from './pod-volume-restore';
import { restore } from './restore';
import { schedule } from './schedule';
import { serverStatusRequest } from './server-status-request';
import { volumeSnapshotLocation } from './volume-snapshot-location';

/**
 * Velero: backups of objects and volumes. DownloadRequests are not read on purpose: their status is a signed address
 * that opens the backup to whoever has it.
 */
export const velero = defineSystem({
  id: 'velero',
  title: 'Velero',
  area: 'backup',
  layer: 'platform',
  description: 'Backups of cluster objects and of the volumes they use.',
  kinds: [
    schedule,
    backup,
    restore,
    backupStorageLocation,
    volumeSnapshotLocation,
    podVolumeBackup,
    podVolumeRestore,
    dataUpload,
    dataDownload,
    backupRepository,
    deleteBackupRequest,
    serverStatusRequest,
  ],
  images: [
    'velero/velero',
    'bitnami/velero',
    'konveyor/velero',
    'oadp/oadp-velero-rhel8',
    'oadp/oadp-velero-rhel9',
  ],
  docs: 'https://velero.io/docs/',
  translations: {
    fr: {
      description:
        'Sauvegardes des objets du cluster et des volumes qu’ils utilisent.',
      causes: CAUSES_FR,
    },
  },
});
