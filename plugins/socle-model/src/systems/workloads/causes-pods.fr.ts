/** The causes of pods and what makes them in French. */
export const POD_CAUSES_FR: Readonly<Record<string, string>> = {
  PodReady: 'Tous les conteneurs sont prêts.',
  PodSucceeded: 'Tous les conteneurs ont terminé leur travail.',
  PodReplaced:
    'Le pod a échoué auparavant, et son propriétaire a ce qu’il veut sans lui.',
  PodStarting: 'Le pod démarre.',
  PodSchedulingGated:
    'Un contrôleur empêche pour l’instant le placement du pod.',
  PodNodeSilent:
    'Le nœud du pod est muet : rien ne dit que le dernier état annoncé par le pod vaut encore.',
  PodNodeGone: 'Le nœud du pod n’existe plus.',
  PodStateUnknown: 'Le pod n’annonce aucun état connu.',
  PodFailed: 'Le pod s’est terminé en échec.',
  PodEvicted: 'Le pod a été évincé de son nœud.',
  PodUnschedulable: 'Aucun nœud n’accepte le pod.',
  PodCrashLooping: 'Un conteneur s’arrête encore et encore.',
  PodOutOfMemory:
    'Un conteneur a été tué pour avoir dépassé sa limite de mémoire.',
  PodRestarted: 'Un conteneur a redémarré récemment.',
  PodImagePullFailed: 'Une image ne peut pas être téléchargée.',
  PodImageAbsent:
    'Une image ne doit pas être téléchargée et n’est pas sur le nœud.',
  PodImageInvalid: 'Une référence d’image est illisible.',
  PodConfigMissing:
    'Un Secret ou une ConfigMap, ou l’une de leurs clés, manque.',
  PodContainerCannotStart:
    'Le moteur de conteneurs ne peut pas démarrer un conteneur.',
  PodHookFailed: 'Un hook de cycle de vie d’un conteneur a échoué.',
  PodContainerFailed: 'Un conteneur s’est arrêté sur une erreur.',
  PodContainerLost: 'Le nœud a perdu la trace d’un conteneur.',
  PodVolumeNotMounted: 'Un volume ne peut pas être attaché ou monté.',
  PodStartStuck:
    'Les conteneurs ne sont toujours pas créés après trop longtemps.',
  PodNotReady: 'Un conteneur tourne et ne passe pas sa sonde de disponibilité.',
  PodReadinessGateClosed:
    'Une condition extérieure au pod l’empêche d’être prêt.',
  PodVaultSealed:
    'Le Vault ou OpenBao du pod est scellé, ou n’a jamais été initialisé.',
  DeploymentDataNotShared:
    'Plusieurs pods font tourner une base de données dont chacun garde ses propres données.',
  DeploymentAvailable: 'Tous les réplicas sont à jour et disponibles.',
  DeploymentScaledToZero: 'Aucun réplica n’est voulu.',
  DeploymentPaused:
    'Les déploiements de nouvelles révisions sont volontairement désactivés.',
  DeploymentRollingOut:
    'Des réplicas sont en cours de remplacement ou de démarrage.',
  DeploymentRolloutStuck: 'Le déploiement de la révision a dépassé son délai.',
  DeploymentReplicaFailure: 'Les pods du Deployment ne peuvent pas être créés.',
  DeploymentUnavailable: 'Aucun réplica n’est disponible.',
  DeploymentReplicasMissing: 'Moins de réplicas sont disponibles que voulu.',
  ReplicaSetAvailable: 'Tous les pods voulus sont disponibles.',
  ReplicaSetScaledToZero:
    'Aucun pod n’est voulu : c’est une ancienne révision, ou l’échelle est à zéro.',
  ReplicaSetStarting: 'Des pods sont en cours de démarrage ou d’arrêt.',
  ReplicaSetPodsMissing: 'Moins de pods sont disponibles que voulu.',
  ReplicaSetReplicaFailure:
    'Les pods de la révision ne peuvent pas être créés.',
  StatefulSetDataNotShared:
    'Plusieurs pods font tourner une base de données dont chacun garde ses propres données.',
  StatefulSetReady: 'Tous les pods sont prêts et à jour.',
  StatefulSetScaledToZero: 'Aucun pod n’est voulu.',
  StatefulSetStarting: 'Des pods sont en cours de démarrage ou d’arrêt.',
  StatefulSetRollingOut:
    'Les pods sont remplacés par ceux de la dernière révision.',
  StatefulSetDown: 'Aucun pod n’est prêt.',
  StatefulSetPodsMissing: 'Moins de pods sont prêts que voulu.',
  DaemonSetReady: 'Le pod est prêt sur chaque nœud voulu.',
  DaemonSetNoNodes: 'Aucun nœud n’est sélectionné.',
  DaemonSetRollingOut:
    'Des pods sont en cours de remplacement ou de démarrage.',
  DaemonSetDown: 'Le pod n’est prêt sur aucun nœud.',
  DaemonSetPodsMissing: 'Le pod n’est pas prêt sur certains nœuds.',
  DaemonSetMisscheduled: 'Le pod tourne sur des nœuds où il ne devrait pas.',
  DaemonSetNotCounted:
    'Le statut ne dit pas sur combien de nœuds le pod doit tourner.',
  JobComplete: 'Le Job a terminé son travail.',
  JobRunning: 'Le Job est en cours.',
  JobSuspended: 'Le Job est volontairement suspendu.',
  JobFailed: 'Le Job a abandonné.',
  JobWithoutPods: 'Le Job devrait tourner et n’a aucun pod.',
  CronJobLastRunComplete: 'La dernière exécution terminée a réussi.',
  CronJobNoRunYet: 'L’heure de la première exécution n’est pas encore venue.',
  CronJobSuspended: 'La planification est volontairement suspendue.',
  CronJobLastRunFailed: 'La dernière exécution terminée a échoué.',
  CronJobNotReported:
    'Le statut n’a pas été lu, ou ne dit pas comment la dernière exécution s’est terminée.',
};
