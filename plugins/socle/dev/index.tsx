import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import plugin from '../src';

/** In place of the client over HTTP. */
const fake = createFrontendModule({
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

createDevApp({ features: [plugin, fake] });
