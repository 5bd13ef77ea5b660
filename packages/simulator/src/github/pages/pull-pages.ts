import { Answer, GithubError } from '../api/answer';
import { Hosted } from '../api/call';
import { ACCOUNT } from '../api/people';
import { baseOf } from '../api/pull-shape';
import { diffOf, diffText } from '../git/diff';
import { isMergeable, mergePullRequest } from '../merge';
import { PullRequest } from '../pull-requests';
import { changes } from './changes';
import { commitLine, openCount } from './files';
import { Html, html } from './html';
import { missing, page } from './layout';
import { written } from './markdown';

export async function pullsPage({
  repository,
  pulls,
}: Hosted): Promise<Answer> {
  const { fullName } = repository;
  const all = await Promise.all(pulls.list().map(pull => pulls.refresh(pull)));
  return page(
    {
      title: 'Pull requests',
      repository: fullName,
      openPulls: openCount(pulls),
    },
    html`<h1>Pull requests</h1>
      ${all.length === 0 && html`<p>There are none yet.</p>`}
      <table>
        ${all.map(
          pull => html`<tr>
            <td>${state(pull)}</td>
            <td>
              <a href="/${fullName}/pull/${pull.number}"
                >#${pull.number} ${pull.title}</a
              >
            </td>
            <td>${pull.head} → ${pull.base}</td>
          </tr>`,
        )}
      </table>`,
  );
}

export async function pullPage(
  hosted: Hosted,
  number: number,
  problem?: string,
): Promise<Answer> {
  const { repository, pulls } = hosted;
  const pull = pulls.get(number);
  if (!pull) return missing();
  await pulls.refresh(pull);
  const { fullName } = repository;
  const from = await baseOf(hosted, pull);
  const commits = await repository.commits(pull.headSha, {
    limit: 250,
    not: from,
  });
  return page(
    {
      title: `${pull.title} (#${number})`,
      repository: fullName,
      openPulls: openCount(pulls),
    },
    html`<h1>${pull.title} <small>#${number}</small></h1>
      <p>
        ${state(pull)} ${pull.user} wants to merge ${commits.length}
        ${commits.length === 1 ? 'commit' : 'commits'} into
        <code>${pull.base}</code> from <code>${pull.head}</code>
      </p>
      ${notes(pull)}
      ${problem && html`<p role="alert" class="closed">${problem}</p>`}
      ${await buttons(hosted, pull)}
      ${pull.body && html`<div class="box">${written(pull.body)}</div>`}
      ${[...pull.comments, ...pull.reviews].map(
        ({ user, at, body }) => html`<div class="box">
          <header>${user}, ${at}</header>
          ${written(body)}
        </div>`,
      )}
      <h2>Commits</h2>
      ${commits.reverse().map(commit => commitLine(fullName, commit))}
      <h2>Changes</h2>
      ${changes(await diffOf(repository, from, pull.headSha))}`,
    problem ? 409 : 200,
  );
}

export async function pullDiff(
  hosted: Hosted,
  number: number,
): Promise<Answer> {
  const pull = hosted.pulls.get(number);
  if (!pull) return missing();
  await hosted.pulls.refresh(pull);
  const from = await baseOf(hosted, pull);
  return {
    status: 200,
    body: Buffer.from(await diffText(hosted.repository, from, pull.headSha)),
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  };
}

/** What the buttons of the page do. */
export async function actOnPull(
  hosted: Hosted,
  number: number,
  action: string,
  now: number,
): Promise<Answer> {
  const { pulls, repository } = hosted;
  const pull = pulls.get(number);
  if (!pull) return missing();
  try {
    if (action === 'merge') {
      const wish = { method: 'merge' as const, by: ACCOUNT };
      await mergePullRequest(hosted, pull, wish, now);
    } else if (action === 'close') pulls.close(pull);
    else return missing();
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return pullPage(hosted, number, error.message);
  }
  const Location = `/${repository.fullName}/pull/${number}`;
  return { status: 303, headers: { Location } };
}

async function buttons(
  { repository }: Hosted,
  pull: PullRequest,
): Promise<Html | undefined> {
  if (!pull.open) return undefined;
  const path = `/${repository.fullName}/pull/${pull.number}`;
  const mergeable = !pull.draft && (await isMergeable(repository, pull));
  return html`<div>
    ${mergeable
      ? html`<form method="post" action="${path}/merge">
          <button class="main">Merge pull request</button>
        </form>`
      : html`<p>
          ${pull.draft
            ? 'This is a draft.'
            : `This branch has conflicts with ${pull.base}.`}
        </p>`}
    <form method="post" action="${path}/close">
      <button>Close pull request</button>
    </form>
  </div>`;
}

function notes(pull: PullRequest): Html | undefined {
  const lines = [
    ['Labels', pull.labels],
    ['Reviewers', [...pull.reviewers, ...pull.teamReviewers]],
    ['Assignees', pull.assignees],
  ] as const;
  const said = lines.filter(([, names]) => names.length > 0);
  return said.length > 0
    ? html`<p>
        ${said.map(([title, names]) => html`${title}: ${names.join(', ')} `)}
      </p>`
    : undefined;
}

function state(pull: PullRequest): Html {
  const [kind, word] = stateOf(pull);
  return html`<span class="state ${kind}">${word}</span>`;
}

function stateOf({ merged, open, draft }: PullRequest): [string, string] {
  if (merged) return ['merged', 'Merged'];
  if (!open) return ['closed', 'Closed'];
  return ['open', draft ? 'Draft' : 'Open'];
}
