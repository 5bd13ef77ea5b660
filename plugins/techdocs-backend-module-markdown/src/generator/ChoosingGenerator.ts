import { LoggerService } from '@backstage/backend-plugin-api';
import { Config, ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { buildSite } from '../site/build-site';
import { GeneratorChoice } from '../settings';
import { editBaseOf } from './edit-base';
import { findMkdocs } from './mkdocs-probe';

type Data = NonNullable<ConstructorParameters<typeof ConfigReader>[0]>;

/** Builds pages with mkdocs or without it. */
export class ChoosingGenerator extends TechdocsGenerator {
  private readonly integrations: ScmIntegrations;
  private readonly log: LoggerService;
  private readonly choose: () => Promise<'markdown' | 'mkdocs'>;

  constructor(options: {
    config: Config;
    logger: LoggerService;
    choice: GeneratorChoice;
    /** Whether mkdocs with techdocs-core can be run here. */
    hasMkdocs?: () => Promise<boolean>;
  }) {
    const { config, logger, choice } = options;
    const integrations = ScmIntegrations.fromConfig(config);
    const runIn = runInOf(config);
    super({
      logger,
      config: choice === 'auto' ? withDefaults(config) : config,
      scmIntegrations: integrations,
    });
    this.integrations = integrations;
    this.log = logger;
    this.choose = once(async () => {
      if (choice !== 'auto') {
        return choice;
      }
      if (runIn === 'docker') {
        return 'mkdocs';
      }
      const found = await (options.hasMkdocs ?? findMkdocs)();
      return found ? 'mkdocs' : 'markdown';
    });
  }

  /** What builds the pages; found out once. */
  async builder(): Promise<'markdown' | 'mkdocs'> {
    return this.choose();
  }

  async run(options: GeneratorRunOptions): Promise<void> {
    if ((await this.choose()) === 'mkdocs') {
      await super.run(options);
      return;
    }
    const { inputDir, outputDir, etag, siteOptions, logger } = options;
    const location = options.parsedLocationAnnotation;
    const count = await buildSite({
      inputDir,
      outputDir,
      ...(siteOptions?.name ? { name: siteOptions.name } : {}),
      ...(etag ? { etag } : {}),
      editBase: docsDir =>
        location && editBaseOf(location, docsDir, this.integrations),
      warn: message => {
        logger.warn(message);
        this.log.warn(message);
      },
    });
    logger.info(`Built ${count} pages without mkdocs`);
  }
}

function runInOf(config: Config): string | undefined {
  return (
    config.getOptionalString('techdocs.generators.techdocs') ??
    config.getOptionalString('techdocs.generator.runIn')
  );
}

/**
 * Where nothing says how to run mkdocs, Backstage takes a container; what was found on the PATH is no container. And its
 * pages ask Google for fonts: on a network that does not reach it, the reader waits for them before it shows anything.
 */
function withDefaults(config: Config): Config {
  const generator = config.getOptionalConfig('techdocs.generator');
  const { mkdocs, ...rest } = generator?.get<Data>() ?? {};
  return new ConfigReader({
    techdocs: {
      generator: {
        runIn: runInOf(config) ?? 'local',
        ...rest,
        mkdocs: { disableExternalFonts: true, ...(mkdocs as Data) },
      },
    },
  });
}

function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find();
    return found;
  };
}
