import { hostRefusals, nameRefusals } from '../apps/app-checks';
import { AppInput } from '../apps/app-input';
import { record, routeFields } from '../apps/app-schema';
import { layoutOf } from '../conventions/layout';
import { define } from '../emission/definition';
import { yamlText } from '../emission/manifest';
import { appName, line, namespaceName } from '../input/fields';
import { catalogFields } from './catalog-fields';
import { component } from './component';

/** @public The entity of an app in the software catalog. */
export type CatalogInfoInput = Pick<
  AppInput,
  'name' | 'title' | 'description' | 'namespace' | 'catalog' | 'route'
>;

/** The file by which the software catalog knows an app. */
export const catalogInfo = define<CatalogInfoInput>({
  title: 'Catalog entity',
  schema: record(
    {
      name: appName,
      title: { ...line, title: 'Title' },
      description: { ...line, title: 'Description' },
      namespace: namespaceName,
      catalog: record(catalogFields),
      route: record(routeFields, ['port']),
    },
    ['name'],
    { title: 'Catalog entity' },
  ),
  refuse: (input, conventions) => [
    ...nameRefusals(input, conventions),
    ...(input.route
      ? hostRefusals(input.name, input.route.host, 'route.host', conventions)
      : []),
  ],
  build: (input, conventions) => ({
    files: [
      {
        path: layoutOf(input.name, 'A', conventions).catalog,
        content: yamlText(component(input, conventions)),
        why: 'The app in the software catalog, with its owner.',
      },
    ],
    order: ['The software catalog reads it on its next round.'],
  }),
});
