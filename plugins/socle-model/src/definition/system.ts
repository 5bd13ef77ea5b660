import { Area } from '@socle/backstage-plugin-socle-common';
import { KindDefinition } from './kind';
import { ProbeDefinition } from './probe';

/** @public Where a system stands in the platform, from the ground up. */
export type Layer = 'infrastructure' | 'platform' | 'service' | 'application';

/**
 * How a system is recognised where it has no kind of its own, or beside its kinds.
 * @public
 */
export interface SystemDefinition {
  /** Lower case with dashes: `longhorn`. */
  id: string;
  title: string;
  area: Area;
  layer: Layer;
  /** One sentence: what it is for. */
  description: string;
  kinds: readonly KindDefinition[];
  /** How it is asked over HTTP. What it tells are kinds of the group `<id>.socle.dev`. */
  probes?: readonly ProbeDefinition[];
  /**
   * Image repositories (without registry and tag) whose containers are this system's own workload; the image's tag
   * gives the version. `longhornio/longhorn-manager`.
   */
  images?: readonly string[];
  /** Where its documentation is. */
  docs?: string;
}

/**
 * Checks a system for what would otherwise be found at run time: an id that is no id, kinds or reasons given twice.
 * @public
 */
export function defineSystem(system: SystemDefinition): SystemDefinition {
  if (!/^[a-z][a-z0-9-]*$/.test(system.id)) {
    throw new Error(`system id "${system.id}" must be lower case with dashes`);
  }
  const seen = new Set<string>();
  for (const kind of system.kinds) {
    const id = `${kind.group}/${kind.kind}`;
    if (seen.has(id)) {
      throw new Error(`system ${system.id} defines ${id} twice`);
    }
    seen.add(id);
    if (!kind.stateless && !kind.health) {
      throw new Error(`${id} of ${system.id} has neither rules nor stateless`);
    }
  }
  return system;
}
