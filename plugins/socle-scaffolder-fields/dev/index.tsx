import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import scaffolder from '@backstage/plugin-scaffolder/alpha';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import plugin from '../src';

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
          factory: () => new FakeSocleApi(),
        }),
    }),
  ],
});

// `/create/edit` has an editor in which every field can be tried.
createDevApp({ features: [scaffolder, plugin, socle] });
