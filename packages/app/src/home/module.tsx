import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { HomePage } from './HomePage';

/** The root of the portal. */
export const homeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'home',
      params: { path: '/', noHeader: true, loader: async () => <HomePage /> },
    }),
  ],
});
