import { COMPONENTS, EXPOSED, RESOURCES } from '../seed-names';
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

/** The entities of the demo cluster by kind and name. */
export async function entities(portal: Portal): Promise<Map<string, Entity>> {
  const all = await portal.get<Entity[]>(
    `/api/catalog/entities?filter=metadata.namespace=${CLUSTER}`,
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
