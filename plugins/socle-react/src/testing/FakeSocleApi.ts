import { NotFoundError } from '@backstage/errors';
import {
  Chain,
  ClusterSummary,
  counts,
  DataServiceItem,
  emptyCounts,
  healthRank,
  Incident,
  ListAnswer,
  ReasonsAnswer,
  refPath,
  ResourceDetail,
  ResourceRef,
  SourceStatus,
  SystemSummary,
  Transition,
  worstOfCounts,
} from '@socle/backstage-plugin-socle-common';
import { ListedResource, ResourceQuery, SocleApi } from '../api/socle-api';
import { fakeChain } from './fake-chain';
import { fakeReasons } from './fake-reasons';
import { factValues } from '../table/fact-filters';
import {
  everything as platform,
  hoursAgo,
  link,
  stacks,
  storageNodes,
} from './platform';

function countsOf(items: ListedResource[]) {
  const of = emptyCounts();
  for (const { health } of items) {
    of[counts(health) ? health.status : 'uncounted'] += 1;
  }
  return of;
}

function hasFacts(item: ListedResource, words: string[] = []): boolean {
  return words.every(word => {
    const [fact] = word.split(':');
    return factValues(words, fact).includes(String(item.facts[fact]));
  });
}

function valueOf(item: ListedResource, field: string): string | number {
  switch (field) {
    case 'name':
      return item.ref.name;
    case 'namespace':
      return item.ref.namespace ?? '';
    case 'kind':
      return item.ref.kind;
    case 'system':
      return item.system;
    case 'health':
      return healthRank(item.health.status);
    default: {
      const value = item.facts[field];
      return typeof value === 'number' ? value : String(value ?? '');
    }
  }
}

/**
 * What stands on the invented platform beside its storage.
 * @public
 */
export interface AddedToPlatform {
  resources?: ListedResource[];
  dataServices?: DataServiceItem[];
  incidents?: Incident[];
  /** The chain of a view, where it is not that of storage. */
  chain?(view: string, ref: ResourceRef): Chain | undefined;
}

/**
 * The engine in memory, for development and tests: an invented platform with one storage node down.
 * @public
 */
export class FakeSocleApi implements SocleApi {
  readonly #added: AddedToPlatform;
  readonly #everything: ListedResource[];

  constructor(added: AddedToPlatform = {}) {
    this.#added = added;
    this.#everything = [...platform, ...(added.resources ?? [])];
  }

  /** What the answers say of their sources; may be changed to see how that is shown. */
  sources: SourceStatus[] = [
    {
      cluster: 'atlas',
      source: 'longhorn.io/Volume',
      state: 'live',
      since: hoursAgo(5),
    },
    { cluster: 'atlas', source: 'core/Pod', state: 'live', since: hoursAgo(5) },
  ];

  async getClusters(): Promise<ClusterSummary[]> {
    const of = countsOf(this.#everything);
    return [
      {
        name: 'atlas',
        title: 'Atlas',
        version: 'v1.34.1',
        distribution: 'Talos (v1.11.2)',
        state: 'live',
        since: hoursAgo(5),
        counts: of,
        health: worstOfCounts(of) ?? 'unknown',
      },
    ];
  }

  async getSystems(): Promise<ListAnswer<SystemSummary>> {
    const names = [...new Set(this.#everything.map(one => one.system))];
    return this.#list(
      names.map(system => {
        const own = this.#everything.filter(one => one.system === system);
        const of = countsOf(own);
        const kinds = [...new Set(own.map(one => one.ref.kind))];
        return {
          cluster: 'atlas',
          system,
          title: system,
          area: own[0].area,
          version: system === 'longhorn' ? '1.9.1' : undefined,
          health: worstOfCounts(of) ?? 'unknown',
          counts: of,
          kinds: kinds.map(kind => ({
            group: system === 'longhorn' ? 'longhorn.io' : '',
            kind,
            count: own.filter(one => one.ref.kind === kind).length,
          })),
        };
      }),
    );
  }

  async getResources(
    query: ResourceQuery,
  ): Promise<ListAnswer<ListedResource>> {
    return this.#answer(this.#everything, query);
  }

  async getDataServices(
    query: ResourceQuery,
  ): Promise<ListAnswer<DataServiceItem>> {
    return this.#answer(this.#added.dataServices ?? [], query);
  }

  #answer<T extends ListedResource>(
    all: readonly T[],
    query: ResourceQuery,
  ): ListAnswer<T> {
    const isAny = (wanted: string[] | undefined, value: string | undefined) =>
      !wanted?.length || wanted.includes(value ?? '');
    const found = all.filter(
      item =>
        isAny(query.cluster, item.ref.cluster) &&
        isAny(query.system, item.system) &&
        isAny(query.area, item.area) &&
        isAny(query.namespace, item.ref.namespace) &&
        isAny(query.health, item.health.status) &&
        (!query.kind?.length ||
          query.kind.some(kind => this.#isKind(kind, item.ref))) &&
        (!query.flag?.length ||
          query.flag.some(flag => item.health.flags?.includes(flag))) &&
        hasFacts(item, query.fact) &&
        (!query.q ||
          `${item.ref.name} ${item.health.reason} ${item.health.message}`
            .toLowerCase()
            .includes(query.q.toLowerCase())),
    );
    const sort = query.sort ?? 'health';
    const field = sort.replace(/^-/, '');
    const sign = sort.startsWith('-') ? -1 : 1;
    found.sort((a, b) => {
      const [left, right] = [valueOf(a, field), valueOf(b, field)];
      return left === right ? 0 : sign * (left < right ? -1 : 1);
    });
    const from = query.offset ?? 0;
    return {
      items: found.slice(from, from + (query.limit ?? 50)),
      total: found.length,
      sources: this.sources,
    };
  }

  async getResource(ref: ResourceRef): Promise<ResourceDetail> {
    const item = this.#everything.find(
      one => refPath(one.ref) === refPath(ref),
    );
    if (!item) {
      throw new NotFoundError(`${ref.kind} ${ref.name} is not known`);
    }
    const own = stacks.find(one => one.volume === item);
    return {
      ...item,
      links: own
        ? [
            ...own.replicas.map(one => link('replica', 'out', one)),
            link('volume', 'in', own.persistentVolume),
          ]
        : [],
      sources: this.sources,
    };
  }

  async getResourceYaml(ref: ResourceRef): Promise<string> {
    return `apiVersion: ${ref.apiVersion}\nkind: ${ref.kind}\nmetadata:\n  name: ${ref.name}\n`;
  }

  async getChain(view: string, ref: ResourceRef): Promise<Chain> {
    const added = this.#added.chain?.(view, ref);
    if (added) {
      return added;
    }
    const index = stacks.findIndex(one =>
      [one.claim, one.persistentVolume, one.volume, ...one.replicas].some(
        item => refPath(item.ref) === refPath(ref),
      ),
    );
    return fakeChain(Math.max(0, index), this.sources);
  }

  async getIncidents(): Promise<ListAnswer<Incident>> {
    const [, , down] = storageNodes;
    return this.#list([
      ...(this.#added.incidents ?? []),
      {
        id: 'oak-3',
        severity: 'critical',
        root: down.ref,
        system: down.system,
        area: down.area,
        areas: [down.area, 'storage'],
        status: down.health.status,
        reason: down.health.reason ?? '',
        message: down.health.message ?? '',
        runbook: down.health.runbook,
        since: hoursAgo(3),
        affected: stacks.map(one => one.volume.ref),
        blastRadius: stacks.length,
      },
    ]);
  }

  async getTimeline(): Promise<ListAnswer<Transition>> {
    return this.#list(
      stacks.map(({ volume }, index) => ({
        ref: volume.ref,
        at: hoursAgo(3 + index / 10),
        from: 'healthy',
        to: volume.health.status,
        reason: volume.health.reason,
        message: volume.health.message,
      })),
    );
  }

  async getReasons(query: { language?: string }): Promise<ReasonsAnswer> {
    return fakeReasons(query.language);
  }

  async export(): Promise<Blob> {
    return new Blob(['flowchart LR\n  claim --> volume\n'], {
      type: 'text/plain',
    });
  }

  #isKind(wanted: string, ref: ResourceRef): boolean {
    const group = ref.apiVersion.includes('/')
      ? ref.apiVersion.split('/')[0]
      : 'core';
    return wanted === ref.kind || wanted === `${group}/${ref.kind}`;
  }

  #list<T>(items: T[]): ListAnswer<T> {
    return { items, total: items.length, sources: this.sources };
  }
}
