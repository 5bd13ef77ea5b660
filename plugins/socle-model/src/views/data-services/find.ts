import {
  DataServiceFacts,
  DataServiceItem,
  Health,
  healthRank,
} from '@socle/backstage-plugin-socle-common';
import { KindId } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { healthOf } from '../../graph/health-of';
import type { ResourceStore } from '../../graph/store';
import { refOf } from '../../graph/stored-resource';
import { databaseOf } from '../../reading/databases';
import { objectAt } from '../../reading/raw';
import { CoverageReader } from '../backups/reader';
import { coverageOf } from '../coverage';
import { backupOf } from './backup';
import { Footing, footingOf, wantedOf } from './footing';
import { findServices, FoundService } from './found';

const USAGE: KindId = 'kubelet.socle.dev/ClaimUsage';

/**
 * Every instance of a database, cache, broker or store of a cluster: those of operators, those that were asked over
 * HTTP, and those that run from a plain image. What the reader may not see counts as not read.
 * @public
 */
export function findDataServices(
  store: ResourceStore,
  cluster: string,
  now: number,
  visible: (resource: Resource) => boolean = () => true,
): DataServiceItem[] {
  const found = findServices(store, visible);
  if (found.length === 0) {
    return [];
  }
  const reader = new CoverageReader(store, now, visible);
  const backedUp = (of: Resource) => coverageOf(of, cluster, reader);
  return found.map(one => {
    const footing = footingOf(store, one.parts, visible);
    const own = backedUp(one.of);
    return {
      ref: refOf(one.of, cluster),
      system: one.of.system,
      area: one.of.area,
      health: worstOf(one, cluster, store),
      facts: {
        family: one.engine.family,
        engine: one.engine.id,
        engineTitle: one.engine.title,
        ...versionOf(one, footing),
        ...instancesOf(one, footing),
        ...storageOf(store, footing, visible),
        ...backupOf(own, own ? [] : footing.claims.map(backedUp), footing),
      },
    };
  });
}

/** Of several objects that tell of one instance, the worst says how it is. */
function worstOf(
  { of, parts }: FoundService,
  cluster: string,
  store: ResourceStore,
): Health {
  const [worst] = [...parts].sort(
    (a, b) => healthRank(a.verdict.status) - healthRank(b.verdict.status),
  );
  const same = worst.verdict.status === of.verdict.status;
  const health = healthOf(same ? of : worst, cluster, store.registry);
  return same || !health.message
    ? health
    : { ...health, message: `${worst.meta.name}: ${health.message}` };
}

function versionOf(
  { of, engine }: FoundService,
  { pods }: Footing,
): Pick<DataServiceFacts, 'version'> {
  const { version, image } = of.facts;
  const running = pods
    .flatMap(({ facts }) => (Array.isArray(facts.images) ? facts.images : []))
    .map(String)
    .find(one => databaseOf(one)?.id === engine.id);
  const found = [
    version,
    objectAt(of.facts.database).version,
    tagOf(image),
    tagOf(running),
  ].find(one => typeof one === 'string' && one !== '');
  return typeof found === 'string' ? { version: found } : {};
}

function tagOf(image: unknown): string | undefined {
  return typeof image === 'string'
    ? /:([^/:@]+)(?:@.*)?$/.exec(image)?.[1]
    : undefined;
}

/** As the instance counts itself, else as its sets do. */
function instancesOf(
  { of }: FoundService,
  { sets, pods, complete }: Footing,
): Pick<DataServiceFacts, 'ready' | 'wanted'> {
  const { facts } = of;
  const number = (value: unknown) =>
    typeof value === 'number' ? value : undefined;
  const fromSets = sets.reduce<number | undefined>(
    (sum, set) => (sum ?? 0) + (wantedOf(set) ?? 0),
    undefined,
  );
  const wanted =
    number(facts.instances) ??
    number(facts.members) ??
    fromSets ??
    number(facts.replicas);
  const ready =
    number(facts.readyInstances) ??
    (Array.isArray(facts.healthyMembers)
      ? facts.healthyMembers.length
      : undefined) ??
    (complete && (pods.length > 0 || wanted === 0)
      ? pods.filter(pod => pod.facts.ready === true).length
      : undefined) ??
    number(facts.ready);
  return {
    ...(ready === undefined ? {} : { ready }),
    ...(wanted === undefined ? {} : { wanted }),
  };
}

function storageOf(
  store: ResourceStore,
  { claims }: Footing,
  visible: (resource: Resource) => boolean,
): Pick<DataServiceFacts, 'claims' | 'capacityBytes' | 'usedBytes'> {
  const sum = (values: unknown[]): number | undefined =>
    values.length > 0 && values.every(value => typeof value === 'number')
      ? values.reduce<number>((all, value) => all + Number(value), 0)
      : undefined;
  const capacityBytes = sum(
    claims.map(({ facts }) => facts.capacity ?? facts.request),
  );
  const usedBytes = sum(
    claims.map(({ meta }) => {
      const usage = store.get(USAGE, meta.namespace, meta.name);
      return usage && visible(usage) && usage.verdict.status !== 'unknown'
        ? usage.facts.usedBytes
        : undefined;
    }),
  );
  return {
    claims: claims.length,
    ...(capacityBytes === undefined ? {} : { capacityBytes }),
    ...(usedBytes === undefined ? {} : { usedBytes }),
  };
}
