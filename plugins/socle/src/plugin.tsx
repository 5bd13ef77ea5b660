import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  explorerRouteRef,
  resourceRouteRef,
  runbooksRouteRef,
  socleApiRef,
  SocleClient,
  socleRouteRef,
} from '@socle/backstage-plugin-socle-react';
import { hasPlatformState } from './entity/entity-scope';
import { SocleIcon } from './SocleIcon';
import { mermaidAddon } from './techdocs/addon';

const client = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: socleApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SocleClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/socle',
    title: 'Platform',
    icon: <SocleIcon />,
    routeRef: socleRouteRef,
    noHeader: true,
    loader: () => import('./SoclePage').then(m => <m.SoclePage />),
  },
});

const entityCard = EntityCardBlueprint.make({
  name: 'state',
  params: {
    type: 'info',
    filter: hasPlatformState,
    loader: () =>
      import('./entity/EntityStateCard').then(m => <m.EntityStateCard />),
  },
});

const entityContent = EntityContentBlueprint.make({
  name: 'platform',
  params: {
    path: '/platform',
    title: 'Platform',
    group: 'operation',
    filter: hasPlatformState,
    loader: () =>
      import('./entity/EntityPlatformContent').then(m => (
        <m.EntityPlatformContent />
      )),
  },
});

/**
 * The plugin. It also provides the API client, so the other Socle frontends need it installed.
 * @public
 */
export const soclePlugin = createFrontendPlugin({
  pluginId: 'socle',
  title: 'Platform',
  icon: <SocleIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: socleRouteRef,
    explorer: explorerRouteRef,
    resource: resourceRouteRef,
  },
  externalRoutes: { runbooks: runbooksRouteRef },
  extensions: [client, page, entityCard, entityContent, mermaidAddon],
});
