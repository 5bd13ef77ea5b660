import { createHash } from 'node:crypto';
import { KubeObject, OwnerReference } from '../../storage/object';

const DAY_MINUTES = 24 * 60;
/** How old most of the platform is. */
const OLD_MINUTES = 90 * DAY_MINUTES;

/** A uid that is the same at each start. */
export function uidOf(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A few letters and digits as generated names end in, the same at each start. */
export function suffixOf(length: number, ...parts: string[]): string {
  const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
  const hash = createHash('sha256').update(parts.join('/')).digest();
  return [...hash.subarray(0, length)]
    .map(byte => alphabet[byte % alphabet.length])
    .join('');
}

/** Makes objects with the metadata that an API server gives them, as of one moment. */
export class ObjectFactory {
  constructor(readonly now: number) {}

  /** RFC 3339 of so many minutes ago. */
  ago(minutes: number): string {
    return rfc3339(this.now - minutes * 60_000);
  }

  make(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
    rest: {
      metadata?: object;
      ageMinutes?: number;
      [field: string]: unknown;
    } = {},
  ): KubeObject {
    const { metadata, ageMinutes = OLD_MINUTES, ...body } = rest;
    return {
      apiVersion,
      kind,
      metadata: {
        name,
        ...(namespace ? { namespace } : {}),
        uid: uidOf(apiVersion, kind, namespace ?? '', name),
        creationTimestamp: this.ago(ageMinutes),
        generation: 1,
        ...metadata,
      },
      ...body,
    } as KubeObject;
  }
}

/** Whole seconds, as `metav1.Time` has them. */
export function rfc3339(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `metav1.MicroTime` of a `metav1.Time`. */
export function microTime(time: string): string {
  return time.replace('Z', '.000000Z');
}

export function days(count: number): number {
  return count * DAY_MINUTES;
}

/** The reference to a controlling owner that is made elsewhere, by its name. */
export function ownedByNamed(
  namespace: string,
  {
    apiVersion,
    kind,
    name,
  }: Pick<OwnerReference, 'apiVersion' | 'kind' | 'name'>,
): OwnerReference {
  return {
    apiVersion,
    kind,
    name,
    uid: uidOf(apiVersion, kind, namespace, name),
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** The reference to its controlling owner. */
export function ownedBy(owner: KubeObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** A condition as most kinds have it. */
export function condition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  at: string,
  reason: string,
  message = '',
) {
  return { type, status, lastTransitionTime: at, reason, message };
}

/** A condition that says which generation it is about. */
export function seenCondition(
  type: string,
  status: 'True' | 'False',
  at: string,
  reason: string,
  message: string,
) {
  return {
    ...condition(type, status, at, reason, message),
    observedGeneration: 1,
  };
}
