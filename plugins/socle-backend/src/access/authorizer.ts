import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  socleResourceReadPermission,
  socleViewPermission,
} from '@socle/backstage-plugin-socle-common';
import { Resource } from '@socle/backstage-plugin-socle-model';
import { Request } from 'express';
import { ReadableResource, socleResourceRef } from './resource-permissions';

/** Says of each resource whether the reader may see it. */
export type MayRead = (cluster: string, resource: Resource) => boolean;

/** Of those who may see everything. */
export const readsAll: MayRead = () => true;

/** A decision holds this long per reader: asking costs a round trip over HTTP for every call. */
const CACHE_MILLIS = 5_000;
const CACHE_SIZE = 500;

interface Decisions {
  view: PolicyDecision;
  read: PolicyDecision;
  until: number;
}

/** Asks the permission framework, for each request, what its reader may see. */
export class Authorizer {
  private readonly cache = new Map<string, Promise<Decisions>>();
  private readonly applies: (
    decision: PolicyDecision,
    resource: ReadableResource,
  ) => boolean;

  constructor(
    private readonly httpAuth: HttpAuthService,
    private readonly permissions: PermissionsService,
    registry: PermissionsRegistryService,
    private readonly now: () => number = Date.now,
  ) {
    this.applies = createConditionAuthorizer(
      registry.getPermissionRuleset(socleResourceRef),
    );
  }

  /** Throws NotAllowedError where the reader may not open the pages; which resources there are is another matter. */
  async mayView(request: Request): Promise<void> {
    const { view } = await this.decisions(request);
    if (view.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `Reading this needs the permission ${socleViewPermission.name}.`,
      );
    }
  }

  /** Throws NotAllowedError where the reader may see nothing at all. */
  async mayRead(request: Request): Promise<MayRead> {
    const { view, read } = await this.decisions(request);
    if (
      view.result === AuthorizeResult.DENY ||
      read.result === AuthorizeResult.DENY
    ) {
      throw new NotAllowedError(
        `Reading the platform needs the permissions ${socleViewPermission.name} and ${socleResourceReadPermission.name}.`,
      );
    }
    if (read.result === AuthorizeResult.ALLOW) {
      return readsAll;
    }
    return (cluster, resource) =>
      this.applies(read, {
        cluster,
        system: resource.system,
        area: resource.area,
        kind: resource.kind.kind,
        namespace: resource.meta.namespace,
      });
  }

  private async decisions(request: Request): Promise<Decisions> {
    const credentials = await this.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const key = request.headers.authorization;
    const known = key ? this.cache.get(key) : undefined;
    if (known && (await known).until > this.now()) {
      return known;
    }
    const asked = this.ask(credentials);
    if (key) {
      this.remember(key, asked);
    }
    return asked;
  }

  private async ask(credentials: BackstageCredentials): Promise<Decisions> {
    const [[view], [read]] = await Promise.all([
      this.permissions.authorize([{ permission: socleViewPermission }], {
        credentials,
      }),
      this.permissions.authorizeConditional(
        [{ permission: socleResourceReadPermission }],
        { credentials },
      ),
    ]);
    return { view, read, until: this.now() + CACHE_MILLIS };
  }

  private remember(key: string, asked: Promise<Decisions>): void {
    if (this.cache.size >= CACHE_SIZE) {
      this.cache.clear();
    }
    this.cache.set(key, asked);
    asked.catch(() => this.cache.delete(key));
  }
}
