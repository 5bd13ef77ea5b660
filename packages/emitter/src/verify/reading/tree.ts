import { ReadDocument, ReadFile, readFile } from './read-file';

/** Files that are not read, and whose name alone says what renders their folder. */
const SAYS_TOOL = /(^|\/)Kustomization$|\.jsonnet$/;

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
        this.list(path);
      } else if (SAYS_TOOL.test(path)) {
        this.list(path);
      }
    }
  }

  private list(path: string): void {
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

  documents(): ReadDocument[] {
    return [...this.files.values()].flatMap(file => file.documents);
  }

  /** Files below a folder, in its sub-folders too. */
  below(folder: string): readonly string[] {
    return this.folders.get(folder) ?? [];
  }

  /**
   * The folder of the tree that a path of an Application means. In a part of a repository the first folders of the path
   * may be missing; if all are, the part is the folder itself, provided that what lies beside the Application is what
   * such a source renders.
   */
  folderOf(
    path: string | undefined,
    applicationFile: string,
    renders: 'chart' | 'manifests',
  ): string | undefined {
    const folder = path === undefined ? undefined : this.namedFolder(path);
    if (path === undefined || folder !== undefined || this.isRoot) {
      return folder;
    }
    const beside =
      !applicationFile.includes('/') &&
      !path.includes('..') &&
      (this.files.has('Chart.yaml') ||
        (renders === 'manifests' &&
          this.below('').some(
            file =>
              !file.includes('/') &&
              file !== applicationFile &&
              this.files.get(file)?.documents.some(isPlainManifest),
          )));
    return beside ? '' : undefined;
  }

  private namedFolder(path: string): string | undefined {
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
    return undefined;
  }

  /** The same for a file: where it is, or where it would be if its folder is there. */
  fileOf(path: string): string | undefined {
    const parts = path.split('/').filter(part => part !== '' && part !== '.');
    if (this.isRoot) {
      return parts.join('/');
    }
    for (let skipped = 0; skipped < parts.length; skipped += 1) {
      const file = parts.slice(skipped).join('/');
      if (this.files.has(file)) {
        return file;
      }
    }
    const folder = this.namedFolder(parts.slice(0, -1).join('/'));
    return folder ? `${folder}/${parts[parts.length - 1]}` : undefined;
  }
}

/** An object that Argo CD would apply from a folder, other than its own. */
function isPlainManifest({ value }: ReadDocument): boolean {
  return (
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    !/^(Application|ApplicationSet|AppProject|Kustomization)$/.test(value.kind)
  );
}

function parentOf(path: string): string | undefined {
  if (path === '') {
    return undefined;
  }
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
