import { groupOf } from '@socle/backstage-plugin-socle-common';
import { KindId, kindId } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { neighboursAt } from '../../graph/context';
import type { ResourceStore } from '../../graph/store';
import { runs } from '../../reading/images';
import { objectAt } from '../../reading/raw';
import {
  Engine,
  engineOfProduct,
  INSTANCE_KINDS,
  SUPABASE,
  TIDB,
} from './engines';

/** An instance: the object that stands for it, and those whose health is its health. */
export interface FoundService {
  of: Resource;
  engine: Engine;
  parts: Resource[];
}

const WORKLOADS: readonly KindId[] = ['apps/StatefulSet', 'apps/Deployment'];

/** Every data service of a cluster, each once however many ways it is known by. */
export function findServices(
  store: ResourceStore,
  visible: (resource: Resource) => boolean,
): FoundService[] {
  const told = [...INSTANCE_KINDS].flatMap(([kind, engine]) =>
    [...store.ofKind(kind)].filter(visible).map(of => {
      const runsAs = workloadsOf(store, of).filter(visible);
      return { of, engine: engineOf(of, engine), parts: [of, ...runsAs] };
    }),
  );
  const taken = new Set(told.flatMap(({ parts }) => parts));
  const free = WORKLOADS.flatMap(kind => [...store.ofKind(kind)]).filter(
    one => !taken.has(one) && !belongsToOperator(store, one) && visible(one),
  );
  const sets = supabaseSets(store, free);
  sets.forEach(({ parts }) => parts.forEach(part => taken.add(part)));
  const plain = free.flatMap(of => {
    const { product } = objectAt(of.facts.database);
    const engine =
      typeof product === 'string' ? engineOfProduct(product) : undefined;
    return engine && !taken.has(of) ? [{ of, engine, parts: [of] }] : [];
  });
  return [...told, ...sets, ...plain];
}

function engineOf({ facts }: Resource, usual: Engine): Engine {
  const { components } = facts;
  return usual.id === 'tikv' &&
    Array.isArray(components) &&
    components.includes('tidb')
    ? TIDB
    : usual;
}

/** What is told over HTTP is the same instance as the workload that it runs as. */
function workloadsOf(store: ResourceStore, of: Resource): Resource[] {
  return store
    .linksOf(of)
    .filter(({ rel }) => rel === 'runsAs')
    .flatMap(link => neighboursAt(store, link))
    .flatMap(one => (one.state === 'present' ? [one.resource] : []));
}

/** What belongs to an object of a known operator of data services is listed as that. */
function belongsToOperator(store: ResourceStore, { meta }: Resource): boolean {
  return (meta.owners ?? []).some(
    ({ apiVersion, kind }) =>
      store.registry.get(`${groupOf(apiVersion)}/${kind}`)?.system.area ===
      'data',
  );
}

/** Supabase has no object of its own: the workloads of its images in a namespace are one instance. */
function supabaseSets(
  store: ResourceStore,
  workloads: readonly Resource[],
): FoundService[] {
  const images =
    store.registry.systems.find(({ id }) => id === SUPABASE.id)?.images ?? [];
  const byNamespace = new Map<string, Resource[]>();
  for (const one of workloads) {
    const own = Array.isArray(one.facts.images) ? one.facts.images : [];
    if (own.some(image => runs(String(image), images))) {
      const namespace = one.meta.namespace ?? '';
      byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), one]);
    }
  }
  return [...byNamespace.values()]
    .filter(parts => parts.length > 1)
    .map(parts => ({
      // Its database where it runs one of its own, as that holds the data.
      of: parts.find(({ facts }) => facts.database) ?? firstByName(parts),
      engine: SUPABASE,
      parts,
    }));
}

function firstByName(parts: readonly Resource[]): Resource {
  return [...parts].sort(
    (a, b) =>
      kindId(a.kind).localeCompare(kindId(b.kind)) ||
      a.meta.name.localeCompare(b.meta.name),
  )[0];
}
