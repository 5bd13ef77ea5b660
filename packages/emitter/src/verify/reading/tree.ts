import { ReadDocument, ReadFile, readFile } from './read-file';

/**
 * The files below a folder. It may be the root of the repository, or a part that was cut out of it: the paths that
 * Applications name then begin with folders that are not there.
 */
export class Tree {
  readonly files = new Map<string, ReadFile>();
  private readonly folders = new Map<string, string[]>();

  constructor(
    contents: ReadonlyMap<string, string>,
    /** The tree is known to be the whole repository. */
    readonly isRoot: boolean,
  ) {
    for (const path of [...contents.keys()].sort()) {
      if (/\.(ya?ml|json)$/i.test(path)) {
        this.files.set(path, readFile(path, contents.get(path) ?? ''));
        for (
          let folder = parentOf(path);
          folder !== undefined;
          folder = parentOf(folder)
        ) {
          const listed = this.folders.get(folder);
          if (listed) {
            listed.push(path);
          } else {
            this.folders.set(folder, [path]);
          }
        }
      }
    }
  }

  documents(): ReadDocument[] {
    return [...this.files.values()].flatMap(file => file.documents);
  }

  /** Files below a folder, in its sub-folders too. */
  below(folder: string): readonly string[] {
    return this.folders.get(folder) ?? [];
  }

  /**
   * The folder of the tree that a path of an Application means. In a part of a repository the first folders of the path
   * may be missing; if all are, the part is the folder itself, provided that something lies beside the Application.
   */
  folderOf(
    path: string | undefined,
    applicationFile: string,
  ): string | undefined {
    if (path === undefined) {
      return undefined;
    }
    const parts = path.split('/').filter(part => part !== '' && part !== '.');
    if (parts.includes('..')) {
      return undefined;
    }
    const most = this.isRoot ? 0 : parts.length - 1;
    for (let skipped = 0; skipped <= most; skipped += 1) {
      const folder = parts.slice(skipped).join('/');
      if (this.folders.has(folder)) {
        return folder;
      }
    }
    const beside = this.below('').some(
      file => !file.includes('/') && file !== applicationFile,
    );
    return !this.isRoot && !applicationFile.includes('/') && beside
      ? ''
      : undefined;
  }

  /** The same for a file: where it is, or where it would be if its folder is there. */
  fileOf(path: string, applicationFile: string): string | undefined {
    const parts = path.split('/').filter(part => part !== '' && part !== '.');
    for (let skipped = 0; skipped < parts.length; skipped += 1) {
      const file = parts.slice(skipped).join('/');
      if (this.files.has(file)) {
        return file;
      }
      if (this.isRoot) {
        return file;
      }
    }
    const name = parts.pop();
    const folder = this.folderOf(parts.join('/'), applicationFile);
    return folder === undefined || folder === '' || name === undefined
      ? undefined
      : [folder, name].filter(Boolean).join('/');
  }
}

function parentOf(path: string): string | undefined {
  if (path === '') {
    return undefined;
  }
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
