import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client.
 * @public
 */
export const socleScaffolderFieldsPlugin = createFrontendPlugin({
  pluginId: 'socle-scaffolder-fields',
  title: 'Template fields',
  info: { packageJson: () => import('../package.json') },
  extensions: [],
});
