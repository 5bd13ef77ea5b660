import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { ChoosingGenerator } from './generator/ChoosingGenerator';
import { SnapshotPreparer } from './preparer/SnapshotPreparer';
import { readSettings } from './settings';
import { builderVersion } from './site/builder-version';
import { buildAtStart } from './start/build-at-start';
import { refreshSearch } from './start/refresh-search';

/**
 * Builds TechDocs without Python where mkdocs is absent, and the runbooks' pages at start.
 * @public
 */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        generators: techdocsGeneratorExtensionPoint,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, generators, preparers, lifecycle, ...services }) {
        const { logger, reader } = services;
        const settings = readSettings(config);
        const generator = new ChoosingGenerator({
          config,
          logger,
          choice: settings.generator,
        });
        generators.setTechdocsGenerator(generator);
        preparers.registerPreparer(
          'dir',
          new SnapshotPreparer({
            config,
            logger,
            reader,
            builder: async () =>
              (await generator.builder()) === 'mkdocs'
                ? 'mkdocs'
                : builderVersion(),
          }),
        );

        if (
          (config.getOptionalString('techdocs.builder') ?? 'local') !== 'local'
        ) {
          return;
        }
        const stopping = new AbortController();
        lifecycle.addShutdownHook(() => stopping.abort());
        // A start-up hook that waits holds up the others.
        lifecycle.addStartupHook(() => {
          buildAll(stopping.signal).catch(error =>
            logger.error('Documentation was not built at start', error),
          );
        });

        async function buildAll(signal: AbortSignal): Promise<void> {
          const builder = await generator.builder();
          logger.info(
            builder === 'mkdocs'
              ? 'Documentation is built with mkdocs'
              : 'Documentation is built without mkdocs',
          );
          const built = await Promise.all(
            settings.buildAtStart.map(entityRef =>
              buildAtStart(entityRef, { ...services, signal }),
            ),
          );
          if (built.includes(true)) {
            await refreshSearch({ ...services, signal });
          }
        }
      },
    });
  },
});
