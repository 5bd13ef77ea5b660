import { Repository } from './repository';

/** What a change did to one file. */
export interface FileDiff {
  path: string;
  status: 'added' | 'removed' | 'modified';
  sha: string;
  additions: number;
  deletions: number;
  /** From the first hunk on; absent where the file is not text. */
  patch?: string;
}

const STATUS = { A: 'added', D: 'removed' } as const;

/** git's own text of a change. */
export async function diffText(
  { git }: Repository,
  base: string,
  head: string,
): Promise<string> {
  return git.text([
    'diff',
    '--no-color',
    '--no-ext-diff',
    '--no-renames',
    base,
    head,
    '--',
  ]);
}

export async function diffOf(
  repository: Repository,
  base: string,
  head: string,
): Promise<FileDiff[]> {
  const options = ['-z', '--no-renames', base, head, '--'];
  const [raw, numbers, text] = await Promise.all([
    repository.git.text(['diff', '--raw', '--no-abbrev', ...options]),
    repository.git.text(['diff', '--numstat', ...options]),
    diffText(repository, base, head),
  ]);
  // Lines of files begin with a blank, + or -, so that this stands only between files.
  const patches = text.split(/^(?=diff --git )/m).filter(Boolean);
  const counts = numbers.split('\0').filter(Boolean);
  const fields = raw.split('\0').filter(Boolean);
  const files: FileDiff[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , before, after, letter] = fields[at].split(' ');
    const index = files.length;
    const [additions = '0', deletions = '0'] = (counts[index] ?? '').split(
      '\t',
    );
    const hunk = (patches[index] ?? '').search(/^@@ /m);
    files.push({
      path: fields[at + 1],
      status: STATUS[letter as keyof typeof STATUS] ?? 'modified',
      sha: letter === 'D' ? before : after,
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      ...(hunk >= 0 && {
        patch: patches[index].slice(hunk).replace(/\n$/, ''),
      }),
    });
  }
  return files;
}

/** Paths of the files that differ. */
export async function changedPaths(
  { git }: Repository,
  base: string,
  head: string,
): Promise<string[]> {
  const names = await git.text([
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    base,
    head,
    '--',
  ]);
  return names.split('\0').filter(Boolean);
}
