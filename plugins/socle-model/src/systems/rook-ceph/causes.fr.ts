/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  CephClusterHealthy: 'Ceph annonce HEALTH_OK.',
  CephClusterWarning: 'Ceph annonce HEALTH_WARN.',
  CephClusterError: 'Ceph annonce HEALTH_ERR, ou des données inaccessibles.',
  CephClusterReconcileFailed:
    'L’opérateur n’a pas pu amener le cluster à ce qui est demandé.',
  CephClusterNotChecked:
    'L’opérateur n’a pas interrogé Ceph depuis trop longtemps.',
  CephClusterNearlyFull: 'Le cluster est presque plein.',
  CephClusterBeingCreated: 'L’opérateur met le cluster en place.',
  CephClusterBeingDeleted: 'Le cluster est en cours de suppression.',
  CephClusterStateUnknown:
    'Ce que rapporte l’opérateur ne dit rien de la santé.',
  CephBlockPoolReady: 'Le pool est en place.',
  CephBlockPoolFailed: 'L’opérateur n’a pas pu mettre le pool en place.',
  CephBlockPoolClusterFailed: 'Le cluster qui contient le pool est en échec.',
  CephBlockPoolChanging: 'L’opérateur travaille sur le pool.',
  CephBlockPoolStateUnknown: 'La phase du pool a une valeur inconnue.',
  CephRadosNamespaceReady: 'Le namespace RADOS est en place.',
  CephRadosNamespaceFailed:
    'L’opérateur n’a pas pu mettre le namespace RADOS en place.',
  CephRadosNamespaceClusterFailed:
    'Le cluster qui contient le namespace RADOS est en échec.',
  CephRadosNamespaceChanging: 'L’opérateur travaille sur le namespace RADOS.',
  CephRadosNamespaceStateUnknown:
    'La phase du namespace RADOS a une valeur inconnue.',
  CephFilesystemReady: 'Le système de fichiers est en place.',
  CephFilesystemFailed:
    'L’opérateur n’a pas pu mettre le système de fichiers en place.',
  CephFilesystemClusterFailed:
    'Le cluster qui contient le système de fichiers est en échec.',
  CephFilesystemChanging: 'L’opérateur travaille sur le système de fichiers.',
  CephFilesystemStateUnknown:
    'La phase du système de fichiers a une valeur inconnue.',
  CephSubVolumeGroupReady: 'Le groupe est en place.',
  CephSubVolumeGroupFailed: 'L’opérateur n’a pas pu mettre le groupe en place.',
  CephSubVolumeGroupClusterFailed:
    'Le cluster qui contient le groupe est en échec.',
  CephSubVolumeGroupChanging: 'L’opérateur travaille sur le groupe.',
  CephSubVolumeGroupStateUnknown: 'La phase du groupe a une valeur inconnue.',
  CephObjectStoreReady: 'Le magasin d’objets est en place.',
  CephObjectStoreFailed:
    'L’opérateur n’a pas pu mettre le magasin d’objets en place.',
  CephObjectStoreClusterFailed:
    'Le cluster qui contient le magasin d’objets est en échec.',
  CephObjectStoreChanging: 'L’opérateur travaille sur le magasin d’objets.',
  CephObjectStoreStateUnknown:
    'La phase du magasin d’objets a une valeur inconnue.',
};
