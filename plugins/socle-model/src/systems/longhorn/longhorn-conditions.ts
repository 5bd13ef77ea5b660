import { Condition, conditionsAt } from '../../reading/conditions';
import { isObject, valueAt } from '../../reading/raw';

/** Every type Longhorn writes. v1beta1 wrote them in lower case, as the keys of a map. */
const TYPES = [
  'Ready',
  'Schedulable',
  'MountPropagation',
  'Multipathd',
  'RequiredPackages',
  'KernelModulesLoaded',
  'NFSClientInstalled',
  'HugePagesAvailable',
  'Scheduled',
  'Restore',
  'TooManySnapshots',
  'WaitForBackingImage',
  'BackingImageIncompatible',
  'OfflineRebuilding',
  'InstanceCreation',
  'FilesystemReadOnly',
  'RebuildFailed',
  'Unavailable',
  'Error',
  'DataCleanable',
  'InstanceExist',
  'Satisfied',
];
const CANONICAL = new Map(TYPES.map(type => [type.toLowerCase(), type]));

/** Conditions of any Longhorn version, under the names that v1beta2 has for them. */
export function longhornConditions(
  from: unknown,
  ...path: string[]
): Condition[] {
  const value = valueAt(
    from,
    ...(path.length > 0 ? path : ['status', 'conditions']),
  );
  const entries = isObject(value)
    ? Object.entries(value).map(([type, entry]) =>
        isObject(entry) ? { type, ...entry } : entry,
      )
    : value;
  return conditionsAt({ entries }, 'entries').map(one => ({
    ...one,
    type: CANONICAL.get(one.type.toLowerCase()) ?? one.type,
  }));
}

/** Those of some types, without the empty ones that say that nothing is the matter. */
export function telling(
  conditions: Condition[],
  types: readonly string[],
  quietStatus: string,
): Condition[] {
  return conditions.filter(
    one =>
      types.includes(one.type) && (one.status !== quietStatus || one.reason),
  );
}
