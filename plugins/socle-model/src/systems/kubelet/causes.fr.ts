/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ClaimUsageNormal: 'Il y a de la place.',
  ClaimUsageNearlyFull: 'La demande est presque pleine.',
  ClaimUsageFull: 'La demande est pleine : les écritures échouent.',
  ClaimUsageAbnormal: 'Le pilote signale le volume comme anormal.',
  ClaimUsageNotMeasured: 'Les mesures ne disent rien de la demande.',
  NodeFilesystemRoom: 'Il y a de la place sur le nœud.',
  NodeFilesystemNearlyFull:
    'Le kubelet va évincer des pods ou supprimer des images pour faire de la place.',
  NodeFilesystemFull: 'Un système de fichiers du nœud est plein.',
  NodeFilesystemNotMeasured:
    'Le kubelet ne donne aucune taille, ou l’a donnée il y a trop longtemps.',
};
