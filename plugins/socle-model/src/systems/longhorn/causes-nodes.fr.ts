/** The causes of nodes and what runs on them in French. */
export const NODE_CAUSES_FR: Readonly<Record<string, string>> = {
  LonghornNodeNotReady: 'Longhorn ne peut pas utiliser le nœud.',
  LonghornNodeMountPropagation:
    'Les montages ne se propagent pas : aucun volume ne peut être attaché.',
  LonghornNodeNoDiskReady: 'Aucun disque du nœud n’est utilisable.',
  LonghornNodeDiskNotReady: 'Un disque du nœud n’est pas utilisable.',
  LonghornNodeEvicting: 'Des copies sont déplacées ailleurs, sur demande.',
  LonghornNodeMaintenance:
    'Le nœud ne prend volontairement plus de nouvelles copies.',
  LonghornNodeFull: 'Aucun disque du nœud ne prend de nouvelles copies.',
  LonghornNodeDiskFull: 'Un disque du nœud ne prend plus de nouvelles copies.',
  LonghornNodeDiskFailing: 'Un disque annonce sa propre défaillance.',
  LonghornNodeCheckFailed:
    'Il manque au nœud quelque chose dont Longhorn a besoin.',
  LonghornNodeCheckNotMade: 'Longhorn n’a pas pu contrôler le nœud.',
  LonghornNodeStateUnknown: 'Longhorn ne dit rien du nœud ou d’un disque.',
  LonghornNodeReady: 'Le nœud prend des copies.',
  LonghornInstanceManagerRunning:
    'Moteurs et réplicas peuvent tourner sur le nœud.',
  LonghornInstanceManagerStarting: 'Le gestionnaire d’instances démarre.',
  LonghornInstanceManagerFailed:
    'Tous les moteurs et réplicas du nœud sont à l’arrêt.',
  LonghornInstanceManagerNotRunning:
    'Le gestionnaire d’instances ne tourne pas sur un nœud en service.',
  LonghornInstanceManagerNodeDown:
    'Le nœud du gestionnaire d’instances ne répond pas.',
  LonghornInstanceManagerStateUnknown:
    'L’état du gestionnaire d’instances a une valeur inconnue.',
  LonghornEngineImageDeployed: 'L’image est sur chaque nœud.',
  LonghornEngineImageDeploying:
    'L’image est en cours d’acheminement vers les nœuds.',
  LonghornEngineImageMissingOnNode: 'L’image manque sur certains nœuds.',
  LonghornEngineImageUnusable:
    'L’image est en erreur ou ne convient pas à cette version de Longhorn.',
  LonghornEngineImageStateUnknown:
    'L’état de l’image du moteur a une valeur inconnue.',
  LonghornAttachmentSatisfied: 'Le volume est attaché là où il est voulu.',
  LonghornAttachmentNotWanted: 'Personne ne veut que le volume soit attaché.',
  LonghornAttachmentWaits: 'Le volume est en cours d’attachement.',
  LonghornAttachmentRefused:
    'Longhorn dit pourquoi il ne peut pas attacher le volume.',
  LonghornAttachmentStateUnknown: 'Les demandes d’attachement sont illisibles.',
  LonghornShareManagerRunning: 'Le partage est servi.',
  LonghornShareManagerStopped: 'Personne n’utilise le partage.',
  LonghornShareManagerChanging: 'Le partage démarre ou s’arrête.',
  LonghornShareManagerFailed: 'Le partage est en erreur.',
  LonghornShareManagerPodGone:
    'Le partage est dit en marche, mais son pod a disparu ou est en échec.',
  LonghornShareManagerStateUnknown: 'L’état du partage a une valeur inconnue.',
  LonghornSettingApplied: 'La valeur est en vigueur.',
  LonghornSettingWaits: 'La valeur prendra effet plus tard.',
};
