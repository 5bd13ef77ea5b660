import { Link, linkTo } from '../../definition/link';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import type { Resource } from '../../definition/resource';
import { labelAt, RawObject } from '../../reading/raw';
import { GROUP, strimziState, StrimziState } from './strimzi-conditions';

/** What all kinds of the group keep. */
export type StrimziFacts = StrimziState & {
  /** Label strimzi.io/cluster: the Kafka or KafkaConnect that it belongs to. */
  cluster?: string;
  trackingId?: string;
};

export function strimziFacts(raw: RawObject, kind: string): StrimziFacts {
  const cluster = labelAt(raw, 'strimzi.io/cluster');
  const trackingId = trackingIdOf(raw, GROUP, kind);
  return {
    ...strimziState(raw),
    ...(cluster ? { cluster } : {}),
    ...(trackingId ? { trackingId } : {}),
  };
}

/** Argo CD and owner, alike for all kinds of the group. */
export function ownerLinks({ meta, facts }: Resource<StrimziFacts>): Link[] {
  return [...ownedBy(meta), ...managedBy(facts.trackingId)];
}

/** To what the label strimzi.io/cluster names. */
export function clusterLink(
  { meta, facts }: Resource<StrimziFacts>,
  kind: string,
  depends?: 'target' | 'source',
): Link[] {
  return facts.cluster
    ? [
        linkTo(
          'cluster',
          {
            group: GROUP,
            kind,
            namespace: meta.namespace,
            name: facts.cluster,
          },
          depends,
        ),
      ]
    : [];
}

/** `app-kafka-bootstrap.ns.svc:9092` of clients names its Kafka. */
export function bootstrapLink(
  servers: string | undefined,
  namespace: string | undefined,
  rel = 'bootstrap',
): Link[] {
  const found = /^([a-z0-9-]+)-kafka-bootstrap(?:\.([a-z0-9-]+))?[.:]?/.exec(
    servers ?? '',
  );
  return found
    ? [
        linkTo(
          rel,
          {
            group: GROUP,
            kind: 'Kafka',
            namespace: found[2] ?? namespace,
            name: found[1],
          },
          'target',
        ),
      ]
    : [];
}
