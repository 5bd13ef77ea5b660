import { isFields } from '../../storage/object';
import { Signature } from '../git/commit';
import { isSha, Repository, TreeEntry } from '../git/repository';
import { TreeChange, writeBlob, writeCommit, writeTree } from '../git/writing';
import { created, GithubError, notFound, ok, unprocessable } from './answer';
import { optional, RepositoryCall, required, Routes, texts } from './call';
import { ACCOUNT } from './people';
import { gitCommitShape } from './shapes';

/** The git database: blobs, trees and commits, as clients make a change out of them. */
export const gitObjectRoutes: Routes = {
  'GET /git/blobs/:sha': async call => {
    const { repository, params } = call;
    const sha = await repository.object(params.sha, 'blob');
    if (!sha) throw notFound();
    const content = await repository.blob(sha);
    return ok({
      ...objectAddress(call, 'blobs', sha),
      size: content.length,
      encoding: 'base64',
      content: content.toString('base64'),
    });
  },
  'POST /git/blobs': async call => {
    const { body, repository } = call;
    const content = optional(body, 'content');
    if (content === undefined)
      throw unprocessable('Invalid request.\n\n"content" wasn\'t supplied.');
    const encoding = optional(body, 'encoding') ?? 'utf-8';
    const sha = await writeBlob(
      repository,
      Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
    );
    return created(objectAddress(call, 'blobs', sha));
  },
  'GET /git/trees/*sha': async call => {
    const { repository, params, query } = call;
    const sha =
      (await repository.object(params.sha, 'tree')) ??
      (await treeOf(repository, params.sha));
    if (!sha) throw notFound();
    // GitHub looks only at whether it is there.
    const recursive = query.has('recursive');
    return ok(await treeShape(call, sha, recursive));
  },
  'POST /git/trees': async call => {
    const { repository, body } = call;
    const base = await baseTree(call);
    if (!Array.isArray(body.tree) || body.tree.length === 0)
      throw unprocessable('Invalid tree info');
    const changes: TreeChange[] = [];
    for (const entry of body.tree)
      changes.push(await changeOf(repository, base, entry));
    try {
      const sha = await writeTree(repository, base, changes);
      return created(await treeShape(call, sha, false));
    } catch {
      throw unprocessable('tree.path contains a malformed path component');
    }
  },
  'GET /git/commits/:sha': async call => {
    const { repository, params, addresses } = call;
    const sha = await repository.object(params.sha, 'commit');
    if (!sha) throw notFound();
    const commit = await repository.commit(sha);
    return ok(gitCommitShape(repository, commit, addresses));
  },
  'POST /git/commits': async call => {
    const { repository, body, addresses } = call;
    const message = required(body, 'message', 'Commit');
    const tree = required(body, 'tree', 'Commit');
    if (!isSha(tree) || !(await repository.object(tree, 'tree')))
      throw unprocessable('Tree SHA does not exist');
    const parents = texts(body.parents);
    for (const parent of parents) {
      if (!isSha(parent) || !(await repository.object(parent, 'commit')))
        throw unprocessable(
          'Parent SHA does not exist or is not a commit object',
        );
    }
    const author = signatureOf(call, body.author);
    const sha = await writeCommit(repository, {
      tree,
      parents,
      message,
      author,
      committer: body.committer ? signatureOf(call, body.committer) : author,
    });
    const commit = await repository.commit(sha);
    return created(gitCommitShape(repository, commit, addresses));
  },
};

/** Who a call says wrote something; the account of the token where it does not. */
export function signatureOf(
  { now }: RepositoryCall,
  given: unknown,
): Required<Signature> {
  const at = new Date(now()).toISOString();
  if (!isFields(given))
    return { name: ACCOUNT.name, email: ACCOUNT.email, date: at };
  const date = optional(given, 'date');
  if (date !== undefined && Number.isNaN(Date.parse(date)))
    throw unprocessable('Invalid request.\n\n"date" is no timestamp.');
  const clean = (text: string | undefined, otherwise: string) =>
    text?.replace(/[<>\n]/g, '').trim() || otherwise;
  return {
    name: clean(optional(given, 'name'), ACCOUNT.name),
    email: clean(optional(given, 'email'), ACCOUNT.email),
    date: date ?? at,
  };
}

async function treeOf(repository: Repository, revision: string) {
  const commit = await repository.resolve(revision);
  return commit && repository.object(commit, 'tree');
}

async function baseTree({ repository, body }: RepositoryCall) {
  const given = optional(body, 'base_tree');
  if (!given) return undefined;
  const sha = isSha(given) && (await repository.object(given, 'tree'));
  if (!sha) throw notFound();
  return sha;
}

/** git itself would only leave such a path out. */
export function isTreePath(path: string): boolean {
  return (
    !path.includes('\0') &&
    path
      .split('/')
      .every(step => step !== '' && !/^(\.|\.\.|\.git)$/i.test(step))
  );
}

const MODES = ['100644', '100755', '120000', '040000', '160000'];

async function changeOf(
  repository: Repository,
  base: string | undefined,
  entry: unknown,
): Promise<TreeChange> {
  if (!isFields(entry)) throw unprocessable('Invalid tree info');
  const path = optional(entry, 'path') ?? '';
  const mode = optional(entry, 'mode') ?? '100644';
  const { sha, content } = entry;
  if (!isTreePath(path))
    throw unprocessable('tree.path contains a malformed path component');
  if (!MODES.includes(mode))
    throw unprocessable('Must supply a valid tree.mode');
  if (typeof content === 'string')
    return { path, mode, sha: await writeBlob(repository, content) };
  if (sha === null) {
    const there = base
      ? await repository.entries(base, { path, recursive: false })
      : [];
    if (there.length === 0) throw unprocessable('GitRPC::BadObjectState');
    return { path, mode, sha: null };
  }
  const type = mode === '040000' ? 'tree' : 'blob';
  if (!isSha(sha) || !(await repository.object(sha, type)))
    throw unprocessable(`tree.sha ${String(sha)} is not a valid ${type}`);
  return { path, mode, sha };
}

function objectAddress(
  { repository, addresses }: RepositoryCall,
  collection: string,
  sha: string,
) {
  return {
    sha,
    url: addresses.api(
      `/repos/${repository.fullName}/git/${collection}/${sha}`,
    ),
  };
}

async function treeShape(
  call: RepositoryCall,
  sha: string,
  recursive: boolean,
) {
  const entries = await call.repository.entries(sha, { recursive });
  return {
    ...objectAddress(call, 'trees', sha),
    tree: entries.map((entry: TreeEntry) => ({
      ...entry,
      url: objectAddress(call, `${entry.type}s`, entry.sha).url,
    })),
    truncated: false,
  };
}

export function conflictOf(path: string, expected: string): GithubError {
  return new GithubError(409, `${path} does not match ${expected}`);
}
