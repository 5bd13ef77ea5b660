/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  VeleroScheduleKept:
    'La dernière bonne sauvegarde est aussi récente que prévu.',
  VeleroSchedulePaused: 'Volontairement, aucune sauvegarde n’est faite.',
  VeleroScheduleFirstRunDue:
    'La planification est nouvelle et ne s’est pas encore exécutée.',
  VeleroScheduleRunsNotRead:
    'Les sauvegardes qu’elle a faites ne sont pas connues.',
  VeleroSchedulePhaseUnknown:
    'La phase de la planification a une valeur inconnue.',
  VeleroScheduleInvalid: 'La planification a été refusée.',
  VeleroScheduleLocationUnavailable:
    'L’emplacement de stockage où vont ses sauvegardes est indisponible.',
  VeleroScheduleNeverRan: 'La planification n’a jamais fait de sauvegarde.',
  VeleroScheduleLate:
    'La dernière bonne sauvegarde est plus ancienne que prévu.',
  VeleroScheduleLastRunFailed: 'La sauvegarde la plus récente n’a pas réussi.',
  VeleroBackupWaiting: 'La sauvegarde attend son démarrage.',
  VeleroBackupNotStarted: 'La sauvegarde n’a jamais démarré.',
  VeleroBackupRunning: 'La sauvegarde est en cours.',
  VeleroBackupStalled: 'La sauvegarde n’aboutit pas.',
  VeleroBackupRunningWithErrors:
    'La sauvegarde est encore en cours et a rencontré des erreurs.',
  VeleroBackupPartiallyFailed: 'La sauvegarde s’est terminée avec des erreurs.',
  VeleroBackupFailed: 'La sauvegarde a échoué.',
  VeleroBackupRefused: 'La sauvegarde a été refusée avant de commencer.',
  VeleroBackupPhaseUnknown: 'La phase de la sauvegarde a une valeur inconnue.',
  VeleroBackupCompleted: 'La sauvegarde est complète.',
  VeleroBackupVolumesMissing:
    'La sauvegarde est dite complète, et des données de volumes y manquent.',
  VeleroBackupBeingDeleted: 'La sauvegarde est en cours de suppression.',
  VeleroBackupDeletionStuck: 'La sauvegarde ne peut pas être supprimée.',
  VeleroRestoreWaiting: 'La restauration attend son démarrage.',
  VeleroRestoreNotStarted: 'La restauration n’a jamais démarré.',
  VeleroRestoreRunning: 'La restauration est en cours.',
  VeleroRestoreStalled: 'La restauration n’aboutit pas.',
  VeleroRestoreRunningWithErrors:
    'La restauration est encore en cours et a rencontré des erreurs.',
  VeleroRestorePartiallyFailed:
    'La restauration s’est terminée avec des erreurs.',
  VeleroRestoreFailed: 'La restauration a échoué.',
  VeleroRestoreRefused: 'La restauration a été refusée avant de commencer.',
  VeleroRestorePhaseUnknown:
    'La phase de la restauration a une valeur inconnue.',
  VeleroRestoreCompleted: 'La restauration est complète.',
  VeleroRestoreVolumesMissing:
    'La restauration est dite complète, et des données de volumes ne sont pas revenues.',
  VeleroLocationAvailable: 'L’emplacement de stockage est joignable.',
  VeleroLocationNotCheckedYet:
    'L’emplacement de stockage n’a jamais été contrôlé.',
  VeleroLocationUnavailable: 'L’emplacement de stockage est inutilisable.',
  VeleroLocationCheckStale:
    'Le serveur ne contrôle plus l’emplacement de stockage.',
  VeleroNoDefaultLocation:
    'Aucun emplacement de stockage n’est celui par défaut.',
  VeleroLocationPhaseUnknown:
    'La phase de l’emplacement de stockage a une valeur inconnue.',
  VeleroSnapshotLocationThere:
    'L’emplacement existe ; Velero ne le contrôle pas.',
  VeleroSnapshotLocationPhaseUnknown:
    'La phase de l’emplacement d’instantanés a une valeur inconnue.',
  VeleroPodVolumeBackupCompleted: 'La sauvegarde de fichiers est complète.',
  VeleroPodVolumeBackupRunning: 'La sauvegarde de fichiers est en cours.',
  VeleroPodVolumeBackupStuck: 'La sauvegarde de fichiers n’avance pas.',
  VeleroPodVolumeBackupFailed:
    'La sauvegarde de fichiers a échoué ou a été annulée.',
  VeleroPodVolumeBackupPhaseUnknown:
    'La phase de la sauvegarde de fichiers a une valeur inconnue.',
  VeleroPodVolumeRestoreCompleted: 'La restauration de fichiers est complète.',
  VeleroPodVolumeRestoreRunning: 'La restauration de fichiers est en cours.',
  VeleroPodVolumeRestoreStuck: 'La restauration de fichiers n’avance pas.',
  VeleroPodVolumeRestoreFailed:
    'La restauration de fichiers a échoué ou a été annulée.',
  VeleroPodVolumeRestorePhaseUnknown:
    'La phase de la restauration de fichiers a une valeur inconnue.',
  VeleroDataUploadCompleted: 'L’envoi des données est complet.',
  VeleroDataUploadRunning: 'L’envoi des données est en cours.',
  VeleroDataUploadStuck: 'L’envoi des données n’avance pas.',
  VeleroDataUploadFailed: 'L’envoi des données a échoué ou a été annulé.',
  VeleroDataUploadPhaseUnknown:
    'La phase de l’envoi des données a une valeur inconnue.',
  VeleroDataDownloadCompleted: 'Le téléchargement des données est complet.',
  VeleroDataDownloadRunning: 'Le téléchargement des données est en cours.',
  VeleroDataDownloadStuck: 'Le téléchargement des données n’avance pas.',
  VeleroDataDownloadFailed:
    'Le téléchargement des données a échoué ou a été annulé.',
  VeleroDataDownloadPhaseUnknown:
    'La phase du téléchargement des données a une valeur inconnue.',
  VeleroRepositoryReady: 'Le dépôt est utilisable et entretenu.',
  VeleroRepositoryBeingMade: 'Le dépôt est en cours de mise en place.',
  VeleroRepositoryNotMade: 'Le dépôt n’a jamais été mis en place.',
  VeleroRepositoryNotReady: 'Le dépôt est inutilisable.',
  VeleroRepositoryMaintenanceFailed:
    'La dernière maintenance du dépôt a échoué.',
  VeleroRepositoryMaintenanceLate:
    'Le dépôt n’a pas été entretenu depuis longtemps.',
  VeleroRepositoryTrouble: 'Le dépôt est dit prêt et signale une erreur.',
  VeleroRepositoryPhaseUnknown: 'La phase du dépôt a une valeur inconnue.',
  VeleroDeleteRequestRunning: 'La sauvegarde est en cours de suppression.',
  VeleroDeleteRequestStuck: 'La requête de suppression reste sans suite.',
  VeleroDeleteRequestProcessed: 'La sauvegarde est supprimée.',
  VeleroDeleteRequestFailed:
    'Des parties de la sauvegarde n’ont pas pu être supprimées.',
  VeleroDeleteRequestPhaseUnknown:
    'La phase de la requête de suppression a une valeur inconnue.',
  VeleroServerAsked: 'Le serveur a été interrogé et n’a pas encore répondu.',
  VeleroServerSilent: 'Le serveur ne répond pas.',
  VeleroServerAnswered: 'Le serveur a répondu.',
  VeleroServerStatusUnknown:
    'La phase de la requête d’état a une valeur inconnue.',
};
