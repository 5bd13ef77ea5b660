import { Octokit } from 'octokit';
import {
  createPullRequest,
  DELETE_FILE,
} from 'octokit-plugin-create-pull-request';
import { commitOn, Hub, refusal, startHub } from './__testUtils__/hub';

let hub: Hub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.simulator.close());

const config = 'apps/ferry/manifests/config.yaml';
const changed = (from: string, to: string) =>
  'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ferry }\ndata:\n  berth: "1"\n  deck: "2"\n  hull: "3"\n'.replace(
    from,
    to,
  );

async function open(branch: string, files: Record<string, string | null>) {
  await commitOn(hub, branch, files);
  const { data } = await hub.octokit.rest.pulls.create({
    ...hub.repo,
    head: branch,
    base: 'main',
    title: `About ${branch}`,
    body: 'Why: <b>because</b>',
  });
  return data;
}

const mainSha = async () =>
  (await hub.octokit.rest.git.getRef({ ...hub.repo, ref: 'heads/main' })).data
    .object.sha;

describe('a pull request made by hand', () => {
  it('is opened, read, and merged', async () => {
    const { octokit, repo, origin } = hub;
    const pull = await open('berth', { [config]: changed('"1"', '"7"') });
    expect(pull).toMatchObject({
      number: 1,
      state: 'open',
      mergeable: true,
      mergeable_state: 'clean',
      additions: 1,
      deletions: 1,
      changed_files: 1,
      commits: 1,
      html_url: `${origin}/harbourline/fleet/pull/1`,
      head: { ref: 'berth', label: 'harbourline:berth' },
      base: { ref: 'main' },
    });
    const number = { ...repo, pull_number: 1 };
    const files = await octokit.rest.pulls.listFiles(number);
    expect(files.data).toMatchObject([
      {
        filename: config,
        status: 'modified',
        patch: expect.stringContaining('-  berth: "1"\n+  berth: "7"'),
      },
    ]);
    const merged = await octokit.rest.pulls.merge(number);
    expect(merged.data).toMatchObject({ merged: true, sha: await mainSha() });
    const after = await octokit.rest.pulls.get(number);
    expect(after.data).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged.data.sha,
      changed_files: 1,
    });
    const { data: commit } = await octokit.rest.repos.getCommit({
      ...repo,
      ref: 'main',
    });
    expect(commit.parents).toHaveLength(2);
    expect(await refusal(octokit.rest.pulls.merge(number))).toMatchObject({
      status: 405,
      message: 'Pull Request is not mergeable',
    });
  });

  it.each(['squash', 'rebase'] as const)('is merged by %s', async method => {
    const { octokit, repo } = hub;
    await open('berth', { [config]: changed('"1"', '"7"') });
    const before = await mainSha();
    await octokit.rest.pulls.merge({
      ...repo,
      pull_number: 1,
      merge_method: method,
    });
    const { data } = await octokit.rest.repos.getCommit({
      ...repo,
      ref: 'main',
    });
    expect(data.parents.map(({ sha }) => sha)).toEqual([before]);
    expect(data.files?.map(({ filename }) => filename)).toEqual([config]);
  });

  it('joins what others changed meanwhile, in other lines of the same file too', async () => {
    const { octokit, repo } = hub;
    await open('berth', { [config]: changed('"1"', '"7"') });
    await open('hull', { [config]: changed('"3"', '"9"'), 'new.txt': 'new' });
    await octokit.rest.pulls.merge({ ...repo, pull_number: 1 });
    await octokit.rest.pulls.merge({ ...repo, pull_number: 2 });
    const { data } = await octokit.rest.repos.getContent({
      ...repo,
      path: config,
      mediaType: { format: 'raw' },
    });
    expect(String(data)).toContain('berth: "7"\n  deck: "2"\n  hull: "9"');
  });

  it('is not merged over a conflict', async () => {
    const { octokit, repo } = hub;
    await open('seven', { [config]: changed('"1"', '"7"') });
    await open('eight', { [config]: changed('"1"', '"8"') });
    await octokit.rest.pulls.merge({ ...repo, pull_number: 1 });
    const second = { ...repo, pull_number: 2 };
    expect((await octokit.rest.pulls.get(second)).data).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    expect(await refusal(octokit.rest.pulls.merge(second))).toMatchObject({
      status: 405,
    });
  });

  it('is not merged at another head than was seen', async () => {
    await open('berth', { [config]: changed('"1"', '"7"') });
    const sha = await mainSha();
    const merging = hub.octokit.rest.pulls.merge({
      ...hub.repo,
      pull_number: 1,
      sha,
    });
    expect(await refusal(merging)).toMatchObject({ status: 409 });
  });

  it('is found by branch and state, closed, opened again, and closed with its branch', async () => {
    const { octokit, repo } = hub;
    await open('one', { a: '1' });
    await open('two', { b: '2' });
    const numbers = async (filter: object) => {
      const { data } = await octokit.rest.pulls.list({ ...repo, ...filter });
      return data.map(({ number }) => number);
    };
    expect(await numbers({})).toEqual([2, 1]);
    expect(await numbers({ head: 'harbourline:one' })).toEqual([1]);
    expect(await numbers({ base: 'other' })).toEqual([]);
    const first = { ...repo, pull_number: 1 };
    await octokit.rest.pulls.update({ ...first, state: 'closed' });
    expect(await numbers({ state: 'closed' })).toEqual([1]);
    await octokit.rest.pulls.update({ ...first, state: 'open', title: 'New' });
    expect((await octokit.rest.pulls.get(first)).data).toMatchObject({
      state: 'open',
      title: 'New',
    });
    await octokit.rest.git.deleteRef({ ...repo, ref: 'heads/one' });
    expect(await numbers({})).toEqual([2]);
    expect(await numbers({ state: 'all', per_page: 1, page: 2 })).toEqual([1]);
  });

  it('is refused without a change, without its branches, and twice', async () => {
    const { octokit, repo } = hub;
    await open('one', { a: '1' });
    const create = (head: string, base = 'main') =>
      refusal(octokit.rest.pulls.create({ ...repo, head, base, title: 'T' }));
    expect(await create('one')).toMatchObject({ status: 422 });
    expect(await create('nowhere')).toMatchObject({ status: 422 });
    expect(await create('one', 'nowhere')).toMatchObject({ status: 422 });
    expect(await create('stranger:one')).toMatchObject({ status: 422 });
    await octokit.rest.git.createRef({
      ...repo,
      ref: 'refs/heads/same',
      sha: await mainSha(),
    });
    expect(await create('same')).toMatchObject({
      status: 422,
      message: 'Validation Failed',
    });
  });

  it('takes labels, reviewers, assignees, comments and reviews', async () => {
    const { octokit, repo } = hub;
    await open('one', { a: '1' });
    const issue = { ...repo, issue_number: 1 };
    const pull = { ...repo, pull_number: 1 };
    await octokit.rest.issues.addLabels({ ...issue, labels: ['new app'] });
    await octokit.rest.issues.addAssignees({ ...issue, assignees: ['mira'] });
    await octokit.rest.pulls.requestReviewers({
      ...pull,
      reviewers: ['jon'],
      team_reviewers: ['harbour'],
    });
    await octokit.rest.issues.createComment({ ...issue, body: 'Nice' });
    await octokit.rest.pulls.createReview({ ...pull, event: 'APPROVE' });
    expect((await octokit.rest.pulls.get(pull)).data).toMatchObject({
      labels: [{ name: 'new app' }],
      assignees: [{ login: 'mira' }],
      requested_reviewers: [{ login: 'jon' }],
      requested_teams: [{ slug: 'harbour' }],
      comments: 1,
    });
    const { data } = await octokit.rest.pulls.listReviews(pull);
    expect(data).toMatchObject([{ state: 'APPROVED' }]);
  });
});

describe('octokit-plugin-create-pull-request, as publish:github:pull-request uses it', () => {
  const make = (update: boolean, content: string) => {
    const Maker = Octokit.plugin(createPullRequest);
    return new Maker({
      auth: hub.github.token,
      baseUrl: `${hub.origin}/api/v3`,
      throttle: { enabled: false },
    }).createPullRequest({
      ...hub.repo,
      title: 'Add the tug',
      body: 'A new app',
      head: 'add-tug',
      update,
      createWhenEmpty: false,
      labels: ['app'],
      changes: [
        {
          commit: 'Add the tug',
          author: { name: 'Mira Vale', email: 'mira@example.org' },
          files: {
            'apps/tug/application.yaml': {
              encoding: 'base64',
              mode: '100644',
              content: Buffer.from(content).toString('base64'),
            },
            'README.md': DELETE_FILE,
            'not/there': DELETE_FILE,
          },
        },
      ],
    });
  };

  it('opens one, refuses a second, and updates it', async () => {
    const first = await make(false, 'kind: Application\n');
    expect(first?.data).toMatchObject({ number: 1, base: { ref: 'main' } });
    await expect(make(false, 'other\n')).rejects.toThrow('already exists');
    const again = await make(true, 'kind: Application # again\n');
    expect(again?.data).toMatchObject({ number: 1, changed_files: 2 });
    const { data } = await hub.octokit.rest.pulls.listFiles({
      ...hub.repo,
      pull_number: 1,
    });
    expect(data.map(({ filename, status }) => [filename, status])).toEqual([
      ['README.md', 'removed'],
      ['apps/tug/application.yaml', 'added'],
    ]);
    const commits = await hub.octokit.rest.pulls.listCommits({
      ...hub.repo,
      pull_number: 1,
    });
    expect(commits.data[0].commit.author).toMatchObject({ name: 'Mira Vale' });
  });
});
