/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  LinstorClusterReady:
    'Tout ce que contrôle l’opérateur sur le cluster est comme il doit être.',
  LinstorClusterNotAvailable: 'Le cluster ne répond pas.',
  LinstorClusterNotApplied:
    'L’opérateur n’a pas pu amener le cluster à ce qui est demandé.',
  LinstorClusterNotObserved:
    'L’opérateur n’a pas établi comment va le cluster.',
  LinstorSatelliteReady:
    'Tout ce que contrôle l’opérateur sur le satellite est comme il doit être.',
  LinstorSatelliteNotAvailable: 'Le satellite ne répond pas.',
  LinstorSatelliteNotApplied:
    'L’opérateur n’a pas pu amener le satellite à ce qui est demandé.',
  LinstorSatelliteNotObserved:
    'L’opérateur n’a pas établi comment va le satellite.',
  LinstorSatelliteConfigurationReady:
    'Tout ce que contrôle l’opérateur sur la configuration est comme il doit être.',
  LinstorSatelliteConfigurationNotAvailable:
    'Ce que règle la configuration ne répond pas.',
  LinstorSatelliteConfigurationNotApplied:
    'L’opérateur n’a pas pu appliquer la configuration comme demandé.',
  LinstorSatelliteConfigurationNotObserved:
    'L’opérateur n’a pas établi où en est la configuration.',
  LinstorNodeConnectionReady:
    'Tout ce que contrôle l’opérateur sur la connexion est comme il doit être.',
  LinstorNodeConnectionNotAvailable: 'La connexion ne répond pas.',
  LinstorNodeConnectionNotApplied:
    'L’opérateur n’a pas pu amener la connexion à ce qui est demandé.',
  LinstorNodeConnectionNotObserved:
    'L’opérateur n’a pas établi comment va la connexion.',
  LinstorControllerAnswers: 'Le contrôleur répond.',
  LinstorControllerMute: 'Le contrôleur ne dit pas ce qu’il est.',
  LinstorNodeOnline: 'Le nœud est connecté.',
  LinstorNodeOffline: 'Le nœud n’est pas connecté au contrôleur.',
  LinstorNodeImpaired:
    'Le nœud est connecté, mais n’est pas pleinement utilisable.',
  LinstorNodeStateUnknown: 'La connexion du nœud a une valeur inconnue.',
  LinstorPoolReady: 'Le pool a de la place.',
  LinstorPoolFailed: 'LINSTOR ne peut pas utiliser le pool.',
  LinstorPoolNearlyFull: 'Le pool est presque plein.',
  LinstorPoolNotTold: 'La place du pool n’est pas donnée.',
  LinstorResourceInSync: 'Toutes les copies voulues sont à jour.',
  LinstorResourceDegraded: 'Moins de copies sont à jour que voulu.',
  LinstorResourceFailed: 'Aucune copie n’est à jour.',
  LinstorResourceSuspended:
    'Les entrées-sorties sont suspendues, par exemple faute de quorum.',
  LinstorResourceNotTold: 'Rien n’est dit de ses copies.',
};
