import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client.
 * @public
 */
export const socleDeliveryPlugin = createFrontendPlugin({
  pluginId: 'socle-delivery',
  title: 'Delivery',
  info: { packageJson: () => import('../package.json') },
  extensions: [],
});
