import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Signature } from './commit';
import { Repository } from './repository';

/** One change to a tree; without a sha the path is taken out. */
export interface TreeChange {
  path: string;
  mode: string;
  sha: string | null;
}

export async function writeBlob(
  { git }: Repository,
  content: Buffer | string,
): Promise<string> {
  const sha = await git.text(['hash-object', '-w', '--stdin'], {
    input: content,
  });
  return sha.trim();
}

/** A tree that is `base` with the changes, or the changes alone. */
export async function writeTree(
  repository: Repository,
  base: string | undefined,
  changes: TreeChange[],
): Promise<string> {
  return withIndex(repository, async env => {
    const { git } = repository;
    await git.run(['read-tree', base ?? '--empty'], { env });
    const folders = changes.filter(({ mode, sha }) => sha && mode === '040000');
    const files = changes.filter(change => !folders.includes(change));
    const input = files
      .map(({ path, mode, sha }) =>
        sha ? `${mode} ${sha}\t${path}\0` : `0 ${'0'.repeat(40)}\t${path}\0`,
      )
      .join('');
    await git.run(['update-index', '-z', '--replace', '--index-info'], {
      env,
      input,
    });
    for (const { path, sha } of folders)
      await git.run(['read-tree', `--prefix=${path}/`, sha ?? ''], { env });
    return (await git.text(['write-tree'], { env })).trim();
  });
}

export interface NewCommit {
  tree: string;
  parents: string[];
  message: string;
  author?: Signature;
  committer?: Signature;
}

export async function writeCommit(
  { git }: Repository,
  { tree, parents, message, author, committer = author }: NewCommit,
): Promise<string> {
  const env = {
    ...signatureEnv('AUTHOR', author),
    ...signatureEnv('COMMITTER', committer),
  };
  const sha = await git.text(
    [
      '-c',
      'i18n.commitEncoding=utf-8',
      'commit-tree',
      tree,
      ...parents.flatMap(parent => ['-p', parent]),
    ],
    { env, input: message },
  );
  return sha.trim();
}

/** Runs with an index of its own, so that writers do not meet. */
export async function withIndex<T>(
  { git }: Repository,
  act: (env: { GIT_INDEX_FILE: string }, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(git.directory, 'index-'));
  try {
    return await act({ GIT_INDEX_FILE: join(folder, 'index') }, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function signatureEnv(
  role: 'AUTHOR' | 'COMMITTER',
  signature: Signature | undefined,
): Record<string, string> {
  if (!signature) return {};
  return {
    [`GIT_${role}_NAME`]: signature.name,
    [`GIT_${role}_EMAIL`]: signature.email,
    ...(signature.date ? { [`GIT_${role}_DATE`]: signature.date } : {}),
  };
}
