import { defineKind, KindDefinition } from '../../definition/kind';
import { numberAt, objectsAt, RawObject } from '../../reading/raw';
import { CNPG } from './api';

export type CatalogFacts = {
  /** Major versions of PostgreSQL that it has an image for. */
  majors: number[];
};

function catalog(
  kind: 'ImageCatalog' | 'ClusterImageCatalog',
  namespaced: boolean,
): KindDefinition {
  return defineKind<CatalogFacts>({
    ...CNPG,
    kind,
    plural: kind === 'ImageCatalog' ? 'imagecatalogs' : 'clusterimagecatalogs',
    namespaced,
    stateless: true,
    project: (raw: RawObject) => ({
      majors: objectsAt(raw, 'spec', 'images').flatMap(
        image => numberAt(image, 'major') ?? [],
      ),
    }),
    shows: ['majors'],
  });
}

/** Images of PostgreSQL by major version, for the clusters of a namespace. */
export const imageCatalog = catalog('ImageCatalog', true);

/** Images of PostgreSQL by major version, for all clusters. */
export const clusterImageCatalog = catalog('ClusterImageCatalog', false);
