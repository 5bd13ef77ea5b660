/** The causes of snapshots, backups and images in French. */
export const BACKUP_CAUSES_FR: Readonly<Record<string, string>> = {
  LonghornSnapshotReady: 'L’instantané est utilisable.',
  LonghornSnapshotRemoving: 'L’instantané est retiré et attend la purge.',
  LonghornSnapshotWaits: 'L’instantané attend que son volume soit attaché.',
  LonghornSnapshotCreating: 'L’instantané est en cours de prise.',
  LonghornSnapshotLost: 'Le moteur ne connaît plus l’instantané.',
  LonghornSnapshotFailed: 'L’instantané n’a pas pu être pris.',
  LonghornSnapshotStateUnknown: 'L’instantané n’a pas de statut lisible.',
  LonghornBackupCompleted: 'La sauvegarde est complète.',
  LonghornBackupRunning:
    'La sauvegarde attend, est en cours ou est en cours de suppression.',
  LonghornBackupFailed: 'La sauvegarde a échoué.',
  LonghornBackupUnreadable: 'La sauvegarde est illisible sur sa cible.',
  LonghornBackupStateUnknown: 'L’état de la sauvegarde a une valeur inconnue.',
  LonghornBackupVolumeCurrent: 'La dernière sauvegarde est récente.',
  LonghornBackupVolumeLate:
    'La dernière sauvegarde est plus ancienne que ne le permet sa planification, ou il n’y en a aucune.',
  LonghornBackupVolumeUnreadable:
    'Les sauvegardes sont illisibles sur leur cible.',
  LonghornBackupVolumeAgeNotJudged:
    'La dernière sauvegarde est ancienne, et aucune planification connue ne permet d’en juger.',
  LonghornBackupVolumeEmpty: 'Aucune sauvegarde complète n’est connue.',
  LonghornBackupVolumeOfDeleted:
    'Le volume n’existe plus, ses sauvegardes sont gardées.',
  LonghornBackupTargetNotSet: 'Aucune cible de sauvegarde n’est configurée.',
  LonghornBackupTargetAvailable: 'La cible de sauvegarde est joignable.',
  LonghornBackupTargetUnavailable: 'La cible de sauvegarde est injoignable.',
  LonghornBackupTargetNotChecked:
    'Longhorn ne dit pas si la cible est joignable.',
  LonghornSystemBackupReady: 'La sauvegarde du système peut être restaurée.',
  LonghornSystemBackupRunning:
    'La sauvegarde du système est en cours de prise ou de suppression.',
  LonghornSystemBackupFailed: 'La sauvegarde du système a échoué.',
  LonghornSystemBackupStateUnknown:
    'L’état de la sauvegarde du système a une valeur inconnue.',
  LonghornSystemRestoreCompleted: 'La restauration du système est terminée.',
  LonghornSystemRestoreRunning: 'La restauration du système est en cours.',
  LonghornSystemRestoreFailed: 'La restauration du système a échoué.',
  LonghornSystemRestoreStateUnknown:
    'L’état de la restauration du système a une valeur inconnue.',
  LonghornBackingImageReady: 'L’image est sur les disques qui en ont besoin.',
  LonghornBackingImagePreparing:
    'L’image est en cours d’acheminement vers un disque.',
  LonghornBackingImageFailed: 'Aucun disque n’a l’image.',
  LonghornBackingImageCopyFailed: 'L’image manque sur un disque.',
  LonghornBackingImageStateUnknown: 'Rien n’est dit des fichiers de l’image.',
  LonghornImageManagerRunning: 'Le gestionnaire d’images de base tourne.',
  LonghornImageManagerStarting: 'Le gestionnaire d’images de base démarre.',
  LonghornImageManagerDown: 'Le gestionnaire d’images de base ne tourne pas.',
  LonghornImageManagerStateUnknown:
    'L’état du gestionnaire d’images de base a une valeur inconnue.',
  LonghornImageSourceDone: 'L’image a été récupérée.',
  LonghornImageSourceFetching: 'L’image est en cours de récupération.',
  LonghornImageSourceFailed: 'L’image n’a pas pu être récupérée.',
  LonghornImageSourceStateUnknown:
    'L’état de la récupération de l’image a une valeur inconnue.',
  LonghornImageBackupCompleted:
    'La sauvegarde de l’image de base est complète.',
  LonghornImageBackupRunning:
    'La sauvegarde de l’image de base attend ou est en cours.',
  LonghornImageBackupFailed: 'La sauvegarde de l’image de base a échoué.',
  LonghornImageBackupStateUnknown:
    'L’état de la sauvegarde de l’image de base a une valeur inconnue.',
  LonghornOrphanFound:
    'Des données laissées par un objet supprimé occupent de la place.',
  LonghornOrphanCleanupFailed:
    'Des données orphelines n’ont pas pu être supprimées.',
  LonghornOrphanStateUnknown: 'Rien n’est dit des données orphelines.',
  LonghornSupportBundleReady: 'L’archive de support peut être téléchargée.',
  LonghornSupportBundleRunning:
    'L’archive de support est en cours de collecte ou de nettoyage.',
  LonghornSupportBundleFailed:
    'L’archive de support n’a pas pu être constituée.',
  LonghornSupportBundleStateUnknown:
    'L’état de l’archive de support a une valeur inconnue.',
};
