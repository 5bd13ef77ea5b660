import type { VolumeFacts } from './persistent-volume';
import { MICROK8S_HOSTPATH } from './provisioners';

/** The nodes that hold the data, where they are on nodes: those it is tied to, else the one where it was made. */
export function homesOf({ hosts, identityNode }: VolumeFacts): string[] {
  return hosts ?? (identityNode ? [identityNode] : []);
}

/** Old releases of the hostpath provisioner did not tie a volume to the node that holds its directory. */
export function isUntied({ hosts, provisioner }: VolumeFacts): boolean {
  return provisioner === MICROK8S_HOSTPATH && !hosts;
}
