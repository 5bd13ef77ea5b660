import { ResourceItem } from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '@socle/backstage-plugin-socle-react';

/** One volume and where its replicas lie. */
export interface MatrixRow {
  volume: ListedResource;
  /** Where it is attached. */
  attachedTo?: string;
  /** Replicas by the name of the node; '' for those that were not placed. */
  replicas: Map<string, ListedResource[]>;
}

/** The volumes of one cluster by its storage nodes. */
export interface ReplicaMatrix {
  cluster: string;
  nodes: string[];
  hasUnplaced: boolean;
  rows: MatrixRow[];
}

function text(item: ResourceItem, fact: string): string {
  const value = item.facts[fact];
  return typeof value === 'string' ? value : '';
}

/** Sorts volumes, replicas and storage nodes into one matrix per cluster. The order of the volumes is kept. */
export function replicaMatrices(of: {
  volumes: ListedResource[];
  replicas: ListedResource[];
  nodes: ListedResource[];
}): ReplicaMatrix[] {
  const replicasOf = new Map<string, ListedResource[]>();
  for (const replica of of.replicas) {
    const key = `${replica.ref.cluster} ${text(replica, 'volumeName')}`;
    replicasOf.set(key, [...(replicasOf.get(key) ?? []), replica]);
  }

  const clusters = [...new Set(of.volumes.map(one => one.ref.cluster))].sort();
  return clusters.map(cluster => {
    const rows = of.volumes
      .filter(one => one.ref.cluster === cluster)
      .map(volume => {
        const replicas = new Map<string, ListedResource[]>();
        for (const replica of replicasOf.get(`${cluster} ${volume.ref.name}`) ??
          []) {
          const node = text(replica, 'nodeID');
          replicas.set(node, [...(replicas.get(node) ?? []), replica]);
        }
        return {
          volume,
          attachedTo: text(volume, 'nodeID') || undefined,
          replicas,
        };
      });
    const named = new Set(
      of.nodes
        .filter(one => one.ref.cluster === cluster)
        .map(one => one.ref.name),
    );
    // A node that is gone still holds a column while replicas name it.
    rows.forEach(row =>
      [...row.replicas.keys()].forEach(node => named.add(node)),
    );
    const hasUnplaced = named.delete('');
    return { cluster, nodes: [...named].sort(), hasUnplaced, rows };
  });
}
