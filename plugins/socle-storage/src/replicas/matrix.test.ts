import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '@socle/backstage-plugin-socle-react';
import { replicaMatrices } from './matrix';

function of(
  cluster: string,
  kind: string,
  name: string,
  facts: Record<string, JsonValue> = {},
): ListedResource {
  return {
    ref: { cluster, apiVersion: 'longhorn.io/v1beta2', kind, name },
    system: 'longhorn',
    area: 'storage',
    health: { status: 'healthy' },
    facts,
  };
}

const replica = (
  cluster: string,
  name: string,
  volumeName: string,
  nodeID?: string,
) => of(cluster, 'Replica', name, { volumeName, nodeID });

describe('replicaMatrices', () => {
  it('puts replicas under the nodes they lie on, one matrix per cluster', () => {
    const matrices = replicaMatrices({
      volumes: [
        of('b', 'Volume', 'v1', { nodeID: 'n2' }),
        of('a', 'Volume', 'v1'),
      ],
      replicas: [
        replica('a', 'r1', 'v1', 'n1'),
        replica('b', 'r2', 'v1', 'n2'),
        replica('b', 'r3', 'other', 'n2'),
      ],
      nodes: [
        of('a', 'Node', 'n1'),
        of('a', 'Node', 'n9'),
        of('b', 'Node', 'n2'),
      ],
    });
    expect(matrices.map(one => [one.cluster, one.nodes])).toEqual([
      ['a', ['n1', 'n9']],
      ['b', ['n2']],
    ]);
    const [row] = matrices[1].rows;
    expect(row.attachedTo).toBe('n2');
    expect(row.replicas.get('n2')?.map(one => one.ref.name)).toEqual(['r2']);
  });

  it('keeps a column for a node that is gone and one for replicas without a place', () => {
    const [matrix] = replicaMatrices({
      volumes: [of('a', 'Volume', 'v1')],
      replicas: [replica('a', 'r1', 'v1', 'gone'), replica('a', 'r2', 'v1')],
      nodes: [],
    });
    expect(matrix.nodes).toEqual(['gone']);
    expect(matrix.hasUnplaced).toBe(true);
  });
});
