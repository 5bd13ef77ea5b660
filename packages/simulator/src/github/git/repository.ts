import { Commit, COMMIT_FORMAT, readCommits } from './commit';
import { Git } from './git';

/** One line of a tree. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size?: number;
  path: string;
}

export interface Ref {
  ref: string;
  sha: string;
  /** What it points to. */
  type: string;
}

/** Told of each branch that moves; without `to` it was deleted. */
export type RefListener = (ref: string, to: string | undefined) => void;

const FULL_SHA = /^[0-9a-f]{40}$/;
const ABBREVIATED = /^[0-9a-f]{7,40}$/;
const NOTHING = '0'.repeat(40);

export function isSha(text: unknown): text is string {
  return typeof text === 'string' && FULL_SHA.test(text);
}

/** Whether a text can name a revision and is neither an option nor one of git's own operators. */
function isName(text: string): boolean {
  return (
    /^[\w][\w./+@#,=-]*$/.test(text) && !/\.\.|@\{|\/\/|\.lock$/.test(text)
  );
}

/** A bare repository on disk, as its readers see it. */
export class Repository {
  readonly defaultBranch = 'main';
  private readonly listeners = new Set<RefListener>();

  constructor(
    readonly owner: string,
    readonly name: string,
    readonly description: string,
    readonly git: Git,
  ) {}

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  onMoved(listener: RefListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The commit that a branch, a tag, a ref or a sha names. */
  async resolve(revision: string): Promise<string | undefined> {
    if (!isName(revision)) return undefined;
    const candidates = [
      `refs/heads/${revision}`,
      `refs/tags/${revision}`,
      ...(revision.startsWith('refs/') ? [revision] : [`refs/${revision}`]),
      ...(ABBREVIATED.test(revision) ? [revision] : []),
      ...(revision === 'HEAD' ? ['HEAD'] : []),
    ];
    for (const candidate of candidates) {
      const sha = await this.parse(`${candidate}^{commit}`);
      if (sha) return sha;
    }
    return undefined;
  }

  /** The object of a type that a full or abbreviated sha names. */
  async object(sha: string, type: 'tree' | 'blob' | 'commit') {
    return ABBREVIATED.test(sha) ? this.parse(`${sha}^{${type}}`) : undefined;
  }

  async refs(prefix: string): Promise<Ref[]> {
    const lines = await this.git.text([
      'for-each-ref',
      '--format=%(refname) %(objectname) %(objecttype)',
    ]);
    return lines
      .split('\n')
      .filter(line => line.startsWith(prefix))
      .map(line => line.split(' '))
      .map(([ref, sha, type]) => ({ ref, sha, type }));
  }

  async commits(
    revision: string,
    { path, limit = 30, skip = 0, not }: LogOptions = {},
  ): Promise<Commit[]> {
    const log = await this.git.text([
      'log',
      `--format=${COMMIT_FORMAT}`,
      `--max-count=${limit}`,
      `--skip=${skip}`,
      revision,
      ...(not ? [`^${not}`] : []),
      '--',
      ...(path ? [literal(path)] : []),
    ]);
    return readCommits(log);
  }

  async commit(sha: string): Promise<Commit> {
    return (await this.commits(sha, { limit: 1 }))[0];
  }

  /** What a tree holds; of a commit, below `path`. Paths are from the root of the tree. */
  async entries(
    tree: string,
    { path, recursive }: { path?: string; recursive?: boolean } = {},
  ): Promise<TreeEntry[]> {
    const lines = await this.git.text([
      'ls-tree',
      '-z',
      '-l',
      '--full-tree',
      ...(recursive ? ['-r', '-t'] : []),
      tree,
      ...(path ? ['--', path] : []),
    ]);
    return lines.split('\0').filter(Boolean).map(entryOf);
  }

  async blob(sha: string): Promise<Buffer> {
    return this.git.run(['cat-file', 'blob', sha]);
  }

  /** The text of every file below a folder at a commit, in one go. */
  async files(
    commit: string,
    folder: string,
  ): Promise<Array<{ path: string; text: string }>> {
    const blobs = (
      await this.entries(commit, {
        path: folder ? `${folder}/` : undefined,
        recursive: true,
      })
    ).filter(({ type, mode }) => type === 'blob' && mode !== '120000');
    const input = blobs.map(({ sha }) => `${sha}\n`).join('');
    const output = await this.git.run(['cat-file', '--batch'], { input });
    let at = 0;
    return blobs.map(({ path }) => {
      const header = output.indexOf('\n', at);
      const size = Number(output.toString('utf8', at, header).split(' ')[2]);
      at = header + 1 + size + 1;
      return {
        path,
        text: output.toString('utf8', header + 1, header + 1 + size),
      };
    });
  }

  async mergeBase(a: string, b: string): Promise<string | undefined> {
    const { output } = await this.git.outcome(['merge-base', a, b], {
      accept: code => code === 1,
    });
    return output.toString('utf8').trim() || undefined;
  }

  /** How many commits each of two has that the other has not. */
  async apart(base: string, head: string): Promise<[number, number]> {
    const counts = await this.git.text([
      'rev-list',
      '--left-right',
      '--count',
      `${base}...${head}`,
    ]);
    const [behind, ahead] = counts.trim().split(/\s+/).map(Number);
    return [behind, ahead];
  }

  /** Moves a ref, unless somebody else did so since it was at `from` (`null`: unless it is there already). */
  async move(ref: string, to: string, from?: string | null): Promise<void> {
    await this.git.run([
      'update-ref',
      ref,
      to,
      ...(from === undefined ? [] : [from ?? NOTHING]),
    ]);
    this.tell(ref, to);
  }

  async delete(ref: string): Promise<void> {
    await this.git.run(['update-ref', '-d', ref]);
    this.tell(ref, undefined);
  }

  async isRefName(ref: string): Promise<boolean> {
    const { code } = await this.git.outcome(['check-ref-format', ref], {
      accept: () => true,
    });
    return code === 0;
  }

  private tell(ref: string, to: string | undefined): void {
    for (const listener of [...this.listeners]) listener(ref, to);
  }

  private async parse(name: string): Promise<string | undefined> {
    const { output } = await this.git.outcome(
      ['rev-parse', '--verify', '--quiet', name],
      { accept: () => true },
    );
    return output.toString('utf8').trim() || undefined;
  }
}

export interface LogOptions {
  path?: string;
  limit?: number;
  skip?: number;
  /** Leaves out what this one has. */
  not?: string;
}

/** A path that is no pattern. */
function literal(path: string): string {
  return `:(literal)${path}`;
}

function entryOf(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
  return {
    mode,
    type: type as TreeEntry['type'],
    sha,
    ...(size === '-' ? {} : { size: Number(size) }),
    path: line.slice(tab + 1),
  };
}
