import { encodedPath } from '../addresses';
import { TreeEntry } from '../git/repository';
import { writeBlob, writeCommit, writeTree } from '../git/writing';
import {
  Answer,
  created,
  GithubError,
  notFound,
  ok,
  unprocessable,
} from './answer';
import { optional, RepositoryCall, required, Routes } from './call';
import { conflictOf, isTreePath, signatureOf } from './git-objects';
import { branchNamed, commitNamed } from './refs';
import { gitCommitShape } from './shapes';

/** Files and folders at a commit. */
export const contentRoutes: Routes = {
  'GET /contents': call => contents(call, ''),
  'GET /contents/*path': call => contents(call, pathOf(call)),
  'GET /readme': async call => {
    const commit = await commitNamed(call, call.query.get('ref'));
    const entries = await call.repository.entries(commit);
    const readme = entries.find(({ path }) => /^readme(\.|$)/i.test(path));
    if (!readme) throw notFound();
    return contents(call, readme.path);
  },
  'PUT /contents/*path': async call => {
    const { repository, body, addresses } = call;
    const path = pathOf(call);
    const content = optional(body, 'content');
    if (content === undefined)
      throw unprocessable('Invalid request.\n\n"content" wasn\'t supplied.');
    const branch = await branchNamed(call);
    const before = await fileAt(call, branch.sha, path);
    mustMatch(path, before, optional(body, 'sha'));
    const blob = await writeBlob(repository, Buffer.from(content, 'base64'));
    const change = { path, mode: before?.mode ?? '100644', sha: blob };
    const commit = await written(call, branch, change);
    const after = await fileAt(call, commit, path);
    return (before ? ok : created)({
      content: after && entryShape(call, after, branch.name),
      commit: gitCommitShape(
        repository,
        await repository.commit(commit),
        addresses,
      ),
    });
  },
  'DELETE /contents/*path': async call => {
    const { repository, body, addresses } = call;
    const path = pathOf(call);
    const branch = await branchNamed(call);
    const before = await fileAt(call, branch.sha, path);
    if (!before) throw notFound();
    mustMatch(path, before, required(body, 'sha', 'Content'));
    const commit = await written(call, branch, {
      path,
      mode: before.mode,
      sha: null,
    });
    return ok({
      content: null,
      commit: gitCommitShape(
        repository,
        await repository.commit(commit),
        addresses,
      ),
    });
  },
};

function pathOf({ params }: RepositoryCall): string {
  const path = params.path.replace(/\/+$/, '');
  if (!isTreePath(path))
    throw unprocessable('path contains a malformed path component');
  return path;
}

async function fileAt(
  { repository }: RepositoryCall,
  commit: string,
  path: string,
): Promise<TreeEntry | undefined> {
  return (await repository.entries(commit, { path })).find(
    entry => entry.path === path,
  );
}

async function contents(call: RepositoryCall, path: string): Promise<Answer> {
  const { repository, query, headers } = call;
  const commit = await commitNamed(call, query.get('ref'));
  const ref = query.get('ref') ?? repository.defaultBranch;
  const entry = path ? await fileAt(call, commit, path) : undefined;
  if (path && !entry) throw notFound();
  if (!entry || entry.type === 'tree') {
    const inside = await repository.entries(commit, {
      path: path ? `${path}/` : undefined,
    });
    return ok(inside.map(one => entryShape(call, one, ref)));
  }
  const etag = `"${entry.sha}"`;
  if (headers['if-none-match']?.includes(etag))
    return { status: 304, headers: { ETag: etag } };
  const content = await repository.blob(entry.sha);
  if (/[.+]raw\b/.test(headers.accept ?? '')) {
    return {
      status: 200,
      body: content,
      headers: {
        ETag: etag,
        'Content-Type': 'application/vnd.github.v3.raw; charset=utf-8',
      },
    };
  }
  return ok(
    {
      ...entryShape(call, entry, ref),
      encoding: 'base64',
      content: content.toString('base64').replace(/.{60}/g, '$&\n'),
    },
    { ETag: etag },
  );
}

function entryShape(
  { repository, addresses }: RepositoryCall,
  { path, sha, size = 0, type, mode }: TreeEntry,
  ref: string,
) {
  const { fullName } = repository;
  const encoded = encodedPath(path);
  const file = mode === '120000' ? 'symlink' : 'file';
  const kind = type === 'tree' ? 'dir' : file;
  const url = addresses.api(
    `/repos/${fullName}/contents/${encoded}?ref=${encodeURIComponent(ref)}`,
  );
  const html = addresses.html(
    `/${fullName}/${type}/${encodedPath(ref)}/${encoded}`,
  );
  const git = addresses.api(`/repos/${fullName}/git/${type}s/${sha}`);
  return {
    type: kind,
    name: path.split('/').pop(),
    path,
    sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url:
      type === 'tree'
        ? null
        : addresses.html(`/${fullName}/raw/${encodedPath(ref)}/${encoded}`),
    _links: { self: url, git, html },
  };
}

/** A file that is there is replaced only by who has seen it as it is. */
function mustMatch(
  path: string,
  before: TreeEntry | undefined,
  sha: string | undefined,
): void {
  if (!before) {
    if (sha) throw conflictOf(path, sha);
    return;
  }
  if (!sha) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
  if (sha !== before.sha) throw conflictOf(path, sha);
}

async function written(
  call: RepositoryCall,
  branch: { ref: string; name: string; sha: string },
  change: { path: string; mode: string; sha: string | null },
): Promise<string> {
  const { repository, body } = call;
  const author = signatureOf(call, body.author ?? body.committer);
  const commit = await writeCommit(repository, {
    tree: await writeTree(repository, branch.sha, [change]),
    parents: [branch.sha],
    message:
      optional(body, 'message') ??
      `${change.sha ? 'Update' : 'Delete'} ${change.path}`,
    author,
  });
  try {
    await repository.move(branch.ref, commit, branch.sha);
  } catch {
    throw new GithubError(409, `is at another commit than ${branch.sha}`);
  }
  return commit;
}
