import { createBackendModule } from '@backstage/backend-plugin-api';

/**
 * Actions that write GitOps files and propose them as one pull request.
 * @public
 */
export const scaffolderModuleSocle = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'socle',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
