import { defineSystem } from '../../definition/system';
import { DATABASES } from '../../reading/databases';

/**
 * Databases, caches and brokers that run from a plain image, without an operator that we know. An instance is its
 * workload: the StatefulSet or Deployment carries the fact `database`, and its health is the instance's.
 * @public
 */
export const databases = defineSystem({
  id: 'databases',
  title: 'Plain databases',
  area: 'data',
  layer: 'service',
  description:
    'Databases, caches and brokers that run from a plain image, without an operator.',
  kinds: [],
  images: DATABASES.filter(({ ownSystem }) => !ownSystem).flatMap(
    ({ repositories }) => repositories,
  ),
  scattered: true,
  translations: {
    fr: {
      title: 'Bases de données simples',
      description:
        'Des bases de données, caches et brokers issus d’une simple image, sans opérateur.',
      causes: {},
    },
  },
});
