import {
  Chain,
  ClusterSummary,
  DataServiceItem,
  Incident,
  ListAnswer,
  ReasonsAnswer,
  ResourceDetail,
  ResourceItem,
  ResourceLink,
  ResourceRef,
  SystemSummary,
  Transition,
} from '@socle/backstage-plugin-socle-common';

/**
 * What to ask `GET /v1/resources` for. Several values of one filter mean any of them.
 * @public
 */
export interface ResourceQuery {
  cluster?: string[];
  system?: string[];
  area?: string[];
  /** `Kind` or `group/Kind`. */
  kind?: string[];
  namespace?: string[];
  health?: string[];
  flag?: string[];
  /** `name:value` of facts: any value of one name, and all names. `a.b` is fact `b` within `a`. */
  fact?: string[];
  q?: string;
  /** A field, or `-field` for descending. */
  sort?: string;
  limit?: number;
  offset?: number;
  /** Adds `links` to every item. */
  withLinks?: boolean;
}

/** @public A resource of a list; `links` only where they were asked for. */
export interface ListedResource extends ResourceItem {
  links?: ResourceLink[];
}

/** @public What to ask `GET /v1/timeline` for. */
export interface TimelineQuery {
  cluster?: string;
  /** RFC 3339. */
  from?: string;
  /** RFC 3339. */
  to?: string;
  /** As `refPath` writes it. */
  ref?: string;
  limit?: number;
}

/** @public A view that `GET /v1/export` knows: `resources`, `incidents`, `data-services`, `clusters`, `systems`, or that of a chain. */
export type ExportView = string;

/** @public The forms an export comes in; `mmd` is Mermaid, for chains. */
export type ExportFormat = 'json' | 'csv' | 'mmd';

/** @public Options of every call. */
export interface CallOptions {
  signal?: AbortSignal;
}

/**
 * The engine as the frontends see it.
 * @public
 */
export interface SocleApi {
  getClusters(options?: CallOptions): Promise<ClusterSummary[]>;
  getSystems(
    query: {
      cluster?: string;
      /** Of the titles that are words; English where the language is not spoken. */
      language?: string;
    },
    options?: CallOptions,
  ): Promise<ListAnswer<SystemSummary>>;
  getResources(
    query: ResourceQuery,
    options?: CallOptions,
  ): Promise<ListAnswer<ListedResource>>;
  getResource(ref: ResourceRef, options?: CallOptions): Promise<ResourceDetail>;
  /** The object as its API server has it, redacted. */
  getResourceYaml(ref: ResourceRef, options?: CallOptions): Promise<string>;
  getChain(
    view: string,
    ref: ResourceRef,
    options?: CallOptions,
  ): Promise<Chain>;
  getIncidents(
    query: { cluster?: string },
    options?: CallOptions,
  ): Promise<ListAnswer<Incident>>;
  /** Instances of databases, caches, brokers and stores; `fact` and `sort` go by their facts. */
  getDataServices(
    query: ResourceQuery,
    options?: CallOptions,
  ): Promise<ListAnswer<DataServiceItem>>;
  getTimeline(
    query: TimelineQuery,
    options?: CallOptions,
  ): Promise<ListAnswer<Transition>>;
  /** What each reason means; in English where the language is not spoken. */
  getReasons(
    query: { language?: string },
    options?: CallOptions,
  ): Promise<ReasonsAnswer>;
  export(
    view: ExportView,
    format: ExportFormat,
    query: ResourceQuery & { ref?: ResourceRef },
    options?: CallOptions,
  ): Promise<Blob>;
}
