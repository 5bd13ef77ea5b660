import { Link, linkByKey } from '../../definition/link';

/** What all kinds of Rook share. */
export const ROOK = {
  group: 'ceph.rook.io',
  versions: ['v1'],
  namespaced: true,
};

/** A namespace holds one CephCluster: its name is the `clusterID` of volumes. */
export function clusterKey(namespace: string | undefined): string {
  return `cephCluster:${namespace ?? ''}`;
}

/** A pool by the `clusterID` and `pool` of a volume. */
export function poolKey(namespace: string | undefined, name: string): string {
  return `cephPool:${namespace ?? ''}/${name}`;
}

/** A file system by the `clusterID` and `fsName` of a volume. */
export function filesystemKey(
  namespace: string | undefined,
  name: string,
): string {
  return `cephFilesystem:${namespace ?? ''}/${name}`;
}

/** What lies in a cluster rests on it. */
export function inCluster(namespace: string | undefined): Link[] {
  return [
    linkByKey(
      'cluster',
      clusterKey(namespace),
      ['ceph.rook.io/CephCluster'],
      'target',
    ),
  ];
}
