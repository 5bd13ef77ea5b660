/** The causes of snapshots in French. */
export const SNAPSHOT_CAUSES_FR: Readonly<Record<string, string>> = {
  VolumeSnapshotBeingDeleted: 'L’instantané est en cours de suppression.',
  VolumeSnapshotDeletionStuck: 'L’instantané ne peut pas être supprimé.',
  VolumeSnapshotReady: 'L’instantané peut être restauré.',
  VolumeSnapshotContentMissing:
    'Le contenu de l’instantané (VolumeSnapshotContent) n’existe pas.',
  VolumeSnapshotContentTaken: 'Le contenu appartient à un autre instantané.',
  VolumeSnapshotUploading: 'Les données sont encore en cours d’envoi.',
  VolumeSnapshotFailed: 'L’instantané n’a pas pu être pris.',
  VolumeSnapshotBeingTaken: 'L’instantané est en cours de prise.',
  VolumeSnapshotSlow:
    'La prise de l’instantané n’aboutit pas, et aucune erreur n’est signalée.',
  VolumeSnapshotNotTakenUp: 'Aucun contrôleur n’a pris l’instantané en charge.',
  SnapshotContentBeingDeleted: 'Le contenu est en cours de suppression.',
  SnapshotContentDeletionStuck: 'Le pilote ne supprime pas l’instantané.',
  SnapshotContentReady: 'Le pilote détient l’instantané.',
  SnapshotContentUploading: 'Les données sont encore en cours d’envoi.',
  SnapshotContentFailed: 'Le pilote n’a pas pu prendre l’instantané.',
  SnapshotContentBeingTaken: 'Le pilote prend l’instantané.',
  SnapshotContentSlow:
    'Le pilote ne termine pas l’instantané et ne signale aucune erreur.',
  SnapshotClassWithoutDriver:
    'Aucun pilote du nom que donne la classe d’instantanés n’est installé.',
  SnapshotClassSeveralDefaults:
    'Un même pilote a plusieurs classes d’instantanés par défaut.',
  SnapshotClassDriverUnknown:
    'On ne peut dire si le pilote de la classe d’instantanés est là.',
  SnapshotClassReady: 'La classe d’instantanés a son pilote.',
  VolumeGroupSnapshotReady: 'Tout le groupe peut être restauré.',
  VolumeGroupSnapshotContentMissing:
    'Le contenu de l’instantané de groupe n’existe pas.',
  VolumeGroupSnapshotFailed: 'L’instantané de groupe n’a pas pu être pris.',
  VolumeGroupSnapshotBeingTaken:
    'L’instantané de groupe est en cours de prise.',
  VolumeGroupSnapshotSlow:
    'L’instantané de groupe n’est pas prêt, et aucune erreur n’est signalée.',
  GroupSnapshotContentReady: 'Le pilote détient les instantanés.',
  GroupSnapshotContentFailed: 'Le pilote n’a pas pu prendre les instantanés.',
  GroupSnapshotContentBeingTaken: 'Le pilote prend les instantanés.',
};
