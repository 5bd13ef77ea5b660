/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  QdrantWorking:
    'Il y a un leader et le consensus fonctionne, ou c’est un nœud seul.',
  QdrantElecting: 'Le pair se présente à l’élection.',
  QdrantCatchingUp:
    'Des shards n’ont pas rattrapé leur retard depuis le démarrage.',
  QdrantStateUnknown:
    'Ce qui a été répondu ne dit rien qu’une règle connaisse.',
  QdrantDown: 'Aucun de ses pods n’est prêt.',
  QdrantConsensusStopped: 'Le thread de consensus est arrêté.',
  QdrantNoLeader: 'Les pairs n’ont pas de leader de consensus.',
  QdrantPeerUnreachable:
    'Des messages à un pair ont échoué ces dernières minutes.',
  QdrantDeadPeer:
    'Le nombre de pairs enregistrés diffère du nombre de pods prêts.',
  QdrantCollectionsNotWell: 'Des collections ne vont pas bien.',
  QdrantPeerReachable: 'Aucun message à ce pair n’a échoué récemment.',
  QdrantPeerSilent: 'Les messages à ce pair échouent.',
  QdrantPeerNotTold: 'Aucune réponse ne dit si ce pair est joignable.',
  QdrantCollectionWell:
    'La collection est verte, et tous ses shards sont actifs.',
  QdrantCollectionOptimising:
    'L’index de la collection est en construction ; un grand index prend des heures.',
  QdrantCollectionRecovering:
    'Des réplicas de ses shards sont en cours de remplissage ou de déplacement.',
  QdrantCollectionFailed:
    'Une opération sur la collection a échoué et n’a pas été rattrapée.',
  QdrantShardLost: 'Un shard n’a aucun réplica actif.',
  QdrantShardDead: 'Un réplica d’un shard est mort ; un autre est actif.',
  QdrantShardAwaitsOperator:
    'Un réplica d’un shard attend une récupération manuelle.',
  QdrantCollectionStateUnknown:
    'Rien n’a été dit de la collection, ou rien qu’une règle connaisse.',
};
