import { ResponseError } from '@backstage/errors';
import { FetchApi } from '@backstage/frontend-plugin-api';
import {
  Chain,
  ClusterSummary,
  DataServiceItem,
  Incident,
  ListAnswer,
  ReasonsAnswer,
  refPath,
  ResourceDetail,
  ResourceRef,
  SystemSummary,
  Transition,
} from '@socle/backstage-plugin-socle-common';
import { queryString, resourceQueryString } from './query-string';
import {
  CallOptions,
  ExportFormat,
  ExportView,
  ListedResource,
  ResourceQuery,
  SocleApi,
  TimelineQuery,
} from './socle-api';

/**
 * {@link SocleApi} over HTTP. What the backend refuses is thrown as Backstage's `ResponseError`.
 * @public
 */
export class SocleClient implements SocleApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  getClusters(options?: CallOptions) {
    return this.#json<ClusterSummary[]>('clusters', options);
  }

  getSystems(
    query: { cluster?: string; language?: string },
    options?: CallOptions,
  ) {
    const { cluster, language } = query;
    // English is what is said unasked, by a backend that knows no languages too.
    const asked = language === 'en' ? undefined : language;
    return this.#json<ListAnswer<SystemSummary>>(
      `systems${queryString({ cluster, language: asked })}`,
      options,
    );
  }

  getResources(query: ResourceQuery, options?: CallOptions) {
    return this.#json<ListAnswer<ListedResource>>(
      `resources${resourceQueryString(query)}`,
      options,
    );
  }

  getResource(ref: ResourceRef, options?: CallOptions) {
    return this.#json<ResourceDetail>(`resources/${refPath(ref)}`, options);
  }

  async getResourceYaml(ref: ResourceRef, options?: CallOptions) {
    const path = `resources/${refPath(ref)}/yaml`;
    return (await this.#fetch(path, 'text/plain', options)).text();
  }

  getChain(view: string, ref: ResourceRef, options?: CallOptions) {
    const query = queryString({ cluster: ref.cluster, ref: refPath(ref) });
    return this.#json<Chain>(
      `chains/${encodeURIComponent(view)}${query}`,
      options,
    );
  }

  getIncidents(query: { cluster?: string }, options?: CallOptions) {
    return this.#json<ListAnswer<Incident>>(
      `incidents${queryString(query)}`,
      options,
    );
  }

  getDataServices(query: ResourceQuery, options?: CallOptions) {
    return this.#json<ListAnswer<DataServiceItem>>(
      `data-services${resourceQueryString(query)}`,
      options,
    );
  }

  getTimeline(query: TimelineQuery, options?: CallOptions) {
    return this.#json<ListAnswer<Transition>>(
      `timeline${queryString({ ...query })}`,
      options,
    );
  }

  getReasons(query: { language?: string }, options?: CallOptions) {
    return this.#json<ReasonsAnswer>(`reasons${queryString(query)}`, options);
  }

  async export(
    view: ExportView,
    format: ExportFormat,
    query: ResourceQuery & { ref?: ResourceRef },
    options?: CallOptions,
  ) {
    const { ref, ...rest } = query;
    const text = resourceQueryString({
      ...rest,
      cluster: ref ? [ref.cluster] : rest.cluster,
      ref: ref && refPath(ref),
    });
    const path = `export/${view}.${format}${text}`;
    return (await this.#fetch(path, '*/*', options)).blob();
  }

  async #json<T>(path: string, options?: CallOptions): Promise<T> {
    return (await this.#fetch(path, 'application/json', options)).json();
  }

  async #fetch(path: string, accept: string, options?: CallOptions) {
    const response = await this.#fetchApi.fetch(`plugin://socle/v1/${path}`, {
      headers: { accept },
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
