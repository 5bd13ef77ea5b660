import { ProbeTarget } from '../../definition/probe';
import { Link, linkTo } from '../../definition/link';
import { probeObject } from '../../definition/probe';
import { Meta } from '../../definition/resource';
import { RawObject } from '../../reading/raw';

export const SYSTEM = 'vault';
export const GROUP = 'vault.socle.dev';

/** An object of the instance that was asked; it carries which that was, so that it can be linked and told apart. */
export function vaultObject(
  target: ProbeTarget,
  kind: string,
  name: string,
  spec: RawObject,
  status?: RawObject,
  created?: string,
): RawObject {
  return probeObject(SYSTEM, kind, name, target, {
    spec: {
      ...spec,
      instance: target.name,
      endpoints: spellings(target.endpoints),
    },
    ...(status ? { status } : {}),
    ...(created ? { created } : {}),
  });
}

/** A link to another object of the same instance. */
export function linkWithin(
  rel: string,
  kind: string,
  name: string,
  meta: Meta,
  depends?: 'target' | 'source',
): Link {
  return linkTo(
    rel,
    { group: GROUP, kind, namespace: meta.namespace, name },
    depends,
  );
}

const IN_CLUSTER =
  /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.cluster\.local)?:(\d+)$/;

/** The ways in which a Service's endpoint is written: `vault.vault:8200`, with `.svc`, with the cluster's domain. */
export function spellings(endpoints: readonly string[]): string[] {
  const all = endpoints.flatMap(endpoint => {
    const found = IN_CLUSTER.exec(endpoint);
    return found
      ? ['', '.svc', '.svc.cluster.local'].map(
          domain => `${found[1]}.${found[2]}${domain}:${found[3]}`,
        )
      : [endpoint];
  });
  return [...new Set(all)];
}
