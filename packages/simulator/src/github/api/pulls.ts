import { diffOf, diffText } from '../git/diff';
import { mergePullRequest } from '../merge';
import { PullRequest } from '../pull-requests';
import { created, GithubError, invalid, notFound, ok } from './answer';
import {
  optional,
  paged,
  RepositoryCall,
  required,
  Routes,
  texts,
} from './call';
import { ACCOUNT, userShape } from './people';
import { baseOf, pullShape, wholePullShape } from './pull-shape';
import { commitShape, fileShape } from './shapes';

export const pullRoutes: Routes = {
  'GET /pulls': async call => {
    const { pulls, query, repository, addresses } = call;
    const state = query.get('state') ?? 'open';
    const head = query.get('head');
    const base = query.get('base');
    const all = await Promise.all(
      pulls.list().map(pull => pulls.refresh(pull)),
    );
    const found = all.filter(
      pull =>
        (state === 'all' || pull.open === (state === 'open')) &&
        (!head || head === `${repository.owner}:${pull.head}`) &&
        (!base || base === pull.base),
    );
    if (query.get('direction') === 'asc') found.reverse();
    return paged(
      call,
      found.map(pull => pullShape(call, pull, addresses)),
      `/repos/${repository.fullName}/pulls`,
    );
  },
  'POST /pulls': async call => {
    const { repository, pulls, body, addresses } = call;
    const base = required(body, 'base', 'PullRequest');
    const head = ownBranch(call, required(body, 'head', 'PullRequest'));
    const title = required(body, 'title', 'PullRequest');
    const baseSha = await repository.resolve(`refs/heads/${base}`);
    if (!baseSha) throw invalid('PullRequest', 'base', 'invalid');
    const headSha = await repository.resolve(`refs/heads/${head}`);
    if (!headSha) throw invalid('PullRequest', 'head', 'invalid');
    const there = pulls.openOf(head, base);
    if (there && (await pulls.refresh(there)).open)
      throw invalid(
        'PullRequest',
        'base',
        'custom',
        `A pull request already exists for ${repository.owner}:${head}.`,
      );
    const [, ahead] = await repository.apart(baseSha, headSha);
    if (ahead === 0)
      throw invalid(
        'PullRequest',
        'base',
        'custom',
        `No commits between ${base} and ${head}`,
      );
    const pull = await pulls.create({
      title,
      body: optional(body, 'body') ?? null,
      draft: body.draft === true,
      user: ACCOUNT.login,
      head,
      base,
      headSha,
      baseSha,
    });
    return created(await wholePullShape(call, pull, addresses));
  },
  'GET /pulls/:number': async call => {
    const pull = await pullOf(call);
    if (/\.diff\b/.test(call.headers.accept ?? ''))
      return {
        status: 200,
        body: Buffer.from(
          await diffText(
            call.repository,
            await baseOf(call, pull),
            pull.headSha,
          ),
        ),
        headers: { 'Content-Type': 'text/x-diff; charset=utf-8' },
      };
    return ok(await wholePullShape(call, pull, call.addresses));
  },
  'PATCH /pulls/:number': async call => {
    const { pulls, body, repository, addresses } = call;
    const pull = await pullOf(call);
    const { state } = body;
    if (state === 'open' && !pull.open) {
      if (pull.merged || !(await repository.resolve(`refs/heads/${pull.head}`)))
        throw invalid('PullRequest', 'state', 'invalid');
      pulls.reopen(pull);
    }
    const base = optional(body, 'base');
    if (base !== undefined) {
      if (!(await repository.resolve(`refs/heads/${base}`)))
        throw invalid('PullRequest', 'base', 'invalid');
      pull.base = base;
    }
    pull.title = optional(body, 'title') || pull.title;
    pull.body = optional(body, 'body') ?? pull.body;
    pulls.touch(pull);
    if (state === 'closed' && pull.open) pulls.close(pull);
    await pulls.refresh(pull);
    return ok(await wholePullShape(call, pull, addresses));
  },
  'GET /pulls/:number/files': async call => {
    const { repository, addresses } = call;
    const pull = await pullOf(call);
    const files = await diffOf(
      repository,
      await baseOf(call, pull),
      pull.headSha,
    );
    return paged(
      call,
      files.map(file => fileShape(repository, file, pull.headSha, addresses)),
      `/repos/${repository.fullName}/pulls/${pull.number}/files`,
    );
  },
  'GET /pulls/:number/commits': async call => {
    const { repository, addresses } = call;
    const pull = await pullOf(call);
    const commits = await repository.commits(pull.headSha, {
      limit: 250,
      not: await baseOf(call, pull),
    });
    return paged(
      call,
      commits
        .reverse()
        .map(commit => commitShape(repository, commit, addresses)),
      `/repos/${repository.fullName}/pulls/${pull.number}/commits`,
    );
  },
  'GET /pulls/:number/merge': async call => {
    if (!(await pullOf(call)).merged) throw notFound();
    return { status: 204 };
  },
  'PUT /pulls/:number/merge': async call => {
    const { body, now } = call;
    const pull = await pullOf(call);
    const method = body.merge_method ?? 'merge';
    if (method !== 'merge' && method !== 'squash' && method !== 'rebase')
      throw new GithubError(422, 'Invalid merge_method');
    const sha = await mergePullRequest(
      call,
      pull,
      {
        method,
        title: optional(body, 'commit_title'),
        message: optional(body, 'commit_message'),
        sha: optional(body, 'sha'),
        by: ACCOUNT,
      },
      now(),
    );
    return ok({
      sha,
      merged: true,
      message: 'Pull Request successfully merged',
    });
  },
  'GET /pulls/:number/requested_reviewers': async call => {
    const { reviewers, teamReviewers } = await pullOf(call);
    return ok({
      users: reviewers.map(login => userShape(login, call.addresses)),
      teams: teamReviewers.map(slug => ({ slug, name: slug })),
    });
  },
  'POST /pulls/:number/requested_reviewers': async call => {
    const pull = await pullOf(call);
    const asked = texts(call.body.reviewers);
    if (asked.includes(pull.user))
      throw new GithubError(
        422,
        'Review cannot be requested from pull request author.',
      );
    add(pull.reviewers, asked);
    add(pull.teamReviewers, texts(call.body.team_reviewers));
    call.pulls.touch(pull);
    return created(pullShape(call, pull, call.addresses));
  },
  'DELETE /pulls/:number/requested_reviewers': async call => {
    const pull = await pullOf(call);
    const gone = texts(call.body.reviewers);
    const goneTeams = texts(call.body.team_reviewers);
    pull.reviewers = pull.reviewers.filter(one => !gone.includes(one));
    pull.teamReviewers = pull.teamReviewers.filter(
      one => !goneTeams.includes(one),
    );
    return ok(pullShape(call, pull, call.addresses));
  },
  'GET /pulls/:number/comments': async call => {
    await pullOf(call);
    return ok([]);
  },
};

export async function pullOf({
  params,
  pulls,
}: RepositoryCall): Promise<PullRequest> {
  const pull = /^\d+$/.test(params.number)
    ? pulls.get(Number(params.number))
    : undefined;
  if (!pull) throw notFound();
  return pulls.refresh(pull);
}

export function add(list: string[], more: string[]): void {
  for (const one of more) if (!list.includes(one)) list.push(one);
}

/** The branch of a head such as `owner:branch`; there are no forks here. */
function ownBranch({ repository }: RepositoryCall, head: string): string {
  const colon = head.indexOf(':');
  if (colon < 0) return head;
  if (head.slice(0, colon) !== repository.owner)
    throw invalid('PullRequest', 'head', 'invalid');
  return head.slice(colon + 1);
}
