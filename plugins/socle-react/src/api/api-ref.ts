import { createApiRef } from '@backstage/frontend-plugin-api';
import { SocleApi } from './socle-api';

/**
 * The client of the engine. The plugin `socle` provides it; the other Socle frontends need that plugin installed.
 * @public
 */
export const socleApiRef = createApiRef<SocleApi>().with({
  id: 'plugin.socle.client',
  pluginId: 'socle',
});
