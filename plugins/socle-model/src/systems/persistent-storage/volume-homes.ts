import type { VolumeFacts } from './persistent-volume';

/** The nodes that hold the data, where they are on nodes: those it is tied to, else the one where it was made. */
export function homesOf({ hosts, identityNode }: VolumeFacts): string[] {
  return hosts ?? (identityNode ? [identityNode] : []);
}
