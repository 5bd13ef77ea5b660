import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Hub } from '../__testUtils__/hub';

const FILES = {
  'apps/lantern/application.yaml': 'kind: Application\n',
  'apps/lantern/values.yaml': 'replicaCount: 1\n',
};
const OTHER = { ...FILES, 'apps/lantern/values.yaml': 'replicaCount: 2\n' };

const wire = setupServer();

describe('socle:gitops:pull-request', () => {
  let hub: Hub;

  beforeAll(() => wire.listen({ onUnhandledRequest: 'bypass' }));
  afterAll(() => wire.close());
  beforeEach(async () => {
    hub = await Hub.start();
  });
  afterEach(async () => {
    wire.resetHandlers();
    await hub?.stop();
  });

  /** The API answers so where the path ends so. */
  function broken(
    method: 'post' | 'patch' | 'get',
    path: string,
    status: number,
    headers: Record<string, string> = {},
  ) {
    wire.use(
      http[method](`http://${hub.host}/api/v3/repos/quay/fleet${path}`, () =>
        HttpResponse.json({ message: 'No' }, { status, headers }),
      ),
    );
  }

  it('makes a branch with one commit, and a pull request that explains itself', async () => {
    const before = await hub.seen();
    const { error, output } = await hub.propose(FILES, {
      input: { description: 'A lantern for @everyone <b>now</b>' },
    });
    expect(error).toBeUndefined();
    expect(output).toMatchObject({
      outcome: 'created',
      branchName: 'socle/new-lantern',
      targetBranchName: 'main',
      pullRequestNumber: 1,
      warnings: [],
    });
    expect(output.remoteUrl).toMatch(/\/quay\/fleet\/pull\/1$/);
    const { octokit, place } = hub;
    const commits = await octokit.rest.pulls.listCommits({
      ...place,
      pull_number: 1,
    });
    expect(commits.data).toHaveLength(1);
    expect(commits.data[0].parents[0].sha).toBe(before.branches.main);
    const files = await octokit.rest.pulls.listFiles({
      ...place,
      pull_number: 1,
    });
    expect(files.data.map(({ filename }) => filename).sort()).toEqual(
      Object.keys(FILES),
    );
    const { data } = await octokit.rest.pulls.get({ ...place, pull_number: 1 });
    expect(data.labels.map(({ name }) => name)).toEqual(['socle']);
    for (const path of Object.keys(FILES)) {
      expect(data.body).toContain(`| \`${path}\` | Why of ${path} |`);
    }
    expect(data.body).toMatch(/1\. First this\.\n2\. Then that\./);
    expect(data.body).not.toMatch(/@everyone|<b>/);
  });

  it('asks the owner to review', async () => {
    hub.entities = [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: {
          name: 'harbour',
          annotations: { 'github.com/team-slug': 'quay/harbour' },
        },
      },
    ];
    const { output } = await hub.propose(FILES, {
      input: { owner: 'group:default/harbour' },
    });
    expect(output).toMatchObject({ outcome: 'created', warnings: [] });
    const { octokit, place } = hub;
    const { data } = await octokit.rest.pulls.listRequestedReviewers({
      ...place,
      pull_number: 1,
    });
    expect(data.teams.map(({ slug }) => slug)).toEqual(['harbour']);
  });

  it('changes nothing when the answers are the same', async () => {
    await hub.propose(FILES);
    const once = await hub.seen();
    const { output } = await hub.propose(FILES);
    expect(output).toMatchObject({
      outcome: 'unchanged',
      pullRequestNumber: 1,
    });
    expect(await hub.seen()).toEqual(once);
  });

  it('updates its own open pull request', async () => {
    await hub.propose(FILES);
    const { error, output } = await hub.propose(OTHER, {
      input: { title: 'Add lantern, twice' },
    });
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ outcome: 'updated', pullRequestNumber: 1 });
    const { pulls } = await hub.seen();
    expect(pulls).toMatchObject([{ number: 1, title: 'Add lantern, twice' }]);
    const { octokit, place } = hub;
    const commits = await octokit.rest.pulls.listCommits({
      ...place,
      pull_number: 1,
    });
    expect(commits.data).toHaveLength(1);
  });

  it('updates the text alone where only that differs', async () => {
    await hub.propose(FILES);
    const once = await hub.seen();
    await hub.propose(FILES, { input: { title: 'Light a lantern' } });
    const { branches, pulls } = await hub.seen();
    expect(branches).toEqual(once.branches);
    expect(pulls).toMatchObject([{ title: 'Light a lantern' }]);
  });

  it('says so where all of it is merged already', async () => {
    const there = { 'apps/beacon/application.yaml': 'kind: Application\n' };
    const once = await hub.seen();
    const { error, output } = await hub.propose(there);
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ outcome: 'merged' });
    expect(output.remoteUrl).toBe(`http://${hub.host}/quay/fleet`);
    expect(await hub.seen()).toEqual(once);
  });

  it('only tells in a dry run', async () => {
    const once = await hub.seen();
    const { error, log, output } = await hub.propose(FILES, { isDryRun: true });
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ outcome: 'dry run' });
    expect(log).toContain('apps/lantern/values.yaml');
    expect(await hub.seen()).toEqual(once);
  });

  describe('writes all of it or nothing', () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 600);
    const limited = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset,
    };

    it.each<[string, () => void, RegExp]>([
      [
        'GitHub is away',
        () => broken('get', '', 502),
        /answered 502.*Nothing was written/,
      ],
      [
        'the limit is used up while files are written',
        () => broken('post', '/git/blobs', 403, limited),
        /rate limit .* refilled at .*Nothing was written/,
      ],
      [
        'a secondary limit stops the commit',
        () => broken('post', '/git/commits', 429, { 'retry-after': '60' }),
        /try again in 60 seconds.*Nothing was written/,
      ],
      [
        'the branch is refused',
        () => broken('post', '/git/refs', 422),
        /422.*Nothing was written/,
      ],
      [
        'the pull request is refused',
        () => broken('post', '/pulls', 422),
        /422.*Nothing was written/,
      ],
      [
        'the limit is used up at the pull request',
        () => broken('post', '/pulls', 403, limited),
        /rate limit.*Nothing was written/,
      ],
      [
        'the server breaks at the pull request',
        () => broken('post', '/pulls', 500),
        /answered 500.*Nothing was written/,
      ],
    ])('where %s', async (_, harm, message) => {
      const once = await hub.seen();
      harm();
      const { error, output } = await hub.propose(FILES);
      wire.resetHandlers();
      expect(error?.message).toMatch(message);
      expect(output.pullRequestNumber).toBeUndefined();
      expect(await hub.seen()).toEqual(once);
    });

    it('where an update fails half way: the branch is what it was', async () => {
      await hub.propose(FILES);
      const once = await hub.seen();
      broken('patch', '/pulls/1', 500);
      const { error } = await hub.propose(OTHER);
      wire.resetHandlers();
      expect(error?.message).toMatch(/Nothing was written/);
      expect(await hub.seen()).toEqual(once);
    });

    it('where the token is not accepted, and does not repeat it', async () => {
      const once = await hub.seen();
      const token = 'not-the-right-one-5521';
      const { error, log } = await hub.propose(FILES, { token });
      expect(error?.message).toMatch(/does not accept the token/);
      expect(`${error?.message}${log}`).not.toContain(token);
      expect(await hub.seen()).toEqual(once);
    });

    it('where too few requests are left', async () => {
      wire.use(
        http.get(`http://${hub.host}/api/v3/rate_limit`, () =>
          HttpResponse.json({
            resources: { core: { remaining: 3, reset: Number(reset) } },
          }),
        ),
      );
      const once = await hub.seen();
      const { error } = await hub.propose(FILES);
      expect(error?.message).toMatch(/rate limit.*Nothing was written/);
      expect(await hub.seen()).toEqual(once);
    });

    it('where a file came into the base in the meantime', async () => {
      const once = await hub.seen();
      const { error } = await hub.propose({
        'apps/beacon/application.yaml': 'kind: Other\n',
      });
      expect(error?.name).toBe('ConflictError');
      expect(error?.message).toMatch(/beacon.*says something else/);
      expect(await hub.seen()).toEqual(once);
    });

    it('where somebody else wrote to the branch', async () => {
      await hub.propose(FILES);
      const { octokit, place } = hub;
      await octokit.rest.repos.createOrUpdateFileContents({
        ...place,
        path: 'apps/lantern/notes.md',
        message: 'A note of mine',
        content: Buffer.from('mine').toString('base64'),
        branch: 'socle/new-lantern',
      });
      const once = await hub.seen();
      const { error } = await hub.propose(OTHER);
      expect(error?.message).toMatch(/commits of somebody else.*pull\/1/);
      expect(await hub.seen()).toEqual(once);
    });

    it('where a file is not in the workspace', async () => {
      const { error } = await hub.propose(FILES, {
        input: {
          emissions: [
            { files: [{ path: 'apps/x.yaml', why: 'x' }], order: [] },
          ],
        },
      });
      expect(error?.message).toMatch(/apps\/x\.yaml is not in the workspace/);
    });

    it('where somebody may not', async () => {
      hub.allowed = false;
      const once = await hub.seen();
      const { error } = await hub.propose(FILES);
      expect(error?.name).toBe('NotAllowedError');
      expect(await hub.seen()).toEqual(once);
    });
  });

  it('keeps the pull request where only its labels fail, and says so', async () => {
    broken('post', '/issues/1/labels', 403);
    const { error, output, log } = await hub.propose(FILES);
    expect(error).toBeUndefined();
    expect(output).toMatchObject({
      outcome: 'created',
      warnings: ['The labels socle could not be added (403).'],
    });
    expect(log).toMatch(/labels socle could not be added/);
  });

  it('takes a branch that was left alone over', async () => {
    await hub.propose(FILES);
    const { octokit, place } = hub;
    await octokit.rest.pulls.update({
      ...place,
      pull_number: 1,
      state: 'closed',
    });
    const { error, output } = await hub.propose(OTHER);
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ outcome: 'created', pullRequestNumber: 2 });
  });
});
