import type { KindDefinition } from '../../definition/kind';
import { probeObject, ProbeTarget } from '../../definition/probe';
import { RawObject } from '../../reading/raw';

export const GROUP = 'pd.socle.dev';

export const PD = {
  group: GROUP,
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  // What an answer leaves out is for each rule to judge: no operator writes these.
  statusless: true,
  // Draining a store takes as long as its data takes.
  patienceMinutes: 0,
} as const satisfies Partial<KindDefinition>;

/** The cluster that PD places data for, as far as one answer tells. */
export function clusterObject(
  target: ProbeTarget,
  status: RawObject,
  spec: RawObject = {},
): RawObject {
  return probeObject('pd', 'Cluster', target.name, target, {
    spec: { ...spec, endpoints: [...target.endpoints] },
    status,
  });
}

/** A member or store, which names its cluster. */
export function partObject(
  target: ProbeTarget,
  kind: 'Member' | 'Store',
  name: string,
  status: RawObject,
): RawObject {
  return probeObject('pd', kind, name, target, {
    spec: { cluster: target.name },
    status,
  });
}

/** Pod and namespace of `<pod>.<service>.<namespace>.svc[…]:port`, with or without a scheme. */
export function podOf(
  address: string | undefined,
): { namespace: string; name: string } | undefined {
  const found =
    /^(?:https?:\/\/)?([a-z0-9-]+)\.[a-z0-9-]+\.([a-z0-9-]+)\.svc\b/.exec(
      address ?? '',
    );
  return found ? { name: found[1], namespace: found[2] } : undefined;
}
