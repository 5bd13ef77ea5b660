import type { KindDefinition } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { probeObject, ProbeTarget } from '../../definition/probe';
import type { Meta } from '../../definition/resource';
import { RawObject } from '../../reading/raw';

export const GROUP = 'qdrant.socle.dev';

export const QDRANT = {
  group: GROUP,
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  // What an answer leaves out is for each rule to judge: no operator writes these.
  statusless: true,
  // Big index builds and shard transfers run for hours.
  patienceMinutes: 0,
} as const satisfies Partial<KindDefinition>;

/** The instance as a whole, as far as one answer tells. */
export function instanceObject(
  target: ProbeTarget,
  status: RawObject,
): RawObject {
  return probeObject('qdrant', 'Qdrant', target.name, target, {
    spec: { endpoints: [...target.endpoints] },
    status,
  });
}

/** A peer or collection, which names its instance. */
export function partObject(
  target: ProbeTarget,
  kind: 'Peer' | 'Collection',
  name: string,
  status: RawObject,
): RawObject {
  return probeObject('qdrant', kind, name, target, {
    spec: { instance: target.name },
    status,
  });
}

/** To the instance that it is part of, which rests on it. */
export function instanceLink(
  rel: string,
  meta: Meta,
  instance: string | undefined,
): Link[] {
  return instance
    ? [
        linkTo(
          rel,
          {
            group: GROUP,
            kind: 'Qdrant',
            namespace: meta.namespace,
            name: instance,
          },
          'source',
        ),
      ]
    : [];
}

/** Pod and namespace of `http://<pod>.<service>.<namespace>.svc…:6335/`, the address of a peer. */
export function podOf(
  uri: string | undefined,
): { namespace: string; name: string } | undefined {
  const found =
    /^https?:\/\/([a-z0-9-]+)\.[a-z0-9-]+\.([a-z0-9-]+)\.svc\b/.exec(uri ?? '');
  return found ? { name: found[1], namespace: found[2] } : undefined;
}
