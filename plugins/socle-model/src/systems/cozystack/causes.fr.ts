/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  CozystackAppReady: 'L’application est installée et opérationnelle.',
  CozystackAppNotInstalled: 'L’installation a échoué.',
  CozystackAppInstalling: 'L’installation n’est pas terminée.',
  CozystackAppWorkloadsDown:
    'L’application est installée, mais ses charges de travail ne sont pas toutes opérationnelles.',
  CozystackAppWorkloadsPending:
    'Ses charges de travail sont encore en cours de démarrage.',
  CozystackAppWorkloadsUnknown:
    'On ne peut dire si ses charges de travail sont opérationnelles.',
  WorkloadMonitorOperational: 'Assez de ses pods sont disponibles.',
  WorkloadMonitorShort: 'Moins de pods sont disponibles qu’il n’en faut.',
  WorkloadMonitorDown: 'Aucun de ses pods n’est disponible.',
  WorkloadMonitorNotYet: 'Rien n’est encore dit.',
  CozystackBackupJobDone: 'La sauvegarde a été faite.',
  CozystackBackupJobRunning:
    'L’exécution de la sauvegarde attend ou est en cours.',
  CozystackBackupJobFailed: 'La sauvegarde n’a pas pu être faite.',
  CozystackBackupJobStateUnknown:
    'La phase de l’exécution de la sauvegarde a une valeur inconnue.',
  CozystackBackupDone: 'La sauvegarde peut être restaurée.',
  CozystackBackupRunning: 'La sauvegarde attend ou est en cours.',
  CozystackBackupFailed: 'La sauvegarde ne peut pas être restaurée.',
  CozystackBackupStateUnknown:
    'La phase de la sauvegarde a une valeur inconnue.',
  CozystackRestoreJobDone: 'La restauration est complète.',
  CozystackRestoreJobRunning: 'La restauration attend ou est en cours.',
  CozystackRestoreJobFailed: 'La restauration n’a pas pu aboutir.',
  CozystackRestoreJobStateUnknown:
    'La phase de la restauration a une valeur inconnue.',
};
