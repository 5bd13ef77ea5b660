import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { emitKinds } from '@socle/emitter';
import {
  socleEmitPermission,
  soclePullRequestPermission,
} from './access/permissions';
import { createEmissionAction } from './actions/emission-action';
import { createPullRequestAction } from './actions/pull-request-action';
import { createVerifyAction } from './actions/verify-action';
import { PlatformConventions } from './conventions/platform-conventions';
import { createPreviewRouter } from './preview/router';
import { GitopsRepository } from './repository/gitops-repository';

/**
 * Actions that write GitOps files and propose them as one pull request, and the preview that forms ask.
 * @public
 */
export const scaffolderModuleSocle = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'socle',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        urlReader: coreServices.urlReader,
      },
      async init({
        actions,
        catalog,
        config,
        httpAuth,
        httpRouter,
        permissions,
        permissionsRegistry,
        urlReader,
      }) {
        const platform = PlatformConventions.fromConfig(config);
        const repository = new GitopsRepository(urlReader);
        const integrations = ScmIntegrations.fromConfig(config);
        permissionsRegistry.addPermissions([
          socleEmitPermission,
          soclePullRequestPermission,
        ]);
        actions.addActions(
          ...emitKinds.map(kind =>
            createEmissionAction(kind, { permissions, platform, repository }),
          ),
          createVerifyAction({ permissions, platform }),
          createPullRequestAction({
            catalog,
            config,
            githubCredentialsProvider:
              DefaultGithubCredentialsProvider.fromIntegrations(integrations),
            integrations,
            permissions,
            platform,
          }),
        );
        httpRouter.use(
          createPreviewRouter({ httpAuth, permissions, platform, repository }),
        );
      },
    });
  },
});
