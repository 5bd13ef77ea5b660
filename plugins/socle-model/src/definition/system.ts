import { Area } from '@socle/backstage-plugin-socle-common';
import { KindDefinition, kindId } from './kind';
import { ProbeDefinition, ProbeRequest } from './probe';
import { checkTranslations, SystemTranslation } from './translation';

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
  /**
   * Its containers stand in the namespaces of whatever uses them (a database beside its application): one that is
   * found says nothing of what else runs there.
   */
  scattered?: boolean;
  /**
   * For a system without kinds: the CSI drivers and provisioners by whose names its volumes and classes go, and the
   * sources in the spec of a PersistentVolume that are its own (`nfs`).
   */
  volumes?: { drivers?: readonly string[]; sources?: readonly string[] };
  /**
   * For a system without kinds: the distributions of Kubernetes, as nodes say them in their fact `distribution`, whose
   * nodes are this system. What follows the name is the version: `Talos v1.12.4`.
   */
  distributions?: readonly string[];
  /** Where its documentation is. */
  docs?: string;
  /** What it says to people in other languages than English, by the language's two letters: `fr`. */
  translations?: Readonly<Record<string, SystemTranslation>>;
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
    checkSource(system, kind);
  }
  checkProbes(system);
  checkTranslations(system);
  return system;
}

function checkSource({ id }: SystemDefinition, kind: KindDefinition): void {
  const own = kind.group === `${id}.socle.dev`;
  if ((kind.source === 'probe') !== own) {
    throw new Error(
      own
        ? `${kindId(kind)} of ${id} must have source 'probe'`
        : `${kindId(
            kind,
          )} of ${id} is told by a probe: its group must be ${id}.socle.dev`,
    );
  }
}

function checkProbes({ id, probes = [] }: SystemDefinition): void {
  const ids = probes.map(probe => probe.id);
  for (const probe of probes) {
    const where = `probe ${probe.id} of ${id}`;
    if (!/^[a-z][a-z0-9-]*$/.test(probe.id)) {
      throw new Error(`${where}: its id must be lower case with dashes`);
    }
    if (ids.indexOf(probe.id) !== ids.lastIndexOf(probe.id)) {
      throw new Error(`${where} is defined twice`);
    }
    if (probe.everySeconds !== undefined && !(probe.everySeconds >= 5)) {
      throw new Error(`${where}: everySeconds must be 5 or more`);
    }
    const requests = probe.requests.map(request => request.id);
    for (const request of probe.requests) {
      if (!/^[a-z][a-z0-9-]*$/.test(request.id)) {
        throw new Error(
          `${where}: request "${request.id}" must be lower case with dashes`,
        );
      }
      if (requests.indexOf(request.id) !== requests.lastIndexOf(request.id)) {
        throw new Error(`${where}: request ${request.id} is defined twice`);
      }
      checkMethod(probe, request, where);
      // Such an expression remembers where it stopped: every second answer would not be known.
      if (request.path.global || request.path.sticky) {
        throw new Error(
          `${where}: the path of ${request.id} must have neither flag g nor y`,
        );
      }
    }
  }
}

function checkMethod(
  { target }: ProbeDefinition,
  { id, method = 'GET', body }: ProbeRequest,
  where: string,
): void {
  if ((method === 'POST') !== (body !== undefined)) {
    throw new Error(
      `${where}: request ${id} needs both POST and a body, or neither`,
    );
  }
  // With the cluster's credential a POST may be a change, whatever it was meant to be.
  if (method === 'POST' && target === 'cluster') {
    throw new Error(`${where}: request ${id} may only GET from the cluster`);
  }
}
