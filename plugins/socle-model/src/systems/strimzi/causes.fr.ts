/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  KafkaReady: 'La dernière réconciliation complète a réussi.',
  KafkaCreating: 'La première réconciliation a commencé.',
  KafkaPaused: 'La réconciliation est volontairement désactivée.',
  KafkaReconcileFailed:
    'La dernière réconciliation a échoué ; les brokers servent peut-être encore.',
  KafkaNoBrokerReady: 'Aucun pod de broker n’est prêt.',
  KafkaBrokersMissing: 'Moins de pods de brokers sont prêts que voulu.',
  KafkaControllersLost: 'Moins de contrôleurs sont prêts qu’une majorité.',
  KafkaStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  KafkaNodePoolReady: 'Son Kafka est prêt, et ses pods aussi.',
  KafkaNodePoolClusterStarting: 'Son Kafka est en cours de déploiement.',
  KafkaNodePoolPodsMissing: 'Moins de ses pods sont prêts que voulu.',
  KafkaNodePoolDown: 'Aucun de ses pods n’est prêt.',
  KafkaNodePoolClusterNotWell: 'Son Kafka est dégradé ou en échec.',
  KafkaNodePoolClusterMissing: 'Le Kafka que nomme son étiquette n’existe pas.',
  KafkaNodePoolClusterNotKnown:
    'Il n’a pas de condition à lui, et son Kafka n’est pas connu.',
  KafkaTopicReady: 'Le sujet est conforme à sa définition.',
  KafkaTopicUnmanaged:
    'L’opérateur de sujets ne touche volontairement pas au sujet.',
  KafkaTopicPending: 'L’opérateur de sujets ne s’en est pas encore occupé.',
  KafkaTopicReplicasChanging: 'Cruise Control change le nombre de copies.',
  KafkaTopicPaused: 'La réconciliation est volontairement désactivée.',
  KafkaTopicNotReady: 'Le sujet n’a pas pu être créé selon sa définition.',
  KafkaTopicStateUnknown:
    'Le statut du sujet dit quelque chose qu’aucune règle ne connaît.',
  KafkaUserReady:
    'L’utilisateur, ses identifiants et ses droits sont en place.',
  KafkaUserPending: 'L’opérateur d’utilisateurs ne s’en est pas encore occupé.',
  KafkaUserPaused: 'La réconciliation est volontairement désactivée.',
  KafkaUserNotReady: 'L’utilisateur n’a pas pu être créé selon sa définition.',
  KafkaUserStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  KafkaConnectReady: 'La dernière réconciliation complète a réussi.',
  KafkaConnectPending: 'L’opérateur ne s’en est pas encore occupé.',
  KafkaConnectPaused: 'La réconciliation est volontairement désactivée.',
  KafkaConnectNotReady:
    'La dernière réconciliation a échoué ; les pods fonctionnent peut-être encore.',
  KafkaConnectNoReplica:
    'La dernière réconciliation a échoué et aucun pod ne tourne.',
  KafkaConnectPodsNotReady:
    'Ses conditions le disent prêt, mais ses pods ne le sont pas.',
  KafkaConnectStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  KafkaConnectConnectorsFailing:
    'Kafka Connect est prêt, mais certains de ses connecteurs ne vont pas bien.',
  KafkaConnectorRunning: 'Le connecteur et toutes ses tâches tournent.',
  KafkaConnectorPending:
    'Le connecteur démarre ou passe d’un worker à un autre.',
  KafkaConnectorPaused: 'La réconciliation est volontairement désactivée.',
  KafkaConnectorHeld:
    'La définition demande que le connecteur soit en pause ou arrêté.',
  KafkaConnectorNotReady:
    'L’opérateur n’a pas pu mettre le connecteur en place.',
  KafkaConnectorTasksFailed: 'Des tâches du connecteur sont en échec.',
  KafkaConnectorFailed:
    'Le connecteur lui-même est en échec : rien n’est transporté.',
  KafkaConnectorHeldByHand:
    'Le connecteur est en pause ou arrêté alors que sa définition dit autre chose.',
  KafkaConnectorStateUnknown:
    'L’état du connecteur n’est connu d’aucune règle.',
  KafkaMirrorMaker2Ready: 'La dernière réconciliation complète a réussi.',
  KafkaMirrorMaker2Pending: 'L’opérateur ne s’en est pas encore occupé.',
  KafkaMirrorMaker2Paused: 'La réconciliation est volontairement désactivée.',
  KafkaMirrorMaker2NotReady:
    'La dernière réconciliation a échoué ; les pods fonctionnent peut-être encore.',
  KafkaMirrorMaker2NoReplica:
    'La dernière réconciliation a échoué et aucun pod ne tourne.',
  KafkaMirrorMaker2PodsNotReady:
    'Ses conditions le disent prêt, mais ses pods ne le sont pas.',
  KafkaMirrorMaker2StateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  KafkaMirrorMaker2ConnectorsFailing:
    'MirrorMaker est prêt, mais un connecteur ou une tâche de miroir est en échec.',
  KafkaMirrorMaker2NothingMirrored:
    'MirrorMaker est prêt, mais tous ses connecteurs de miroir sont en échec.',
  KafkaBridgeReady: 'La dernière réconciliation complète a réussi.',
  KafkaBridgePending: 'L’opérateur ne s’en est pas encore occupé.',
  KafkaBridgePaused: 'La réconciliation est volontairement désactivée.',
  KafkaBridgeNotReady:
    'La dernière réconciliation a échoué ; les pods fonctionnent peut-être encore.',
  KafkaBridgeNoReplica:
    'La dernière réconciliation a échoué et aucun pod ne tourne.',
  KafkaBridgePodsNotReady:
    'Ses conditions le disent prêt, mais ses pods ne le sont pas.',
  KafkaBridgeStateUnknown:
    'Ses conditions disent quelque chose qu’aucune règle ne connaît.',
  KafkaRebalanceReady: 'Le rééquilibrage est terminé.',
  KafkaRebalanceProposalReady: 'La proposition attend d’être approuvée.',
  KafkaRebalanceProposing: 'Cruise Control élabore une proposition.',
  KafkaRebalanceRunning: 'Des partitions sont en cours de déplacement.',
  KafkaRebalanceStopped: 'Le rééquilibrage a été volontairement arrêté.',
  KafkaRebalancePaused: 'La réconciliation est volontairement désactivée.',
  KafkaRebalanceTemplate:
    'C’est un gabarit que copie le rééquilibrage automatique.',
  KafkaRebalanceNoProposal:
    'Cruise Control n’a pas donné de proposition depuis trop longtemps.',
  KafkaRebalanceNotReady: 'Le rééquilibrage a échoué.',
  KafkaRebalanceStateUnknown:
    'L’état du rééquilibrage n’est connu d’aucune règle.',
  StrimziPodSetReady: 'Tous ses pods sont prêts.',
  StrimziPodSetStarting: 'Ses pods viennent d’être demandés.',
  StrimziPodSetPodsMissing: 'Moins de pods sont prêts que voulu.',
  StrimziPodSetDown: 'Aucun de ses pods n’est prêt.',
  StrimziPodSetStateUnknown: 'Son statut ne donne pas le nombre de pods.',
};
