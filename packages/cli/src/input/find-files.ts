import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const EXTENSIONS = new Set(['.yaml', '.yml', '.json']);
const NEVER = new Set(['.git', 'node_modules']);

/** Something of the input that could not be read. */
export interface Unread {
  file: string;
  message: string;
}

/**
 * The files below the paths, in a stable order. A file that is named is taken whatever its extension; of a folder
 * those that hold YAML or JSON are. Linked folders below are not followed, since they may lead round in a circle.
 */
export async function findFiles(
  paths: readonly string[],
  isWanted: (name: string) => boolean = holdsObjects,
): Promise<{ files: string[]; unread: Unread[] }> {
  const files: string[] = [];
  const unread: Unread[] = [];
  for (const named of paths) {
    try {
      const info = await stat(named);
      if (info.isDirectory()) {
        await walk(named, files, unread, isWanted);
      } else {
        files.push(named);
      }
    } catch (error) {
      unread.push({ file: named, message: messageOf(error) });
    }
  }
  return { files: [...new Set(files)], unread };
}

async function walk(
  folder: string,
  files: string[],
  unread: Unread[],
  isWanted: (name: string) => boolean,
): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    unread.push({ file: folder, message: messageOf(error) });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER.has(entry.name)) {
        await walk(at, files, unread, isWanted);
      }
    } else if (isWanted(entry.name)) {
      if (
        entry.isFile() ||
        (entry.isSymbolicLink() && (await leadsToFile(at)))
      ) {
        files.push(at);
      }
    }
  }
}

/** Whether a file goes by the name of one that holds YAML or JSON. */
export function holdsObjects(name: string): boolean {
  return EXTENSIONS.has(path.extname(name).toLowerCase());
}

async function leadsToFile(at: string): Promise<boolean> {
  // A link that leads nowhere is kept, so that reading it says so.
  return stat(at).then(
    info => info.isFile(),
    () => true,
  );
}

const KNOWN: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'reading it is not permitted',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
};

/** A file system error in words. */
export function messageOf(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  return (
    KNOWN[code] ?? (error instanceof Error ? error.message : String(error))
  );
}
