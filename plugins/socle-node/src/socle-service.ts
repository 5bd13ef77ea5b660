import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ClusterSummary,
  Incident,
  InventoryAnswer,
  ListAnswer,
  ResourceItem,
} from '@socle/backstage-plugin-socle-common';

/**
 * Live state for modules of other plugins. They do not share the engine's process, so this goes over HTTP; every
 * method throws where the engine is not up or the reader may not see it, and never answers an empty list instead.
 * @public
 */
export interface SocleService {
  clusters(options: SocleCallOptions): Promise<ClusterSummary[]>;
  inventory(options: SocleCallOptions): Promise<InventoryAnswer>;
  resources(
    query: { [name: string]: string | string[] },
    options: SocleCallOptions,
  ): Promise<ListAnswer<ResourceItem>>;
  incidents(
    query: { cluster?: string },
    options: SocleCallOptions,
  ): Promise<ListAnswer<Incident>>;
}

/** @public Whose eyes a call sees with. */
export interface SocleCallOptions {
  credentials: BackstageCredentials;
}

class HttpSocleService implements SocleService {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly auth: AuthService,
  ) {}

  clusters(options: SocleCallOptions) {
    return this.get<ClusterSummary[]>('clusters', {}, options);
  }

  inventory(options: SocleCallOptions) {
    return this.get<InventoryAnswer>('inventory', {}, options);
  }

  resources(
    query: { [name: string]: string | string[] },
    options: SocleCallOptions,
  ) {
    return this.get<ListAnswer<ResourceItem>>('resources', query, options);
  }

  incidents(query: { cluster?: string }, options: SocleCallOptions) {
    return this.get<ListAnswer<Incident>>('incidents', query, options);
  }

  private async get<T>(
    path: string,
    query: { [name: string]: string | string[] | undefined },
    { credentials }: SocleCallOptions,
  ): Promise<T> {
    const base = await this.discovery.getBaseUrl('socle');
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'socle',
    });
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const one of [value ?? []].flat()) {
        params.append(name, one);
      }
    }
    const response = await fetch(`${base}/v1/${path}?${params}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

/**
 * Reaches live state from any backend plugin or module.
 * @public
 */
export const socleServiceRef = createServiceRef<SocleService>({
  id: 'socle.service',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { discovery: coreServices.discovery, auth: coreServices.auth },
      factory: ({ discovery, auth }) => new HttpSocleService(discovery, auth),
    }),
});
