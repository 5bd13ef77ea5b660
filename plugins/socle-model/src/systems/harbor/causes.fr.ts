/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  HarborHealthy: 'Toutes les parties de Harbor vont bien.',
  HarborHealthNotTold: 'Aucune réponse ne dit comment va Harbor.',
  HarborCredentialRefused: 'Harbor n’accepte pas le compte qui l’interroge.',
  HarborNotAnswering:
    'Ce qui répond n’est pas Harbor, ou n’en est pas capable.',
  HarborHealthUnclear:
    'La réponse sur la santé dit quelque chose qu’aucune règle ne connaît.',
  HarborPartFailed:
    'Une partie indispensable pour tirer ou pousser des images ne va pas bien.',
  HarborPartUnwell:
    'Une partie autre que le tirage et l’envoi d’images ne va pas bien.',
  HarborReadOnly: 'Harbor est en lecture seule.',
  HarborProjectServed: 'Rien n’empêche de tirer des images du projet.',
  HarborProjectNotTold: 'Ce qui est dit du projet ne suffit pas pour en juger.',
  HarborProxyUpstreamUnknown:
    'L’état du registre derrière le cache proxy n’a pas été donné.',
  HarborProxyUpstreamDown:
    'Le registre derrière le cache proxy est injoignable.',
  HarborProxyRegistryMissing:
    'Le cache proxy nomme un registre qui n’existe plus.',
  HarborProjectPushRefused: 'Le quota du projet est épuisé.',
  HarborRegistryReachable: 'Harbor atteint le registre.',
  HarborRegistryNotChecked: 'Rien ne dit si Harbor atteint le registre.',
  HarborRegistryUnreachable:
    'Harbor n’atteint pas le registre, ou n’y a pas accès.',
  HarborQuotaHasRoom: 'Le projet peut encore stocker des données.',
  HarborQuotaNotTold: 'L’usage du quota n’a pas été donné.',
  HarborQuotaUsedUp: 'Le projet a atteint son quota.',
  HarborQuotaNearlyUsedUp: 'Le projet va atteindre son quota.',
  HarborArtifactClean:
    'L’analyse n’a rien trouvé de gravité élevée ou critique.',
  HarborArtifactScanRunning: 'L’analyse est en cours.',
  HarborArtifactNotTold:
    'L’analyse dit quelque chose qu’aucune règle ne connaît.',
  HarborArtifactNotScanned: 'L’artefact n’a jamais été analysé.',
  HarborArtifactScanStopped: 'L’analyse a été arrêtée.',
  HarborArtifactScanFailed: 'L’analyseur n’a pas pu analyser l’artefact.',
  HarborArtifactUnsigned:
    'Le projet ne livre que des images signées, et celle-ci ne l’est pas.',
  HarborArtifactBlocked:
    'Le projet ne livre pas d’images avec de telles vulnérabilités.',
  HarborArtifactCritical: 'L’analyse a trouvé des vulnérabilités critiques.',
  HarborArtifactHigh:
    'L’analyse a trouvé des vulnérabilités de gravité élevée.',
  HarborReplicationSucceeded:
    'La dernière exécution a copié ce qu’il y avait à copier.',
  HarborReplicationRunning: 'La première exécution connue est en cours.',
  HarborReplicationDisabled: 'La règle de réplication est désactivée.',
  HarborReplicationWaits: 'La règle se lance à la main et ne l’a jamais été.',
  HarborReplicationNotTold: 'L’issue de ses exécutions n’a pas été donnée.',
  HarborReplicationEndDown:
    'Le registre source ou cible de la copie est injoignable.',
  HarborReplicationNeverRan:
    'La règle ne s’est jamais exécutée, alors que personne n’a à la lancer.',
  HarborReplicationHangs: 'Une exécution dure depuis trop longtemps.',
  HarborReplicationRunFailed: 'La dernière exécution a échoué.',
  HarborReplicationFailing: 'Les dernières exécutions ont toutes échoué.',
  HarborReplicationStopped: 'Quelqu’un a arrêté la dernière exécution.',
  HarborReplicationLate: 'Une exécution prévue n’a pas eu lieu.',
  HarborReplicationTasksSucceeded:
    'Toutes les tâches de l’exécution ont réussi.',
  HarborReplicationTasksRunning: 'Des tâches de l’exécution sont en cours.',
  HarborReplicationTasksNotTold:
    'L’issue des tâches de l’exécution n’est pas donnée.',
  HarborReplicationTasksFailed: 'Des tâches de l’exécution ont échoué.',
  HarborRobotValid: 'Le compte robot est valide.',
  HarborRobotDisabled: 'Le compte robot est désactivé.',
  HarborRobotNotTold: 'L’expiration du compte robot n’a pas été donnée.',
  HarborRobotExpired: 'Le compte robot a expiré.',
  HarborRobotExpiring: 'Le compte robot va bientôt expirer.',
  HarborCleanUpSucceeded: 'Le dernier nettoyage s’est bien passé.',
  HarborCleanUpRunning: 'Un nettoyage est en cours.',
  HarborCleanUpNotTold: 'L’issue du dernier nettoyage n’est pas donnée.',
  HarborCleanUpFailed: 'Le dernier nettoyage a échoué.',
  HarborCleanUpStopped: 'Quelqu’un a arrêté le dernier nettoyage.',
  HarborCleanUpNeverRan: 'Il n’y a pas encore eu de nettoyage.',
};
