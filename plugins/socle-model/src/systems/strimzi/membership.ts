import { groupOf } from '@socle/backstage-plugin-socle-common';
import { Link, linkTo } from '../../definition/link';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import type { Meta, OwnerReference, Resource } from '../../definition/resource';
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
  return [...strimziOwnerLink(meta), ...managedBy(facts.trackingId)];
}

/** Strimzi names its own resources as owners without calling them controllers. */
export function strimziOwnerOf({ owners }: Meta): OwnerReference | undefined {
  return owners?.find(
    ({ apiVersion, name }) =>
      groupOf(apiVersion).endsWith('strimzi.io') && name !== '',
  );
}

/** To the owner: the controller, else the resource of Strimzi that is named. */
export function strimziOwnerLink(meta: Meta): Link[] {
  const links = ownedBy(meta);
  const owner = strimziOwnerOf(meta);
  return links.length > 0 || !owner
    ? links
    : [
        linkTo(
          'ownedBy',
          {
            group: groupOf(owner.apiVersion),
            kind: owner.kind,
            namespace: meta.namespace,
            name: owner.name,
          },
          'source',
        ),
      ];
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
