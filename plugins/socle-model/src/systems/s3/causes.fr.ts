/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  S3Ready: 'Le serveur dit qu’il peut lire et écrire.',
  S3OnlyAnswers:
    'Le serveur répond comme le fait S3, et n’en dit pas plus à un inconnu.',
  S3NotTold: 'Rien n’a été dit de l’état du serveur.',
  S3StorageNotReady: 'Le serveur ne peut pas utiliser ses propres disques.',
  S3QuorumLost:
    'Il y a trop peu de serveurs ou de disques pour écrire, ou pour lire.',
  S3NotReady: 'Le serveur dit qu’il n’est pas prêt à recevoir des requêtes.',
  S3Busy: 'Le serveur refuse des requêtes car il est surchargé.',
};
