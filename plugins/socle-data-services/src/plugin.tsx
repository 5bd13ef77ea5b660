import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client.
 * @public
 */
export const socleDataServicesPlugin = createFrontendPlugin({
  pluginId: 'socle-data-services',
  title: 'Data services',
  info: { packageJson: () => import('../package.json') },
  extensions: [],
});
