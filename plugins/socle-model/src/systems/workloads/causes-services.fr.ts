/** The causes of services, budgets and autoscalers in French. */
export const SERVICE_CAUSES_FR: Readonly<Record<string, string>> = {
  ServiceHasEndpoints: 'Des endpoints derrière le Service sont prêts.',
  ServiceHasAddress:
    'Le répartiteur de charge a une adresse ; ce qu’il y a derrière n’a pas été lu.',
  ServiceNoReadyEndpoint: 'Aucun endpoint derrière le Service n’est prêt.',
  ServiceSelectsNoPods:
    'Le sélecteur ne trouve aucun pod avec une adresse : échelle à zéro, pod pas encore placé ou faute de frappe.',
  ServiceEndpointsNotRead: 'Ce qu’il y a derrière le Service n’a pas été lu.',
  ServiceAddressPending: 'Le répartiteur de charge n’a pas encore d’adresse.',
  ServiceAddressRefused:
    'Les pools d’adresses ne peuvent pas servir le répartiteur de charge.',
  ServiceNotAnnounced:
    'Aucun nœud ne répond pour l’adresse du répartiteur de charge.',
  ServiceTypeUnknown: 'Le Service est d’un type inconnu.',
  EndpointSliceReady: 'Des endpoints reçoivent du trafic.',
  EndpointSliceNoneReady: 'Il y a des endpoints, et aucun ne reçoit de trafic.',
  BudgetAllowsDisruption: 'Des pods peuvent être évincés.',
  BudgetSelectsNoPods:
    'Le sélecteur ne trouve aucun pod : faute de frappe, ou échelle à zéro.',
  BudgetSyncFailed: 'Le budget ne peut pas être calculé.',
  BudgetPodsMissing: 'Moins de pods sont sains que le budget n’en demande.',
  BudgetBlocksDrain:
    'Le budget ne laisse évincer aucun pod : le drainage d’un nœud reste bloqué.',
  AutoscalerActive: 'L’autoscaler mesure et ajuste l’échelle.',
  AutoscalerDisabled:
    'La cible est à l’échelle zéro, ce qui désactive l’autoscaling.',
  AutoscalerWaiting: 'L’autoscaler n’a pas encore décidé.',
  AutoscalerCannotScale:
    'La cible de l’autoscaler ne peut pas être lue ou mise à l’échelle.',
  AutoscalerWithoutMetrics: 'L’autoscaler n’a pas de mesures pour décider.',
  AutoscalerStateUnknown: 'L’autoscaler n’annonce aucun état connu.',
  VerticalAutoscalerRecommends: 'Une recommandation est donnée.',
  VerticalAutoscalerLearning:
    'Les pods n’ont pas encore été observés assez longtemps.',
  VerticalAutoscalerSelectsNoPods:
    'La cible n’a pas de pods : aucun n’est voulu, ou c’est une autre cible.',
  VerticalAutoscalerUnsupported:
    'L’autoscaler ne peut pas fonctionner tel qu’il est défini.',
  VerticalAutoscalerStateUnknown: 'L’autoscaler n’annonce aucun état connu.',
  ReplicationControllerAvailable: 'Tous les pods voulus sont disponibles.',
  ReplicationControllerScaledToZero:
    'Aucun pod n’est voulu : c’est une ancienne révision, ou l’échelle est à zéro.',
  ReplicationControllerStarting:
    'Des pods sont en cours de démarrage ou d’arrêt.',
  ReplicationControllerPodsMissing: 'Moins de pods sont disponibles que voulu.',
  ReplicationControllerReplicaFailure:
    'Les pods de la révision ne peuvent pas être créés.',
};
