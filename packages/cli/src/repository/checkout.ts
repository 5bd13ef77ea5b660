import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A folder of ten thousand files is no folder of manifests. */
const MAX_FILES = 10_000;

/** The working tree of a Git repository. */
export class Checkout {
  private readonly listings = new Map<string, Promise<string[] | undefined>>();

  constructor(
    readonly root: string,
    /** URLs of its remotes. */
    readonly remotes: readonly string[],
  ) {}

  /** File names below a folder, with their sub-folders in front; undefined where there is no such folder. */
  filesBelow(folder: string): Promise<string[] | undefined> {
    const at = this.resolve(folder);
    let listing = this.listings.get(folder);
    if (!listing) {
      listing = at === undefined ? Promise.resolve(undefined) : list(at);
      this.listings.set(folder, listing);
    }
    return listing;
  }

  /** The text of a file; undefined where there is none. */
  async read(file: string): Promise<string | undefined> {
    const at = this.resolve(file);
    return at === undefined
      ? undefined
      : readFile(at, 'utf8').catch(() => undefined);
  }

  /** Nothing outside the checkout is looked at, whatever an Application names. */
  private resolve(relative: string): string | undefined {
    const at = path.resolve(this.root, `./${relative}`);
    return at === this.root || at.startsWith(this.root + path.sep)
      ? at
      : undefined;
  }
}

/** Finds the checkout around a file, and remembers it by folder. */
export class CheckoutFinder {
  private readonly known = new Map<string, Promise<Checkout | undefined>>();

  around(file: string): Promise<Checkout | undefined> {
    return this.ofFolder(path.dirname(file));
  }

  private ofFolder(folder: string): Promise<Checkout | undefined> {
    let found = this.known.get(folder);
    if (!found) {
      found = this.find(folder);
      this.known.set(folder, found);
    }
    return found;
  }

  private async find(folder: string): Promise<Checkout | undefined> {
    const git = path.join(folder, '.git');
    const info = await stat(git).catch(() => undefined);
    if (info) {
      const config = await readFile(path.join(git, 'config'), 'utf8').catch(
        () => '',
      );
      const remotes = [...config.matchAll(/^\s*url\s*=\s*(\S+)/gm)].map(
        match => match[1],
      );
      return new Checkout(folder, remotes);
    }
    const parent = path.dirname(folder);
    return parent === folder ? undefined : this.ofFolder(parent);
  }
}

async function list(at: string): Promise<string[] | undefined> {
  const files: string[] = [];
  const walk = async (folder: string, prefix: string) => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      if (files.length >= MAX_FILES) {
        return;
      }
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && entry.name !== 'node_modules') {
          await walk(path.join(folder, entry.name), `${prefix}${entry.name}/`);
        }
      } else {
        files.push(`${prefix}${entry.name}`);
      }
    }
  };
  try {
    await walk(at, '');
  } catch {
    return undefined;
  }
  return files.sort();
}
