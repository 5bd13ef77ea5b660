import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  SocleScaffolderClient,
  socleScaffolderApiRef,
} from './api/socle-scaffolder-api';
import { fields } from './fields';

const client = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: socleScaffolderApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new SocleScaffolderClient({ fetchApi }),
    }),
});

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client of live state.
 * @public
 */
export const socleScaffolderFieldsPlugin = createFrontendPlugin({
  pluginId: 'socle-scaffolder-fields',
  title: 'Template fields',
  info: { packageJson: () => import('../package.json') },
  extensions: [client, ...fields],
});
