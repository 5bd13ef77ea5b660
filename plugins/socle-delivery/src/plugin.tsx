import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiGitBranchLine } from '@remixicon/react';
import {
  appChainRouteRef,
  deliveryRouteRef,
  secretChainRouteRef,
} from './route-refs';

const page = PageBlueprint.make({
  params: {
    path: '/socle-delivery',
    title: 'Delivery',
    icon: <RiGitBranchLine />,
    routeRef: deliveryRouteRef,
    noHeader: true,
    loader: () => import('./page/DeliveryPage').then(m => <m.DeliveryPage />),
  },
});

/**
 * The plugin. It needs the plugin `socle` beside it, which provides the API client.
 * @public
 */
export const socleDeliveryPlugin = createFrontendPlugin({
  pluginId: 'socle-delivery',
  title: 'Delivery',
  icon: <RiGitBranchLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: deliveryRouteRef,
    app: appChainRouteRef,
    secret: secretChainRouteRef,
  },
  extensions: [page],
});
