import { Addresses } from '../addresses';
import { diffOf } from '../git/diff';
import { isMergeable } from '../merge';
import { PullRequest } from '../pull-requests';
import { Hosted } from './call';
import { idOf, nodeId, userShape } from './people';
import { repositoryShape } from './shapes';

/** A pull request as lists have it. */
export function pullShape(
  { repository }: Hosted,
  pull: PullRequest,
  addresses: Addresses,
) {
  const { owner, fullName } = repository;
  const { number } = pull;
  const api = addresses.api(`/repos/${fullName}/pulls/${number}`);
  const issue = addresses.api(`/repos/${fullName}/issues/${number}`);
  const html = addresses.html(`/${fullName}/pull/${number}`);
  const side = (ref: string, sha: string) => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userShape(owner, addresses, 'Organization'),
    repo: repositoryShape(repository, addresses),
  });
  return {
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number,
    state: pull.open ? 'open' : 'closed',
    locked: false,
    title: pull.title,
    body: pull.body,
    draft: pull.draft,
    user: userShape(pull.user, addresses),
    url: api,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    comments_url: `${issue}/comments`,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: pull.assignees[0]
      ? userShape(pull.assignees[0], addresses)
      : null,
    assignees: pull.assignees.map(login => userShape(login, addresses)),
    requested_reviewers: pull.reviewers.map(login =>
      userShape(login, addresses),
    ),
    requested_teams: pull.teamReviewers.map(slug => ({
      id: idOf(slug),
      name: slug,
      slug,
    })),
    labels: labelShapes(pull, addresses, fullName),
    milestone: null,
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha),
    author_association: 'MEMBER',
    auto_merge: null,
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: issue },
      commits: { href: `${api}/commits` },
    },
  };
}

/** One alone: with what its change amounts to and whether it can be merged. */
export async function wholePullShape(
  hosted: Hosted,
  pull: PullRequest,
  addresses: Addresses,
) {
  const { repository } = hosted;
  const from = await baseOf(hosted, pull);
  const files = await diffOf(repository, from, pull.headSha);
  const commits = await repository.commits(pull.headSha, {
    limit: 250,
    not: from,
  });
  const mergeable = pull.open ? await isMergeable(repository, pull) : null;
  const sum = (count: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[count], 0);
  return {
    ...pullShape(hosted, pull, addresses),
    merged: pull.merged !== undefined,
    merged_by: pull.merged ? userShape(pull.merged.by, addresses) : null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: stateOf(pull, mergeable),
    maintainer_can_modify: false,
    comments: pull.comments.length,
    review_comments: 0,
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  };
}

/** Where the change began: what the base has had since is no part of it. */
export async function baseOf(
  { repository }: Hosted,
  { baseSha, headSha }: PullRequest,
): Promise<string> {
  return (await repository.mergeBase(baseSha, headSha)) ?? baseSha;
}

export function labelShapes(
  { labels }: PullRequest,
  addresses: Addresses,
  fullName: string,
) {
  return labels.map(name => ({
    id: idOf(name),
    node_id: nodeId('Label', idOf(name)),
    url: addresses.api(`/repos/${fullName}/labels/${encodeURIComponent(name)}`),
    name,
    color: 'ededed',
    default: false,
    description: null,
  }));
}

function stateOf(pull: PullRequest, mergeable: boolean | null): string {
  if (mergeable === null) return 'unknown';
  if (!mergeable) return 'dirty';
  return pull.draft ? 'draft' : 'clean';
}
