import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import { storageChainRouteRef, storageRouteRef } from './route-refs';

const page = PageBlueprint.make({
  params: {
    path: '/socle-storage',
    title: 'Storage',
    icon: <RiDatabase2Line />,
    routeRef: storageRouteRef,
    noHeader: true,
    loader: () => import('./page/StoragePage').then(m => <m.StoragePage />),
  },
});

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client.
 * @public
 */
export const socleStoragePlugin = createFrontendPlugin({
  pluginId: 'socle-storage',
  title: 'Storage',
  icon: <RiDatabase2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: storageRouteRef, chain: storageChainRouteRef },
  extensions: [page],
});
