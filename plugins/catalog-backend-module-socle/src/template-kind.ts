import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  isTemplateEntityV1beta3,
  templateEntityV1beta3Validator,
} from '@backstage/plugin-scaffolder-common';
import { LocationSpec } from '@backstage/plugin-catalog-common';

/**
 * Lets templates into the catalog, which does not know their kind by itself. It does what the module
 * `scaffolder-entity-model` does, and nothing more where that is there too: equal relations are one.
 */
export class TemplateKind implements CatalogProcessor {
  getProcessorName(): string {
    return 'SocleTemplateKind';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return templateEntityV1beta3Validator.check(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const owner = isTemplateEntityV1beta3(entity) && entity.spec.owner;
    if (!owner) return entity;
    const source = getCompoundEntityRef(entity);
    const target = parseEntityRef(owner, {
      defaultKind: 'Group',
      defaultNamespace: source.namespace,
    });
    emit(
      processingResult.relation({ source, type: RELATION_OWNED_BY, target }),
    );
    emit(
      processingResult.relation({
        source: target,
        type: RELATION_OWNER_OF,
        target: source,
      }),
    );
    return entity;
  }
}
