import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogService,
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  CHANGED_TOPIC,
  InventoryAnswer,
} from '@socle/backstage-plugin-socle-common';
import { SocleService } from '@socle/backstage-plugin-socle-node';
import { entitiesOf, locationOf } from './entities';
import { Settings } from './settings';

/** After a change is told, so long is waited for more of it. */
const GATHER_MILLIS = 3_000;

export interface ProviderOptions {
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  logger: LoggerService;
  settings: Settings;
  socle: SocleService;
}

/**
 * Keeps the catalog's picture of the platform by deltas. An entity goes only when its cluster was read completely and
 * does not have it any more: what could not be read is never removed.
 */
export class PlatformEntityProvider implements EntityProvider {
  private connection: EntityProviderConnection | undefined;
  /** What the catalog was last told, per cluster: entity ref to the entity as text. */
  private readonly told = new Map<string, Map<string, string>>();
  private readonly policy = EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new DefaultNamespaceEntityPolicy(),
    new FieldFormatEntityPolicy(),
  ]);
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ProviderOptions) {}

  getProviderName(): string {
    return 'socle-platform';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    await this.options.events.subscribe({
      id: 'socle-platform-entities',
      topics: [CHANGED_TOPIC],
      onEvent: async () => this.soon(),
    });
  }

  /** Compares what the clusters say now with what the catalog was told. One run at a time. */
  refresh(): Promise<void> {
    this.running ??= this.compare()
      .catch(error => {
        this.options.logger.warn(
          `The platform could not be read, its entities stay as they are: ${
            error.message ?? error
          }`,
        );
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  private soon(): void {
    if (!this.timer) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.refresh();
      }, GATHER_MILLIS);
      this.timer.unref();
    }
  }

  private async compare(): Promise<void> {
    if (!this.connection) {
      return;
    }
    const credentials = await this.options.auth.getOwnServiceCredentials();
    const { clusters } = await this.options.socle.inventory({ credentials });
    for (const cluster of clusters) {
      await this.compareCluster(cluster).catch(error =>
        this.options.logger.warn(
          `The entities of cluster ${cluster.name} stay as they are: ${error}`,
        ),
      );
    }
  }

  private async compareCluster(
    cluster: InventoryAnswer['clusters'][number],
  ): Promise<void> {
    if (cluster.components.length === 0 && !cluster.complete) {
      return;
    }
    const known = await this.known(cluster.name);
    const now = new Map<string, Entity>();
    for (const entity of entitiesOf(cluster, this.options.settings)) {
      if (await this.valid(entity)) {
        now.set(stringifyEntityRef(entity), entity);
      }
    }
    const foreign = await this.ownedByOthers(
      [...now.keys()].filter(ref => !known.has(ref)),
    );
    const added: DeferredEntity[] = [];
    for (const [ref, entity] of now) {
      const text = JSON.stringify(entity);
      if (!foreign.has(ref) && known.get(ref) !== text) {
        added.push(deferred(entity));
        known.set(ref, text);
      }
    }
    const removed = cluster.complete
      ? [...known.keys()].filter(ref => !now.has(ref) && !isDomain(ref))
      : [];
    if (added.length > 0 || removed.length > 0) {
      await this.connection!.applyMutation({
        type: 'delta',
        added,
        removed: removed.map(entityRef => ({
          entityRef,
          locationKey: locationOf(cluster.name),
        })),
      });
      removed.forEach(ref => known.delete(ref));
      this.options.logger.info(
        `cluster ${cluster.name}: ${added.length} entities registered or changed, ${removed.length} gone`,
      );
    }
    this.told.set(cluster.name, known);
  }

  /** What the catalog was told of a cluster; after a start, what it holds. */
  private async known(cluster: string): Promise<Map<string, string>> {
    const told = this.told.get(cluster);
    if (told) {
      return new Map(told);
    }
    const credentials = await this.options.auth.getOwnServiceCredentials();
    const { items } = await this.options.catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]:
            locationOf(cluster),
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials },
    );
    return new Map(items.map(entity => [stringifyEntityRef(entity), '']));
  }

  /** Refs that a file or another provider has in the catalog already: theirs stand, ours would be refused. */
  private async ownedByOthers(refs: string[]): Promise<Set<string>> {
    if (refs.length === 0) {
      return new Set();
    }
    const credentials = await this.options.auth.getOwnServiceCredentials();
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['metadata.annotations'] },
      { credentials },
    );
    return new Set(
      refs.filter((_, index) => {
        const origin =
          items[index]?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
        return origin !== undefined && !origin.startsWith('socle:');
      }),
    );
  }

  /** One malformed entity would reject the whole mutation: it is left out and named instead. */
  private async valid(entity: Entity): Promise<boolean> {
    try {
      await this.policy.enforce(structuredClone(entity));
      return true;
    } catch (error) {
      this.options.logger.warn(
        `${entity.kind} ${entity.metadata.namespace}/${entity.metadata.name} is not registered: ${error}`,
      );
      return false;
    }
  }
}

function deferred(entity: Entity): DeferredEntity {
  const origin = entity.metadata.annotations![ANNOTATION_ORIGIN_LOCATION];
  return { entity, locationKey: origin };
}

/** The domain is shared by all clusters. */
function isDomain(ref: string): boolean {
  return ref.startsWith('domain:');
}
