import {
  Health,
  ResourceItem,
  ResourceLink,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import {
  healthOf,
  kindId,
  neighboursAt,
  refOf,
  Resource,
} from '@socle/backstage-plugin-socle-model';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';
import { AnswerFlags } from './flags';

/** A resource as the API tells it. */
export function item(
  engine: ClusterEngine,
  resource: Resource,
  answerFlags: AnswerFlags,
): ResourceItem {
  const { store, name } = engine;
  const health = healthOf(resource, name, store.registry);
  const flags = answerFlags.of(engine, resource);
  return {
    ref: refOf(resource, name),
    system: resource.system,
    area: resource.area,
    health: lastKnown(
      engine,
      resource,
      flags.length > 0 ? { ...health, flags } : health,
    ),
    facts: resource.facts,
  };
}

/** What a probe told is as old as its last answer: where that is not now, the object says so itself. */
export function lastKnown(
  { freshness, probing }: ClusterEngine,
  resource: Resource,
  health: Health,
): Health {
  if (resource.kind.source !== 'probe') {
    return health;
  }
  const source = probing.staleSource(resource);
  if (!source) {
    return health;
  }
  const status = freshness.get(source);
  return {
    ...health,
    flags: [...new Set([...(health.flags ?? []), 'stale'])],
    warnings: [
      ...(health.warnings ?? []),
      `As last known, ${source} did not tell it again${
        status?.message ? `: ${status.message}` : ''
      }.`,
    ],
  };
}

/** Its relations in both directions; what the reader may not see is left out. */
export function links(
  engine: ClusterEngine,
  resource: Resource,
  mayRead: MayRead,
): ResourceLink[] {
  const { store, name } = engine;
  const found: ResourceLink[] = [];
  for (const link of store.linksOf(resource)) {
    for (const neighbour of neighboursAt(store, link)) {
      if (neighbour.state === 'present') {
        if (mayRead(name, neighbour.resource)) {
          found.push(present('out', link.rel, neighbour.resource));
        }
      } else {
        const ref = namedBy(name, link.to, link.kinds[0]);
        if (ref) {
          found.push({
            rel: link.rel,
            direction: 'out',
            ref,
            state: neighbour.state,
          });
        }
      }
    }
  }
  for (const { from, link } of store.linkersOf(resource)) {
    if (mayRead(name, from)) {
      found.push(present('in', link.rel, from));
    }
  }
  return found;

  function present(
    direction: 'in' | 'out',
    rel: string,
    other: Resource,
  ): ResourceLink {
    return {
      rel,
      direction,
      ref: refOf(other, name),
      state: 'present',
      health: healthOf(other, name, store.registry),
    };
  }
}

/** The ref that a key states, where it is an object's own name; keys that kinds provide name no object. */
function namedBy(
  cluster: string,
  key: string,
  kind: string,
): ResourceRef | undefined {
  if (!key.startsWith(`${kind}/`)) {
    return undefined;
  }
  const [group, kindName] = kind.split('/');
  const rest = key.slice(kind.length + 1);
  const slash = rest.indexOf('/');
  const namespace = rest.slice(0, slash);
  return {
    cluster,
    apiVersion: group ? `${group}/-` : 'v1',
    kind: kindName,
    ...(namespace ? { namespace } : {}),
    name: rest.slice(slash + 1),
  };
}

/** Finds what an address names, whatever version it states. */
export function find(
  engine: ClusterEngine,
  ref: ResourceRef,
): Resource | undefined {
  const registered = engine.store.registry.of(ref.apiVersion, ref.kind);
  return (
    registered &&
    engine.store.get(kindId(registered.kind), ref.namespace, ref.name)
  );
}
