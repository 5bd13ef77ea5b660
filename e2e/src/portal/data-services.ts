import { Item, Ref } from './answers';
import { Portal } from './portal';

/** A data service of any cluster. */
export interface Instance extends Item {
  ref: Ref & { cluster: string };
}

/** The data services of the demo platforms as the portal lists them. */
export async function dataServices(portal: Portal): Promise<Instance[]> {
  const { items } = await portal.get<{ items: Instance[] }>(
    '/api/socle/v1/data-services?limit=500',
  );
  return items;
}

/** The address of an instance's chain. */
export function instancePath({ ref }: Instance): string {
  const { cluster, apiVersion, kind, namespace, name } = ref;
  const group = apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`;
  return `/socle-data-services/instance/${cluster}/${group}/${kind}/${
    namespace ?? '_'
  }/${name}`;
}
