/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ControlPlaneRuns:
    'Le serveur d’API est prêt et toutes les parties du plan de contrôle tournent.',
  ControlPlaneEtcdDown: 'etcd ne répond pas ou a perdu son quorum.',
  ControlPlaneApiServerDown: 'Le serveur d’API échoue à ses propres contrôles.',
  ControlPlaneWithoutLeader:
    'Plus rien n’est placé ni réconcilié : aucun leader n’est actif.',
  ControlPlaneMajorityDown:
    'Trop peu de nœuds du plan de contrôle fonctionnent pour une majorité.',
  ControlPlaneComponentDown:
    'Aucun pod d’un composant du plan de contrôle ne fonctionne.',
  ControlPlaneNodeDown: 'Un nœud du plan de contrôle ne fonctionne pas.',
  ControlPlanePartDown:
    'Une partie du plan de contrôle ne fonctionne pas ; d’autres la suppléent.',
  ControlPlaneNodeJoins:
    'Un nœud du plan de contrôle n’a pas encore donné de nouvelles.',
  ControlPlaneNotRead: 'Rien n’est connu du plan de contrôle.',
  ApiServerReady: 'Tous les contrôles du serveur d’API passent.',
  ApiServerNotAlive: 'Le serveur d’API dit lui-même qu’il doit être redémarré.',
  ApiServerWithoutEtcd:
    'Le serveur d’API n’atteint pas etcd : rien ne peut être écrit.',
  ApiServerNotReady:
    'Des contrôles du serveur d’API échouent : il ne devrait pas recevoir de requêtes.',
  ApiServerNotPermitted: 'Le serveur d’API ne laisse pas lire ses contrôles.',
  ApiServerNotAsked: 'Rien n’est connu des contrôles du serveur d’API.',
  EtcdAnswers: 'etcd répond au serveur d’API.',
  EtcdDoesNotAnswer: 'Le serveur d’API n’atteint pas etcd.',
  EtcdQuorumLost:
    'La plupart des membres d’etcd ne tournent pas : rien ne peut être écrit.',
  EtcdMemberDown:
    'Un membre d’etcd ne tourne pas ; les autres sont encore d’accord.',
  EtcdNotShown: 'Ni le serveur d’API ni un pod ne dit comment va etcd.',
};
