import { SystemDefinition } from '../definition/system';
import { ResourceStore } from '../graph/store';
import { runs } from '../reading/images';

export { runs };

/** A system that a cluster runs, and the namespaces that its own containers run in. */
export interface FoundSystem {
  system: SystemDefinition;
  namespaces: Set<string>;
}

/** The systems whose own images run in a cluster, and where. What is scattered says nothing of a namespace. */
export function foundSystems(store: ResourceStore): FoundSystem[] {
  const wanted = store.registry.systems.filter(
    system => system.images?.length && !system.scattered,
  );
  const found = new Map<SystemDefinition, Set<string>>();
  for (const pod of store.ofKind('/Pod')) {
    const { images } = pod.facts;
    for (const image of Array.isArray(images) ? images : []) {
      for (const system of wanted) {
        if (runs(String(image), system.images!)) {
          const namespaces = found.get(system) ?? new Set();
          namespaces.add(pod.meta.namespace ?? '');
          found.set(system, namespaces);
        }
      }
    }
  }
  return [...found].map(([system, namespaces]) => ({ system, namespaces }));
}
