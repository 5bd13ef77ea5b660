import { mkdir } from 'node:fs/promises';
import { Git } from './git';
import { Repository } from './repository';

/**
 * One commit of a simulated repository's history, on its branch `main`.
 * @public
 */
export interface SimulatedCommit {
  message: string;
  author: { name: string; email: string };
  /** Milliseconds since 1970. */
  at: number;
  /** Path → content of what it adds or changes. */
  files: Record<string, string>;
}

/**
 * A repository that the GitHub stand-in starts with.
 * @public
 */
export interface SimulatedRepository {
  owner: string;
  name: string;
  description?: string;
  commits: SimulatedCommit[];
}

/** Makes the bare repository with its whole history at once. */
export async function createRepository(
  directory: string,
  { owner, name, description = '', commits }: SimulatedRepository,
): Promise<Repository> {
  await mkdir(directory, { recursive: true });
  const git = new Git(directory);
  await git.run(['init', '--bare', '--quiet', directory]);
  await git.run(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  // Pages and clones need no more than reading.
  await git.run(['config', 'http.receivepack', 'false']);
  await git.run(['config', 'gc.auto', '0']);
  await git.run(['fast-import', '--quiet'], {
    input: commits.map(streamOf).join(''),
  });
  return new Repository(owner, name, description, git);
}

function streamOf({ message, author, at, files }: SimulatedCommit): string {
  const who = `${author.name} <${author.email}> ${Math.floor(at / 1000)} +0000`;
  return [
    'commit refs/heads/main\n',
    `author ${who}\n`,
    `committer ${who}\n`,
    data(message),
    ...Object.entries(files).map(
      ([path, content]) =>
        `M 100644 inline ${JSON.stringify(path)}\n${data(content)}`,
    ),
    '\n',
  ].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
