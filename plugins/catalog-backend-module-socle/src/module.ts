import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { socleServiceRef } from '@socle/backstage-plugin-socle-node';
import { PlatformEntityProvider } from './platform-entity-provider';
import { readSettings } from './settings';

/**
 * Registers the platform in the catalog: its domain, systems, components and resources.
 * @public
 */
export const catalogModuleSocle = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'socle',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        catalogService: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        socle: socleServiceRef,
      },
      async init({ catalog, scheduler, config, catalogService, ...services }) {
        const settings = readSettings(config);
        const provider = new PlatformEntityProvider({
          ...services,
          catalog: catalogService,
          settings,
        });
        catalog.addEntityProvider(provider);
        await scheduler.scheduleTask({
          id: 'socle-platform-entities',
          scope: 'local',
          frequency: { seconds: settings.refreshSeconds },
          initialDelay: { seconds: 2 },
          timeout: { minutes: 2 },
          fn: () => provider.refresh(),
        });
      },
    });
  },
});
