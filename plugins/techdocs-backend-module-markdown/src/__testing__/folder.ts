import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder with files, of a test. */
export interface TestFolder {
  root: string;
  read(file: string): Promise<string>;
  write(files: Record<string, string>): Promise<void>;
  remove(): Promise<void>;
}

export async function testFolder(
  files: Record<string, string> = {},
): Promise<TestFolder> {
  const root = await fs.realpath(
    await fs.mkdtemp(path.join(os.tmpdir(), 'techdocs-test-')),
  );
  const folder: TestFolder = {
    root,
    read: file => fs.readFile(path.join(root, file), 'utf8'),
    async write(added) {
      for (const [file, content] of Object.entries(added)) {
        const target = path.join(root, file);
        await fs.mkdir(path.dirname(target), { recursive: true });
        await fs.writeFile(target, content);
      }
    },
    remove: () => fs.rm(root, { recursive: true, force: true }),
  };
  await folder.write(files);
  return folder;
}
