import { timestamp } from '../storage/object';
import { GithubError } from './api/answer';
import { Hosted } from './api/call';
import { Signature } from './git/commit';
import { mergedTree } from './git/merging';
import { Repository } from './git/repository';
import { writeCommit } from './git/writing';
import { PullRequest } from './pull-requests';

export interface MergeWish {
  method: 'merge' | 'squash' | 'rebase';
  title?: string;
  message?: string;
  /** What the head must be at. */
  sha?: string;
  by: Signature & { login: string };
}

/** Whether an open pull request can be merged without a conflict. */
export async function isMergeable(
  repository: Repository,
  { headSha, baseSha }: PullRequest,
): Promise<boolean> {
  const base = await repository.mergeBase(baseSha, headSha);
  return (
    base !== undefined &&
    (await mergedTree(repository, base, baseSha, headSha)) !== undefined
  );
}

/** Merges a pull request into its base branch; answers the new commit there. */
export async function mergePullRequest(
  { repository, pulls }: Hosted,
  pull: PullRequest,
  wish: MergeWish,
  now: number,
): Promise<string> {
  await pulls.refresh(pull);
  if (!pull.open || pull.draft) throw notMergeable();
  if (wish.sha && wish.sha !== pull.headSha)
    throw new GithubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  const before = pull.baseSha;
  const date = timestamp(now);
  const sha = await joined(repository, pull, {
    ...wish,
    by: { ...wish.by, date },
  });
  try {
    await repository.move(`refs/heads/${pull.base}`, sha, before);
  } catch {
    throw new GithubError(
      409,
      'Base branch was modified. Review and try the merge again.',
    );
  }
  pull.merged = { at: date, sha, by: wish.by.login };
  pulls.close(pull);
  return sha;
}

async function joined(
  repository: Repository,
  pull: PullRequest,
  wish: MergeWish,
): Promise<string> {
  const { baseSha, headSha } = pull;
  const base = await repository.mergeBase(baseSha, headSha);
  if (!base) throw notMergeable();
  if (wish.method === 'rebase') return replayed(repository, pull, wish);
  const tree = await mergedTree(repository, base, baseSha, headSha);
  if (!tree) throw notMergeable();
  const squash = wish.method === 'squash';
  const title =
    wish.title ??
    (squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`);
  const message = wish.message ?? (squash ? pull.body ?? '' : pull.title);
  return writeCommit(repository, {
    tree,
    parents: squash ? [baseSha] : [baseSha, headSha],
    message: message ? `${title}\n\n${message}` : title,
    author: wish.by,
  });
}

/** Each commit of the head, made again upon the base. */
async function replayed(
  repository: Repository,
  { baseSha, headSha }: PullRequest,
  { by }: MergeWish,
): Promise<string> {
  const commits = await repository.commits(headSha, {
    limit: 250,
    not: baseSha,
  });
  let tip = baseSha;
  for (const commit of commits.reverse()) {
    if (commit.parents.length !== 1) throw notMergeable();
    const tree = await mergedTree(
      repository,
      commit.parents[0],
      tip,
      commit.sha,
    );
    if (!tree) throw notMergeable();
    tip = await writeCommit(repository, {
      tree,
      parents: [tip],
      message: commit.message,
      author: commit.author,
      committer: by,
    });
  }
  return tip;
}

function notMergeable(): GithubError {
  return new GithubError(405, 'Pull Request is not mergeable');
}
