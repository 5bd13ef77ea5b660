import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { soclePermissions } from '@socle/backstage-plugin-socle-common';
import {
  SystemRegistry,
  systems as builtInSystems,
} from '@socle/backstage-plugin-socle-model';
import { socleSystemsExtensionPoint } from '@socle/backstage-plugin-socle-node';
import { Authorizer } from './access/authorizer';
import { socleResourceRef, socleRules } from './access/resource-permissions';
import { RawReader } from './api/raw-reader';
import { createRouter } from './api/router';
import { readClusters } from './config/clusters';
import { readOutside } from './config/outside';
import { readProbes } from './config/probes';
import { readRetentionDays } from './config/retention';
import { readThresholds } from './config/thresholds';
import { createEngine } from './engine/create-engine';
import { FirstPicture } from './history/first-picture';
import { TransitionHistory } from './history/transition-history';
import { ChangePublisher } from './live/change-publisher';
import { warmSignals } from './live/warm-signals';

/**
 * Reads clusters, judges what it reads and serves it.
 * @public
 */
export const soclePlugin = createBackendPlugin({
  pluginId: 'socle',
  register(env) {
    let registry = new SystemRegistry(builtInSystems);
    env.registerExtensionPoint(socleSystemsExtensionPoint, {
      addSystem: (...systems) => {
        // Throws where one is known already: it is the module that adds it which then says so.
        registry = new SystemRegistry([...registry.systems, ...systems]);
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { config, logger, lifecycle, scheduler } = deps;
        deps.permissionsRegistry.addResourceType({
          resourceRef: socleResourceRef,
          permissions: soclePermissions,
          rules: Object.values(socleRules),
          // Whole decisions are made here; the framework's own check by ref has nothing to look at.
          getResources: async refs => refs.map(() => undefined),
        });
        const history = await TransitionHistory.create(deps.database, logger);
        const clusters = readClusters(config);
        const retentionDays = readRetentionDays(config);
        const engine = createEngine({
          ...deps,
          clusters,
          registry,
          probes: readProbes(
            config,
            registry,
            clusters.map(cluster => cluster.name),
          ),
          thresholds: readThresholds(config),
        });
        const publisher = new ChangePublisher(
          deps.signals,
          deps.events,
          logger,
          () => engine.revision,
        );
        const picture = new FirstPicture((cluster, changes) => {
          history.record(cluster, changes).then(restored => {
            if (restored > 0) {
              engine.changed(cluster, []);
            }
          });
        });
        engine.onChange((cluster, changes) => {
          publisher.changed();
          picture.changed(cluster, changes);
        });
        deps.httpRouter.use(
          await createRouter({
            engine,
            registry,
            authorizer: new Authorizer(
              deps.httpAuth,
              deps.permissions,
              deps.permissionsRegistry,
            ),
            history,
            raw: new RawReader(deps.auditor),
            outside: readOutside(
              config,
              clusters.map(cluster => cluster.name),
            ),
          }),
        );
        await scheduler.scheduleTask({
          id: 'socle-history-retention',
          scope: 'global',
          frequency: { hours: 6 },
          timeout: { minutes: 10 },
          fn: async () => {
            await history.prune(retentionDays, Date.now());
          },
        });
        // Clusters are never waited for: a portal that starts while they are away says so.
        engine.start();
        lifecycle.addStartupHook(() => warmSignals(deps.discovery, logger));
        lifecycle.addShutdownHook(() => {
          publisher.stop();
          picture.stop();
          engine.stop();
        });
      },
    });
  },
});
