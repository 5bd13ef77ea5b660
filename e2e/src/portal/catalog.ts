import {
  COMPONENTS,
  EXPOSED,
  OBJECTS,
  OTHER_PLATFORMS,
  RESOURCES,
} from '../seed-names';
import { CLUSTER, Portal } from './portal';

/** The parts of an entity that journeys look at. */
export interface Entity {
  kind: string;
  metadata: {
    namespace?: string;
    name: string;
    title?: string;
    tags?: string[];
    links?: Array<{ url: string }>;
  };
}

/** The entities of a demo cluster by kind and name. */
export async function entities(
  portal: Portal,
  cluster = CLUSTER,
): Promise<Map<string, Entity>> {
  const all = await portal.get<Entity[]>(
    `/api/catalog/entities?filter=metadata.namespace=${cluster}`,
  );
  return new Map(
    all.map(entity => [
      `${entity.kind.toLowerCase()}:${entity.metadata.name}`,
      entity,
    ]),
  );
}

/** All that must be in the catalog, each once. */
export function wantedEntities(): string[] {
  return [
    ...new Set([...COMPONENTS, ...RESOURCES, ...EXPOSED].map(([, ref]) => ref)),
  ];
}

/** What is wanted and not there. */
export async function missingEntities(portal: Portal): Promise<string[]> {
  const known = await entities(portal);
  return wantedEntities().filter(ref => !known.has(ref));
}

/** Names of the other platforms that no entity stands for: `cluster: name`. */
export async function missingElsewhere(portal: Portal): Promise<string[]> {
  const missing: string[] = [];
  for (const [cluster, names] of Object.entries(OTHER_PLATFORMS)) {
    const known = await entities(portal, cluster);
    for (const [said, ref] of names) {
      if (!known.has(ref)) missing.push(`${cluster}: ${said} (${ref})`);
    }
  }
  return missing;
}

/** Objects that the descriptions name and nobody finds. */
export async function missingObjects(portal: Portal): Promise<string[]> {
  const missing: string[] = [];
  for (const [said, cluster, kind, name] of OBJECTS) {
    const { items } = await portal.get<{
      items: Array<{ ref: { name: string } }>;
    }>(
      `/api/socle/v1/resources?cluster=${cluster}&kind=${kind}&q=${name}&limit=500`,
    );
    if (!items.some(({ ref }) => ref.name === name)) {
      missing.push(`${cluster}: ${said} (${kind} ${name})`);
    }
  }
  return missing;
}
