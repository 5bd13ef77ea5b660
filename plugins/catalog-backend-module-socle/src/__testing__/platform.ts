import {
  InventoryAnswer,
  PlatformComponent,
} from '@socle/backstage-plugin-socle-common';

export type ClusterInventory = InventoryAnswer['clusters'][number];

/** A component of cluster `c`. */
export function component(
  name: string,
  more: Partial<PlatformComponent> = {},
): PlatformComponent {
  return {
    cluster: 'c',
    name,
    title: name.toUpperCase(),
    kind: 'Component',
    type: 'service',
    area: 'application',
    links: [],
    dependsOn: [],
    annotations: {},
    tags: [],
    ...more,
  };
}

/** What cluster `c` says that it is made of. */
export function inventoryOf(
  components: PlatformComponent[],
  more: Partial<ClusterInventory> = {},
): ClusterInventory {
  return { name: 'c', title: 'Lab', complete: true, components, ...more };
}
