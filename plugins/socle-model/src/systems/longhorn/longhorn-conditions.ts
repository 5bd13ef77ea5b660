import {
  Condition,
  conditionsAt,
  cut,
  withoutCredentials,
} from '../../reading/conditions';
import { isObject, stringAt, valueAt } from '../../reading/raw';

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

/** Stands in for the `@` of a bucket while user names are taken out of URLs. */
const BUCKET_MARK = '\u0001';

/** Conditions of any Longhorn version, under the names that v1beta2 has for them. */
export function longhornConditions(
  from: unknown,
  ...path: string[]
): Condition[] {
  const value = valueAt(
    from,
    ...(path.length > 0 ? path : ['status', 'conditions']),
  );
  const list: unknown = isObject(value)
    ? Object.entries(value).map(([type, entry]) =>
        isObject(entry) ? { type, ...entry } : entry,
      )
    : value;
  const entries = Array.isArray(list) ? list.map(keepBuckets) : list;
  return conditionsAt({ entries }, 'entries').map(one => ({
    ...one,
    type: CANONICAL.get(one.type.toLowerCase()) ?? one.type,
    ...(one.message
      ? { message: one.message.replaceAll(BUCKET_MARK, '@') }
      : {}),
  }));
}

/** In Longhorn `s3://bucket@region/` is no user name: what precedes the `@` is worth reading. */
function keepBuckets(entry: unknown): unknown {
  return isObject(entry) && typeof entry.message === 'string'
    ? { ...entry, message: markBuckets(entry.message) }
    : entry;
}

function markBuckets(text: string): string {
  return text.replace(/(s3:\/\/[^\s:@/]+)@/gi, `$1${BUCKET_MARK}`);
}

/** A text without users and passwords in its URLs, and with the buckets of backup targets. */
export function redacted(text: string): string {
  return withoutCredentials(markBuckets(text)).replaceAll(BUCKET_MARK, '@');
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

/** A text that Longhorn took over from elsewhere: errors of downloads and uploads quote their URLs. */
export function textAt(from: unknown, ...path: string[]): string | undefined {
  const text = stringAt(from, ...path);
  return text && cut(redacted(text));
}
