import { Addresses, encodedPath } from '../addresses';
import { Commit } from '../git/commit';
import { FileDiff } from '../git/diff';
import { Ref, Repository } from '../git/repository';
import { ACCOUNT, idOf, nodeId, userShape } from './people';

export function repositoryShape(repository: Repository, addresses: Addresses) {
  const { owner, name, fullName, description, defaultBranch } = repository;
  const api = addresses.api(`/repos/${fullName}`);
  const html = addresses.html(`/${fullName}`);
  const id = idOf(fullName);
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName,
    owner: userShape(owner, addresses, 'Organization'),
    private: false,
    visibility: 'public',
    html_url: html,
    description,
    fork: false,
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    pulls_url: `${api}/pulls{/number}`,
    trees_url: `${api}/git/trees{/sha}`,
    clone_url: `${html}.git`,
    git_url: `${html}.git`,
    default_branch: defaultBranch,
    archived: false,
    disabled: false,
    has_issues: false,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    delete_branch_on_merge: false,
    permissions: {
      admin: false,
      maintain: false,
      push: true,
      triage: true,
      pull: true,
    },
  };
}

export function refShape(
  { fullName }: Repository,
  { ref, sha, type }: Ref,
  addresses: Addresses,
) {
  const git = addresses.api(`/repos/${fullName}/git`);
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: `${git}/${encodedPath(ref)}`,
    object: { type, sha, url: `${git}/${type}s/${sha}` },
  };
}

/** A commit as the git database has it. */
export function gitCommitShape(
  { fullName }: Repository,
  commit: Commit,
  addresses: Addresses,
) {
  const git = addresses.api(`/repos/${fullName}/git`);
  const { sha, tree, parents, author, committer, message } = commit;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${git}/commits/${sha}`,
    html_url: addresses.html(`/${fullName}/commit/${sha}`),
    author,
    committer,
    message,
    tree: { sha: tree, url: `${git}/trees/${tree}` },
    parents: parents.map(parent => ({
      sha: parent,
      url: `${git}/commits/${parent}`,
      html_url: addresses.html(`/${fullName}/commit/${parent}`),
    })),
    verification: {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
    },
  };
}

/** A commit of the repository, with who did it. */
export function commitShape(
  repository: Repository,
  commit: Commit,
  addresses: Addresses,
) {
  const { sha, parents, node_id, html_url, ...git } = gitCommitShape(
    repository,
    commit,
    addresses,
  );
  const url = addresses.api(`/repos/${repository.fullName}/commits/${sha}`);
  const person = (email: string) =>
    email === ACCOUNT.email ? userShape(ACCOUNT.login, addresses) : null;
  return {
    sha,
    node_id,
    url,
    html_url,
    comments_url: `${url}/comments`,
    commit: { ...git, comment_count: 0 },
    author: person(commit.author.email),
    committer: person(commit.committer.email),
    parents,
  };
}

export function fileShape(
  { fullName }: Repository,
  file: FileDiff,
  head: string,
  addresses: Addresses,
) {
  const path = encodedPath(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: addresses.html(`/${fullName}/blob/${head}/${path}`),
    raw_url: addresses.html(`/${fullName}/raw/${head}/${path}`),
    contents_url: addresses.api(
      `/repos/${fullName}/contents/${path}?ref=${head}`,
    ),
    ...(file.patch === undefined ? {} : { patch: file.patch }),
  };
}
