import { Item, List, Ref } from './answers';
import { CLUSTER, Portal } from './portal';

const VOLUMES =
  '/api/socle/v1/resources?kind=longhorn.io/Volume&with=links&limit=500';
const CLAIMS = '/api/socle/v1/resources?kind=core/PersistentVolumeClaim';

/** A claim with the volume behind it, and where the copies of that are. */
export interface ClaimOnLonghorn {
  claim: Ref;
  status: string;
  volume: Item;
  replicas: Array<{ name: string; node: string; status: string }>;
}

/** The claims on Longhorn as the portal knows them. */
export async function claimsOnLonghorn(
  portal: Portal,
): Promise<ClaimOnLonghorn[]> {
  const [volumes, claims, replicas] = await Promise.all([
    portal.get<List>(VOLUMES),
    portal.get<List>(`${CLAIMS}&limit=500`),
    portal.get<List>(
      '/api/socle/v1/resources?kind=longhorn.io/Replica&limit=500',
    ),
  ]);
  return claims.items.flatMap(claim => {
    const volume = volumes.items.find(
      one => one.ref.name === claim.facts.volumeName,
    );
    return volume
      ? {
          claim: claim.ref,
          status: claim.health.status,
          volume,
          replicas: replicas.items
            .filter(one => one.facts.volumeName === volume.ref.name)
            .map(one => ({
              name: one.ref.name,
              node: String(one.facts.nodeID),
              status: one.health.status,
            })),
        }
      : [];
  });
}

/** The address of a claim's chain. */
export function chainPath({ namespace, name }: Ref): string {
  return `/socle-storage/chain/${CLUSTER}/core/v1/PersistentVolumeClaim/${namespace}/${name}`;
}
