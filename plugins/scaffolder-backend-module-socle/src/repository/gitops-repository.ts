import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Conventions, ExistingFiles } from '@socle/emitter';
import { repositoryAddress } from './repository-address';

interface Copy {
  etag: string;
  files: ExistingFiles;
  readAt: number;
}

/** How a repository is read. */
export interface ReadingOptions {
  /** A copy that was read so short a time ago is good enough. */
  maxAgeMs?: number;
  /** The token of who asks, where theirs is to be used. */
  token?: string;
}

/** The files of the GitOps repository that new ones could collide with. One that cannot be read is never an empty one. */
export class GitopsRepository {
  private readonly copies = new Map<string, Copy>();
  private readonly underWay = new Map<string, Promise<ExistingFiles>>();

  constructor(
    private readonly urlReader: UrlReaderService,
    private readonly now: () => number = Date.now,
  ) {}

  async read(
    conventions: Conventions,
    { maxAgeMs = 0, token }: ReadingOptions = {},
  ): Promise<ExistingFiles> {
    const { url, branch } = repositoryAddress(conventions);
    const { appsRoot } = conventions.gitops;
    const { terraformFolder } = conventions.vault;
    const tree = `${url}/tree/${branch ?? 'HEAD'}`;
    const key = JSON.stringify([tree, appsRoot, terraformFolder]);
    const read = () =>
      this.download(tree, [appsRoot, terraformFolder], {
        copy: token ? undefined : this.copies.get(key),
        token,
      });
    if (token) {
      // What one person may see is not kept for another.
      return (await read()).files;
    }
    const copy = this.copies.get(key);
    if (copy && this.now() - copy.readAt < maxAgeMs) {
      return copy.files;
    }
    const pending =
      this.underWay.get(key) ??
      read()
        .then(fresh => {
          this.copies.set(key, fresh);
          return fresh.files;
        })
        .finally(() => this.underWay.delete(key));
    this.underWay.set(key, pending);
    return pending;
  }

  private async download(
    tree: string,
    folders: string[],
    { copy, token }: { copy?: Copy; token?: string },
  ): Promise<Copy> {
    const readAt = this.now();
    try {
      const answer = await this.urlReader.readTree(tree, {
        etag: copy?.etag,
        token,
        filter: path => folders.some(folder => path.startsWith(`${folder}/`)),
      });
      const files = new Map<string, string>();
      for (const file of await answer.files()) {
        files.set(file.path, (await file.content()).toString('utf8'));
      }
      return { etag: answer.etag, files, readAt };
    } catch (error) {
      if (copy && isNotModified(error)) {
        return { ...copy, readAt };
      }
      throw new ServiceUnavailableError(
        `The GitOps repository ${tree} could not be read, so nothing tells what is there already.`,
        error,
      );
    }
  }
}

function isNotModified(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotModifiedError';
}
