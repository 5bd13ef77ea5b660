/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  CnpgClusterReady:
    'Toutes les instances sont prêtes et l’une d’elles est la primaire.',
  CnpgClusterReconcileDisabled:
    'La réconciliation est volontairement désactivée.',
  CnpgClusterHibernated: 'Le cluster est volontairement en hibernation.',
  CnpgClusterHibernating:
    'Le cluster entre en hibernation, ou n’y parvient pas.',
  CnpgClusterSettingUp: 'Une instance est en cours de mise en place.',
  CnpgClusterStarting: 'Le cluster est en route vers son état sain.',
  CnpgClusterNotComingUp: 'Le cluster n’atteint pas son état sain.',
  CnpgClusterPrimaryMoving:
    'La primaire change : les écritures sont interrompues.',
  CnpgClusterRestarting:
    'Des instances redémarrent ou sont mises à niveau : le service est réduit.',
  CnpgClusterUpgradeDelayed: 'Une mise à niveau est retenue.',
  CnpgClusterWaitsForUser:
    'L’opérateur attend que quelqu’un redémarre ou bascule.',
  CnpgClusterArchitectureMissing:
    'L’opérateur n’a pas de binaire pour l’architecture d’une instance.',
  CnpgClusterNotReconciled: 'L’opérateur ne peut rien faire du cluster.',
  CnpgClusterUnrecoverable:
    'La mise en place d’une instance a échoué, et l’opérateur a abandonné.',
  CnpgClusterDiskFull: 'Un volume de la base de données est plein.',
  CnpgClusterInstancesUnreachable:
    'L’opérateur ne peut pas demander aux instances comment elles vont.',
  CnpgClusterPhaseUnknown: 'La phase du cluster a une valeur inconnue.',
  CnpgClusterNoInstanceReady:
    'Aucune instance n’est prête, bien que la phase soit bonne.',
  CnpgClusterInstancesMissing: 'Moins d’instances sont prêtes que voulu.',
  CnpgClusterNoPrimary: 'Il n’y a pas de primaire : rien ne peut être écrit.',
  CnpgClusterTwoPrimaries: 'Plusieurs instances se prennent pour la primaire.',
  CnpgClusterArchivingFails: 'Les WAL ne peuvent pas être archivés.',
  CnpgClusterLastBackupFailed: 'La dernière sauvegarde a échoué.',
  CnpgClusterBackupStale:
    'La dernière sauvegarde est plus ancienne que ne le promet sa planification.',
  CnpgClusterSystemIdDiffers:
    'Des instances contiennent les données de bases différentes.',
  CnpgClusterFenced:
    'Des instances sont isolées (fencing) : PostgreSQL y est arrêté.',
  CnpgClusterVolumesUnusable:
    'Des demandes du cluster sont inutilisables ou n’appartiennent à aucune instance.',
  CnpgClusterCertificateExpiring: 'Un certificat va bientôt expirer.',
  CnpgClusterCertificateExpired: 'Un certificat a expiré.',
  CnpgClusterRolesNotReconciled:
    'Des rôles ne peuvent pas être établis comme voulu.',
  CnpgBackupCompleted: 'La sauvegarde est complète.',
  CnpgBackupRunning: 'La sauvegarde attend ou est en cours.',
  CnpgBackupStalled: 'La sauvegarde n’aboutit pas.',
  CnpgBackupFailed: 'La sauvegarde a échoué.',
  CnpgBackupArchivingFails:
    'La sauvegarde ne peut pas être faite car les WAL ne sont pas archivés.',
  CnpgBackupInvalid:
    'La sauvegarde demande quelque chose qui n’est pas configuré.',
  CnpgBackupPhaseUnknown: 'La phase de la sauvegarde a une valeur inconnue.',
  CnpgScheduledBackupKept: 'La sauvegarde la plus récente est complète.',
  CnpgScheduledBackupRunning: 'La sauvegarde la plus récente est en cours.',
  CnpgScheduledBackupNotRunYet: 'Aucune sauvegarde n’était encore due.',
  CnpgScheduledBackupRunsNotRead:
    'Ce qu’a donné la dernière exécution n’est pas connu.',
  CnpgScheduledBackupError:
    'L’opérateur ne peut pas utiliser la planification.',
  CnpgScheduledBackupSuspended: 'Aucune nouvelle sauvegarde n’est faite.',
  CnpgScheduledBackupMissed: 'Une sauvegarde était due et n’a pas commencé.',
  CnpgScheduledBackupLastFailed: 'La sauvegarde la plus récente a échoué.',
  CnpgScheduledBackupLastStalled:
    'La sauvegarde la plus récente n’aboutit pas.',
  CnpgPoolerActive: 'Le pool accepte des connexions.',
  CnpgPoolerStarting: 'Le pool attend ce dont il a besoin.',
  CnpgPoolerNotTold: 'Rien ne dit si le pool accepte des connexions.',
  CnpgPoolerPaused: 'Le pool est en pause : les clients attendent.',
  CnpgPoolerInactive:
    'Il manque au pool son cluster, un Secret ou un certificat.',
  CnpgPoolerFailed: 'Le pool est en échec.',
  CnpgPoolerInstancesMissing: 'Le Deployment du pool n’est pas comme voulu.',
  CnpgDatabaseApplied: 'La base de données est comme voulu.',
  CnpgDatabaseWaiting: 'La base de données n’est pas encore appliquée.',
  CnpgDatabaseNotTakenUp: 'Personne ne s’occupe de la base de données.',
  CnpgDatabaseNotApplied: 'La base de données n’a pas pu être appliquée.',
  CnpgDatabasePartsNotApplied:
    'Des extensions ou des schémas de la base n’ont pas pu être appliqués.',
  CnpgPublicationApplied: 'La publication est comme voulu.',
  CnpgPublicationWaiting: 'La publication n’est pas encore appliquée.',
  CnpgPublicationNotTakenUp: 'Personne ne s’occupe de la publication.',
  CnpgPublicationNotApplied: 'La publication n’a pas pu être appliquée.',
  CnpgSubscriptionApplied: 'L’abonnement est comme voulu.',
  CnpgSubscriptionWaiting: 'L’abonnement n’est pas encore appliqué.',
  CnpgSubscriptionNotTakenUp: 'Personne ne s’occupe de l’abonnement.',
  CnpgSubscriptionNotApplied: 'L’abonnement n’a pas pu être appliqué.',
  CnpgObjectStoreRecoverable:
    'Chaque serveur qui utilise ce magasin peut être restauré.',
  CnpgObjectStoreEmpty: 'Aucun serveur n’y a encore de sauvegarde.',
  CnpgObjectStoreLastBackupFailed:
    'La dernière sauvegarde d’un serveur a échoué.',
};
