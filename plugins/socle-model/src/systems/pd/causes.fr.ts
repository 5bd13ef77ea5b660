/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  PdWell:
    'Ce qui a été répondu sur les membres, les stores et les régions est bon.',
  PdStoresDraining: 'Des stores cèdent leurs régions avant de partir.',
  PdStateUnknown: 'Ce qui a été répondu ne dit rien qu’une règle connaisse.',
  PdNoQuorum: 'PD a perdu la majorité de ses membres.',
  PdNoLeader: 'PD n’a pas de leader.',
  PdStoresSilent:
    'Les stores muets sont aussi nombreux qu’une majorité des copies.',
  PdStoreSilent:
    'Un store n’envoie plus de signal de vie ; les copies ailleurs tiennent.',
  PdMemberUnhealthy: 'Un membre n’est pas sain ; la majorité tient.',
  PdMemberNotReady: 'Le membre interrogé dit qu’il n’est pas prêt.',
  PdDownPeers: 'Des régions ont une copie sur un store hors service.',
  PdMissingPeers: 'Des régions ont moins de copies que voulu.',
  PdStoresNotWell: 'Des stores manquent de place ou sont lents.',
  PdNotBootstrapped: 'Aucun store n’a jamais rejoint le cluster.',
  PdMemberHealthy: 'Le membre répond à ses pairs.',
  PdMemberDown: 'Le membre ne répond pas à ses pairs.',
  PdMemberNotTold: 'Aucune réponse ne dit comment va le membre.',
  PdStoreUp: 'Le store envoie des signaux de vie.',
  PdStoreDraining: 'Le store cède ses régions avant de partir.',
  PdStoreDisconnected:
    'Aucun signal de vie depuis plus de 20 secondes ; rien n’est encore déplacé.',
  PdStoreDown:
    'Aucun signal de vie pendant max-store-down-time ; ses copies sont refaites.',
  PdStoreLowOnSpace:
    'Il reste si peu de place que PD n’y déplace plus de données.',
  PdStoreSlow: 'Le store répond lentement.',
  PdStoreStateUnknown: 'L’état du store n’est connu d’aucune règle.',
};
