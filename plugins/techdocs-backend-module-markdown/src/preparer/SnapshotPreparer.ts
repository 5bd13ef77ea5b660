import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import {
  DirectoryPreparer,
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { copyTo, hashOf, sourceFiles } from './snapshot';

/**
 * Prepares documentation that lies in a folder beside the entity's file. Backstage's own preparer gives such a source no
 * version, so each visit builds it again and tells the reader of a newer one that is the same.
 */
export class SnapshotPreparer implements PreparerBase {
  private readonly directory: PreparerBase;

  constructor(
    private readonly options: {
      config: Config;
      logger: LoggerService;
      reader: UrlReaderService;
      /** What builds the pages; another builder makes another result of the same sources. */
      builder: () => Promise<string>;
    },
  ) {
    const { config, logger, reader } = options;
    this.directory = DirectoryPreparer.fromConfig(config, { logger, reader });
  }

  /** All that is prepared here is a copy. */
  shouldCleanPreparedDirectory(): boolean {
    return true;
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const prepared = await this.directory.prepare(entity, options);
    if (prepared.etag) {
      return prepared;
    }
    const source = prepared.preparedDir;
    const files = await sourceFiles(source);
    const etag = await hashOf(source, files, await this.options.builder());
    if (options?.etag === etag) {
      throw new NotModifiedError(`The documentation in ${source} is as it was`);
    }
    const workingDir =
      this.options.config.getOptionalString('backend.workingDirectory') ??
      os.tmpdir();
    const preparedDir = await fs.mkdtemp(
      path.join(await fs.realpath(workingDir), 'techdocs-source-'),
    );
    await copyTo(source, files, preparedDir);
    return { preparedDir, etag };
  }
}
