/** The causes of claims in French. */
export const CLAIM_CAUSES_FR: Readonly<Record<string, string>> = {
  ClaimDeletionWaitsForPod:
    'La suppression attend qu’aucun pod n’utilise plus la demande.',
  ClaimDeletionHeldByPod:
    'Un pod utilise depuis trop longtemps une demande supprimée.',
  ClaimBeingDeleted: 'La demande est en cours de suppression.',
  ClaimDeletionStuck:
    'Aucun pod n’utilise la demande, mais un finalizer la retient.',
  ClaimLost: 'La demande a perdu son volume pour de bon.',
  ClaimClassMissing: 'La classe de stockage que nomme la demande n’existe pas.',
  ClaimWithoutClass:
    'Aucune classe de stockage n’est donnée et aucun volume libre ne convient.',
  ClaimProvisioningFailed: 'Le fournisseur ne peut pas créer le volume.',
  ClaimMismatched: 'Le volume et la demande ne vont pas ensemble.',
  ClaimWaitsForFirstPod:
    'La classe ne crée de volume que pour un pod, et aucun pod ne nomme encore la demande.',
  ClaimPodUnschedulable: 'La demande attend un pod qui ne peut pas être placé.',
  ClaimPodPinned:
    'Le pod contourne l’ordonnanceur : la demande ne reçoit jamais de nœud.',
  ClaimProvisionerDown:
    'Le fournisseur qui doit créer le volume n’a aucun pod prêt.',
  ClaimBeingProvisioned: 'Le volume est en cours de création.',
  ClaimNotProvisioned:
    'Après une longue attente, il n’y a ni volume ni erreur.',
  ClaimVolumeMissing: 'Le volume auquel la demande est liée n’existe pas.',
  ClaimVolumeTaken: 'Le volume appartient à une autre demande.',
  ClaimDataLost: 'Le pilote dit que des données sont perdues ou inaccessibles.',
  ClaimMountFailed: 'Un pod ne peut pas attacher ou monter la demande.',
  ClaimNodeConflict:
    'Les données sont sur un autre nœud que celui où le pod doit tourner.',
  ClaimVolumeFailed: 'Ce qui porte la demande est en échec.',
  ClaimDataDegraded:
    'Le pilote dit que le volume a perdu en redondance ou en vitesse.',
  ClaimGrowthRefused: 'Le volume ne peut pas atteindre la taille demandée.',
  ClaimChangeRefused:
    'Le volume ne peut pas prendre la classe d’attributs demandée.',
  ClaimDataElsewhere:
    'Le pod tourne sur un autre nœud que celui qui contient le répertoire.',
  ClaimFull: 'La demande est pleine : les écritures échouent.',
  ClaimNearlyFull: 'La demande est presque pleine.',
  ClaimVolumeDegraded: 'Ce qui porte la demande est dégradé.',
  ClaimVolumeUnknown:
    'L’état de ce qui porte la demande ne peut pas être établi.',
  ClaimGrowing: 'Le volume est en cours d’agrandissement.',
  ClaimChanging: 'Le volume change de classe d’attributs.',
  ClaimStateUnclear:
    'La demande annonce un état que Kubernetes ne définit pas.',
  ClaimBound: 'La demande a son volume.',
};
