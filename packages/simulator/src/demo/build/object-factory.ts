import { createHash } from 'node:crypto';
import { KubeObject } from '../../storage/object';

const DAY = 86_400_000;

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
    return new Date(this.now - minutes * 60_000)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  make(
    apiVersion: string,
    kind: string,
    namespace: string | undefined,
    name: string,
    rest: {
      metadata?: object;
      ageDays?: number;
      [field: string]: unknown;
    } = {},
  ): KubeObject {
    const { metadata, ageDays = 90, ...body } = rest;
    return {
      apiVersion,
      kind,
      metadata: {
        name,
        ...(namespace ? { namespace } : {}),
        uid: uidOf(apiVersion, kind, namespace ?? '', name),
        creationTimestamp: this.ago((ageDays * DAY) / 60_000),
        generation: 1,
        ...metadata,
      },
      ...body,
    } as KubeObject;
  }
}

/** An owner reference to an object. */
export function ownedBy(owner: KubeObject, controller = true) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller,
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
