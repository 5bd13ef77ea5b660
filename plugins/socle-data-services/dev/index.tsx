import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import plugin from '../src';
import { dataServicesApi } from '../src/testing/data-services-platform';

/** Stands in for the plugin `socle`, which provides the client. */
const socle = createFrontendPlugin({
  pluginId: 'socle',
  extensions: [
    ApiBlueprint.make({
      name: 'client',
      params: define =>
        define({
          api: socleApiRef,
          deps: {},
          factory: () => dataServicesApi(),
        }),
    }),
  ],
});

createDevApp({ features: [plugin, socle] });
