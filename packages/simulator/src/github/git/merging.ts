import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Repository } from './repository';
import { withIndex, writeBlob } from './writing';

interface Unmerged {
  path: string;
  mode: string;
  /** Blobs of the common ancestor, ours and theirs. */
  stages: Array<string | undefined>;
}

/**
 * The tree that joins two commits which began at `base`; undefined where they change the same lines. Made with what old
 * versions of git know as well.
 */
export async function mergedTree(
  repository: Repository,
  base: string,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const { git } = repository;
  return withIndex(repository, async (env, folder) => {
    await git.run(
      ['read-tree', '-i', '-m', '--aggressive', base, ours, theirs],
      { env },
    );
    const listed = await git.text(['ls-files', '-u', '-z'], { env });
    for (const file of unmergedOf(listed)) {
      const merged = await mergedFile(repository, file, folder);
      if (merged === undefined) return undefined;
      await git.run(['update-index', '-z', '--replace', '--index-info'], {
        env,
        input: `0 ${'0'.repeat(40)}\t${file.path}\0${file.mode} ${merged}\t${
          file.path
        }\0`,
      });
    }
    return (await git.text(['write-tree'], { env })).trim();
  });
}

function unmergedOf(listed: string): Unmerged[] {
  const files = new Map<string, Unmerged>();
  for (const line of listed.split('\0').filter(Boolean)) {
    const tab = line.indexOf('\t');
    const path = line.slice(tab + 1);
    const [mode, sha, stage] = line.slice(0, tab).split(' ');
    const file = files.get(path) ?? { path, mode, stages: [] };
    file.stages[Number(stage) - 1] = sha;
    files.set(path, file);
  }
  return [...files.values()];
}

/** The blob of a file that both sides changed; one that a side removed or both added cannot be joined. */
async function mergedFile(
  repository: Repository,
  { stages }: Unmerged,
  folder: string,
): Promise<string | undefined> {
  const [base, ours, theirs] = stages;
  if (!base || !ours || !theirs) return undefined;
  const paths = await Promise.all(
    [ours, base, theirs].map(async (sha, index) => {
      const path = join(folder, String(index));
      await writeFile(path, await repository.blob(sha));
      return path;
    }),
  );
  // Its exit code is the number of conflicts.
  const { code, output } = await repository.git.outcome(
    ['merge-file', '-p', '-q', ...paths],
    { accept: () => true },
  );
  return code === 0 ? writeBlob(repository, output) : undefined;
}
