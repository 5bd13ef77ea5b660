import { createApiRef, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/**
 * An answer that is refused.
 * @public
 */
export interface PreviewRefusal {
  field: string;
  problem: string;
  allowed: string;
}

/**
 * One file as it would be proposed; `same` where the repository has it already.
 * @public
 */
export interface PreviewFile {
  path: string;
  content: string;
  why: string;
  state: 'new' | 'same';
}

/**
 * What the answers of a form lead to.
 * @public
 */
export interface FilesPreview {
  files: PreviewFile[];
  order: string[];
  refusals: PreviewRefusal[];
  repository: { state: 'read' | 'notRead'; message?: string };
}

/**
 * What the platform has agreed on, and what is taken. Lists that the repository tells are left out where it was not read.
 * @public
 */
export interface PlatformChoices {
  clusters: string[];
  domains: string[];
  projects: { default: string; allowed: string[] };
  reserved: { names: string[]; namespaces: string[] };
  storageClass: string;
  repository: { url: string; state: 'read' | 'notRead'; message?: string };
  apps?: string[];
  hosts?: Array<{ host: string; path: string }>;
}

/**
 * What the scaffolder's backend knows for the fields of the forms.
 * @public
 */
export interface SocleScaffolderApi {
  preview(
    kinds: readonly string[],
    answers: JsonObject,
    options?: { signal?: AbortSignal },
  ): Promise<FilesPreview>;
  platform(
    cluster: string | undefined,
    options?: { signal?: AbortSignal },
  ): Promise<PlatformChoices>;
}

/**
 * The client of the fields.
 * @public
 */
export const socleScaffolderApiRef = createApiRef<SocleScaffolderApi>().with({
  id: 'plugin.socle-scaffolder-fields.client',
  pluginId: 'socle-scaffolder-fields',
});

/** Asks the module of the scaffolder over HTTP. */
export class SocleScaffolderClient implements SocleScaffolderApi {
  private readonly fetchApi: FetchApi;

  constructor({ fetchApi }: { fetchApi: FetchApi }) {
    this.fetchApi = fetchApi;
  }

  preview(
    kinds: readonly string[],
    answers: JsonObject,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<FilesPreview> {
    return this.ask('preview', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ kinds, answers }),
      signal,
    });
  }

  platform(
    cluster: string | undefined,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<PlatformChoices> {
    const query = cluster ? `?${new URLSearchParams({ cluster })}` : '';
    return this.ask(`platform${query}`, { signal });
  }

  private async ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.fetchApi.fetch(
      `plugin://scaffolder/socle/v1/${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
