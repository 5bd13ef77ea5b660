/** The causes of volumes, classes and attachments in French. */
export const VOLUME_CAUSES_FR: Readonly<Record<string, string>> = {
  PersistentVolumeReclaimFailed:
    'Le volume n’a pas pu être nettoyé après la suppression de sa demande.',
  PersistentVolumeBeingReclaimed:
    'Le volume est en cours de suppression avec sa demande.',
  PersistentVolumeReclaimStuck:
    'Le volume aurait dû disparaître avec sa demande et il est toujours là.',
  PersistentVolumeKept:
    'La demande n’existe plus ; les données sont gardées volontairement.',
  PersistentVolumeReserved: 'Le volume attend la demande qu’il nomme.',
  PersistentVolumeAvailable: 'Le volume est libre.',
  PersistentVolumePending: 'Le volume n’est pas encore prêt à être lié.',
  PersistentVolumePendingTooLong: 'Le volume n’est pas devenu disponible.',
  PersistentVolumeClaimGone:
    'Le volume est lié à une demande qui n’existe plus.',
  PersistentVolumeNodeDown:
    'Le seul nœud qui contient les données est hors service.',
  PersistentVolumeDataLost:
    'Le pilote dit que des données sont perdues ou inaccessibles.',
  PersistentVolumeBackendMissing:
    'Le pilote n’a plus le volume de stockage que désigne le handle.',
  PersistentVolumeBackendFailed: 'Le stockage derrière le volume est en échec.',
  PersistentVolumeAttachFailed:
    'Le volume ne peut pas être attaché au nœud qui en a besoin.',
  PersistentVolumeDataDegraded:
    'Le pilote dit que le volume a perdu en redondance ou en vitesse.',
  PersistentVolumeBackendDegraded:
    'Le stockage derrière le volume est dégradé.',
  PersistentVolumeAttachmentTrouble:
    'Attacher ou détacher le volume échoue ou dure trop longtemps sur un nœud.',
  PersistentVolumeNodeDiskPressure:
    'Le disque du nœud qui contient les données est presque plein.',
  PersistentVolumeBackendUnknown:
    'L’état du stockage derrière le volume ne peut pas être établi.',
  PersistentVolumeBackendProgressing:
    'Le stockage derrière le volume est en cours de changement.',
  PersistentVolumePhaseUnknown:
    'Le volume annonce un état que Kubernetes ne définit pas.',
  PersistentVolumeBound: 'Le volume sert sa demande.',
  PersistentVolumeNotTied:
    'C’est un répertoire d’un seul nœud, que des pods de n’importe quel nœud peuvent recevoir.',
  StorageClassSeveralDefaults:
    'Plusieurs classes sont marquées comme celle par défaut.',
  StorageClassProvisionerDown:
    'Le fournisseur de la classe n’a aucun pod prêt.',
  StorageClassWithoutDriver:
    'Aucun pilote du nom que donne la classe n’est installé.',
  StorageClassDriverUnknown:
    'On ne peut dire si le pilote de la classe est là.',
  StorageClassReady: 'La classe a son fournisseur.',
  VolumeDetachFailed: 'Le volume ne peut pas être détaché du nœud.',
  VolumeDetaching: 'Le volume est en cours de détachement.',
  VolumeOnSilentNode: 'Le volume est attaché à un nœud qui ne répond pas.',
  VolumeAttached: 'Le volume est attaché au nœud.',
  VolumeAttachFailed: 'Le volume ne peut pas être attaché au nœud.',
  VolumeAttachLimit:
    'Le nœud porte déjà autant de volumes de ce pilote qu’il le peut.',
  VolumeAttaching: 'Le volume est en cours d’attachement.',
  VolumeAttachSlow: 'L’attachement dure, et aucune erreur n’est signalée.',
  VolumeAttachmentUnclear: 'L’objet ne dit pas si le volume est attaché.',
  CSINodeDriverMissing:
    'Un pilote dont les volumes doivent être attachés au nœud n’y est pas enregistré.',
  CSINodeRegistered: 'Les pilotes nécessaires sur le nœud sont enregistrés.',
};
