import { createPermission } from '@backstage/plugin-permission-common';

/** @public The resource type of everything Socle reads from clusters. */
export const RESOURCE_TYPE_SOCLE_RESOURCE = 'socle-resource';

/**
 * To see that the pages, cards and actions exist.
 * @public
 */
export const socleViewPermission = createPermission({
  name: 'socle.view',
  attributes: { action: 'read' },
});

/**
 * To read resources; conditions may limit by cluster, namespace, system, area or owner.
 * @public
 */
export const socleResourceReadPermission = createPermission({
  name: 'socle.resource.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SOCLE_RESOURCE,
});

/** @public All permissions. */
export const soclePermissions = [
  socleViewPermission,
  socleResourceReadPermission,
];
