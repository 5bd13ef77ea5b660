import {
  findIncidents,
  kindId,
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { demoPlatform } from './demo-platform';

/** The demo platform as the model sees it when all of it was read at once. */
export function judgedPlatform(name: string, now: number) {
  const registry = new SystemRegistry(systems);
  const store = new ResourceStore(registry);
  for (const object of demoPlatform(name, now).objects) {
    store.apply(object);
  }
  for (const { kind } of registry.ofApi()) {
    store.setListed(kindId(kind), true);
  }
  store.settle(now);
  return { store, incidents: findIncidents(store, name) };
}
