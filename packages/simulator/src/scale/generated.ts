import { createHash } from 'node:crypto';
import { KubeObject } from '../storage/object';
import { keyOf, Stored } from '../storage/stored';

/** An object made anew each time it is looked at: of many thousand, only a few are in memory at any moment. */
export class Generated implements Stored {
  readonly key: string;

  constructor(
    namespace: string | undefined,
    name: string,
    readonly resourceVersion: number,
    private readonly make: () => KubeObject,
  ) {
    this.key = keyOf(namespace, name);
  }

  body(): string {
    const {
      apiVersion: _apiVersion,
      kind: _kind,
      metadata,
      ...rest
    } = this.read();
    return JSON.stringify({ metadata, ...rest }).slice(1);
  }

  read(): KubeObject {
    const object = this.make();
    object.metadata.resourceVersion = String(this.resourceVersion);
    return object;
  }

  outline(): KubeObject {
    return this.read();
  }
}

/** The same for the same seed, so that two runs serve the same cluster. */
export function hexOf(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length);
}

export function uidOf(seed: string): string {
  const hex = hexOf(seed, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(
    13,
    16,
  )}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const two = (n: number) => String(n).padStart(2, '0');
export const three = (n: number) => String(n).padStart(3, '0');
export const nodeName = (n: number) => `worker-${three(n)}`;
export const teamOf = (n: number) => `team-${three(n)}`;
