import fs from 'node:fs/promises';
import path from 'node:path';

/** The files of a folder, by their path below it with `/`. */
export interface FileTree {
  files: string[];
  /** Links and special files: never followed, never read. */
  refused: string[];
}

/** Hidden files and folders are no documentation. */
export async function readTree(
  root: string,
  options: { hidden?: boolean } = {},
): Promise<FileTree> {
  const tree: FileTree = { files: [], refused: [] };
  const stat = await fs.lstat(root).catch(() => undefined);
  if (stat && !stat.isDirectory()) {
    tree.refused.push('.');
  }
  if (!stat?.isDirectory()) {
    return tree;
  }
  const walk = async (folder: string): Promise<void> => {
    const entries = await fs.readdir(path.join(root, folder), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const file = path.posix.join(folder, entry.name);
      if (entry.name.startsWith('.') && !options.hidden) {
        continue;
      }
      if (entry.isDirectory()) {
        await walk(file);
      } else if (entry.isFile()) {
        tree.files.push(file);
      } else {
        tree.refused.push(file);
      }
    }
  };
  await walk('');
  tree.files.sort();
  return tree;
}
