import { groupOf, ResourceRef } from '@socle/backstage-plugin-socle-common';

const STORAGE_KINDS = ['PersistentVolumeClaim', 'PersistentVolume'];
const LONGHORN_KINDS = ['Volume', 'Engine', 'Replica', 'ShareManager'];

/** The view that shows the chain a resource stands in; undefined where none is drawn for its kind. */
export function chainViewOf(ref: ResourceRef): string | undefined {
  const group = groupOf(ref.apiVersion);
  const isStorage =
    (group === '' && STORAGE_KINDS.includes(ref.kind)) ||
    (group === 'longhorn.io' && LONGHORN_KINDS.includes(ref.kind));
  return isStorage ? 'storage' : undefined;
}
