import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { dataServicesRouteRef, instanceRouteRef } from './route-refs';

const page = PageBlueprint.make({
  params: {
    path: '/socle-data-services',
    title: 'Data services',
    icon: <RiStackLine />,
    routeRef: dataServicesRouteRef,
    noHeader: true,
    loader: () =>
      import('./page/DataServicesPage').then(m => <m.DataServicesPage />),
  },
});

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client.
 * @public
 */
export const socleDataServicesPlugin = createFrontendPlugin({
  pluginId: 'socle-data-services',
  title: 'Data services',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: dataServicesRouteRef, instance: instanceRouteRef },
  extensions: [page],
});
