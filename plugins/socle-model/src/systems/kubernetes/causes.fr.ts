/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  NodeReady: 'Le kubelet se déclare prêt.',
  NodeSilent: 'Le kubelet ne donne plus de nouvelles.',
  NodeNotReady: 'Le kubelet se déclare non prêt.',
  NodeNotReported: 'Le nœud n’a pas encore dit s’il est prêt.',
  NodeReadinessUnreadable:
    'Le nœud n’annonce aucun état de disponibilité connu.',
  NodeUnderPressure:
    'La mémoire, le disque ou les numéros de processus du nœud viennent à manquer.',
  NodeNetworkUnavailable: 'Le réseau du nœud n’est pas configuré.',
  NodeCordoned: 'Le nœud n’accepte pas de nouveaux pods.',
  NodeOutOfService: 'Le nœud est marqué hors service.',
  NodeHeartbeatLate: 'Le bail du nœud n’est pas renouvelé à temps.',
  NodeStaticPodMissing:
    'Une partie du plan de contrôle ne tourne pas sur ce nœud.',
  NamespaceActive: 'Le namespace est en service.',
  NamespaceTerminating:
    'Le namespace et tout ce qu’il contient sont en cours de suppression.',
  NamespaceDeletionStuck:
    'Quelque chose dans le namespace ne peut pas être supprimé.',
  NamespacePhaseUnknown: 'Le namespace n’annonce aucune phase connue.',
  LeaseHeld: 'Le bail est renouvelé à temps.',
  LeaseNodeHeartbeatLate: 'Le kubelet du nœud ne renouvelle plus son bail.',
  LeaseNoActiveLeader:
    'Aucun gestionnaire de contrôleurs ou ordonnanceur ne dirige le cluster.',
  LeaseOperatorSilent: 'Le leader d’un opérateur ne renouvelle plus son bail.',
  LeaseApiserverGone: 'Un serveur d’API ne renouvelle plus son identité.',
  LeaseAnnouncementExpired: 'Plus aucun nœud n’annonce l’adresse d’un Service.',
  LeaseHolderNotReady:
    'Le nœud qui annonce l’adresse d’un Service ne fonctionne pas.',
  LeaseReleased: 'Le leader s’est retiré et personne n’a pris la relève.',
  LeaseLeaderChangesOften: 'Le leader change trop souvent.',
  LeaseNotReadable:
    'Le bail ne dit pas quand il a été renouvelé, ni pour combien de temps il vaut.',
  QuotaWithinLimits:
    'L’usage de chaque ressource comptée est sous le seuil d’alerte.',
  QuotaNearlyUsedUp: 'Une ressource comptée du namespace est presque épuisée.',
  QuotaExhausted:
    'Une ressource comptée du namespace est épuisée : les nouveaux objets qui en ont besoin sont refusés.',
  QuotaNotCounted: 'Le contrôleur de quotas n’a pas encore compté.',
  QuotaNotReadable: 'Une quantité du quota est illisible.',
  ApiServiceAvailable: 'L’API répond.',
  ApiServiceUnavailable: 'L’API est enregistrée et ne répond pas.',
  ApiServiceNotChecked: 'L’API n’a pas encore été essayée.',
  ApiServiceStateUnknown: 'On ne sait pas si l’API répond.',
};
