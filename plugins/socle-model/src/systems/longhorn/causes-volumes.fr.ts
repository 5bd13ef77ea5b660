/** The causes of volumes, engines and replicas in French. */
export const VOLUME_CAUSES_FR: Readonly<Record<string, string>> = {
  LonghornVolumeDeleting: 'Le volume est en cours de suppression.',
  LonghornVolumeDeletionStuck: 'La suppression du volume n’aboutit pas.',
  LonghornVolumeFaulted: 'Aucune copie des données n’est utilisable.',
  LonghornVolumeRestoreFailed:
    'La restauration depuis une sauvegarde a échoué.',
  LonghornVolumeCloneFailed: 'Le clonage depuis un autre volume a échoué.',
  LonghornVolumeUnschedulable:
    'Des copies ne trouvent pas de place : le volume ne peut pas être attaché.',
  LonghornVolumeRestoring:
    'Une restauration depuis une sauvegarde est en cours.',
  LonghornVolumeCloning: 'Un clonage depuis un autre volume est en cours.',
  LonghornVolumeBackingImageUnusable:
    'L’image de base manque ou est trop grande.',
  LonghornVolumeWaitsForBackingImage:
    'L’image de base est encore en cours d’acheminement vers les disques.',
  LonghornVolumeNoIntactCopy:
    'Le volume est détaché, et toutes ses copies sont en échec.',
  LonghornVolumeCopiesLost:
    'Le volume est détaché avec moins de copies intactes que voulu.',
  LonghornVolumeNew: 'Le volume est nouveau et n’a jamais été attaché.',
  LonghornVolumeDetached: 'Rien n’utilise le volume en ce moment.',
  LonghornVolumeCopiesNotKnown:
    'Le volume est détaché, et ses réplicas n’ont pas été lus.',
  LonghornVolumeNodeSilent: 'Le nœud où le volume est attaché ne répond pas.',
  LonghornVolumeReadOnly:
    'Le système de fichiers du volume est passé en lecture seule.',
  LonghornVolumeShareFailed:
    'Le partage NFS d’un volume en lecture-écriture multiple est en erreur.',
  LonghornVolumeDegraded: 'Moins de copies sont synchronisées que voulu.',
  LonghornVolumeExpansionFailed: 'Le volume n’a pas pu être agrandi.',
  LonghornVolumeExpanding: 'Le volume est en cours d’agrandissement.',
  LonghornVolumeCopiesMissing:
    'Le volume est déclaré sain alors que le moteur a moins de copies synchronisées.',
  LonghornVolumeSingleCopy: 'La seule copie voulue est synchronisée.',
  LonghornVolumeOneNode: 'Toutes les copies sont sur le même nœud.',
  LonghornVolumeTooManySnapshots:
    'Le volume a plus d’instantanés qu’il n’est raisonnable.',
  LonghornVolumeInSync: 'Toutes les copies voulues sont synchronisées.',
  LonghornVolumeChanging:
    'Le volume est en cours de création, d’attachement ou de détachement.',
  LonghornVolumeAttachStuck:
    'Longhorn dit pourquoi le volume ne peut pas être attaché.',
  LonghornVolumeStateUnknown: 'L’état ou la robustesse a une valeur inconnue.',
  LonghornEngineReadOnly:
    'Le système de fichiers du périphérique est passé en lecture seule.',
  LonghornEngineFailed:
    'Le processus du moteur est en erreur ou n’a pas pu être créé.',
  LonghornEngineCopiesLost:
    'Le moteur a abandonné des copies à cause d’erreurs.',
  LonghornEngineSilent: 'Le nœud du moteur ne répond pas.',
  LonghornEngineBusy: 'Le moteur restaure ou agrandit son volume.',
  LonghornEngineChanging: 'Le moteur démarre ou s’arrête.',
  LonghornEngineStopped: 'Le moteur est arrêté avec son volume.',
  LonghornEngineRunning: 'Le moteur sert son volume.',
  LonghornEngineModesNotKnown: 'Le moteur tourne et ne dit rien de ses copies.',
  LonghornEngineStateUnknown: 'L’état du moteur a une valeur inconnue.',
  LonghornFrontendRunning: 'Le périphérique est là.',
  LonghornFrontendStopped: 'Le frontal est arrêté avec son volume.',
  LonghornFrontendChanging:
    'Le périphérique est en cours de mise en place, de maintien ou de retrait.',
  LonghornFrontendFailed: 'Le périphérique est en erreur.',
  LonghornFrontendStateUnknown: 'L’état du frontal a une valeur inconnue.',
  LonghornReplicaDeleting: 'La copie est en cours de retrait.',
  LonghornReplicaNotPlaced: 'Aucun nœud ou disque ne convient à la copie.',
  LonghornReplicaFailed: 'La copie est en échec et n’est plus à jour.',
  LonghornReplicaProcessError: 'Le processus qui sert la copie est en erreur.',
  LonghornReplicaDropped: 'Le moteur a abandonné la copie après une erreur.',
  LonghornReplicaRebuilding: 'La copie est en cours de reconstruction.',
  LonghornReplicaInSync: 'La copie est synchronisée.',
  LonghornReplicaNodeSilent: 'Le nœud qui contient la copie ne répond pas.',
  LonghornReplicaChanging: 'La copie démarre ou s’arrête.',
  LonghornReplicaModeNotKnown:
    'Le moteur ne dit rien de la copie, ou n’a pas été lu.',
  LonghornReplicaStopped:
    'La copie est arrêtée avec son volume, données intactes.',
  LonghornReplicaNew:
    'La copie est nouvelle et ne contient pas encore de données.',
  LonghornReplicaNotRunning: 'La copie devrait tourner et elle est arrêtée.',
  LonghornReplicaStateUnknown: 'L’état de la copie ne peut pas être jugé.',
  LonghornShardGroupHealthy: 'Tous les shards sont en place.',
  LonghornShardGroupDegraded:
    'Des shards sont en échec ; les données restent lisibles.',
  LonghornShardGroupOffline:
    'Il reste trop peu de shards pour lire les données.',
  LonghornShardGroupStateUnknown:
    'L’état du groupe de shards a une valeur inconnue.',
  LonghornShardNormal: 'Le shard est en place.',
  LonghornShardReplacing: 'Le shard est en cours de reconstruction.',
  LonghornShardFailed: 'Le shard est en échec.',
  LonghornShardStateUnknown: 'L’état du shard a une valeur inconnue.',
};
