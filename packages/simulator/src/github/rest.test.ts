import { client, commitOn, Hub, refusal, startHub } from './__testUtils__/hub';

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.simulator.close());

const some = '0123456789012345678901234567890123456789';

it('describes repository, user and limit', async () => {
  const { octokit, repo, origin } = hub;
  expect((await octokit.rest.repos.get(repo)).data).toMatchObject({
    full_name: 'harbourline/fleet',
    default_branch: 'main',
    clone_url: `${origin}/harbourline/fleet.git`,
    permissions: { push: true },
  });
  const user = await octokit.rest.users.getAuthenticated();
  expect(user.data.login).toBe('socle-demo');
  const limit = await octokit.rest.rateLimit.get();
  expect(limit.data.rate.remaining).toBeLessThan(5000);
});

it.each([
  ['no token', undefined, 'Requires authentication'],
  ['a wrong one', 'wrong', 'Bad credentials'],
])('answers 401 to %s', async (_name, token, message) => {
  const stranger = client(hub.origin, token);
  expect(await refusal(stranger.rest.repos.get(hub.repo))).toMatchObject({
    status: 401,
    message,
  });
});

it('reads files, folders and trees', async () => {
  const { octokit, repo } = hub;
  const file = await octokit.rest.repos.getContent({
    ...repo,
    path: 'README.md',
  });
  expect(file.data).toMatchObject({
    type: 'file',
    encoding: 'base64',
    size: 20,
  });
  const folder = await octokit.rest.repos.getContent({
    ...repo,
    path: 'apps/ferry',
  });
  expect(folder.data).toMatchObject([
    { name: 'application.yaml', type: 'file' },
    { name: 'manifests', type: 'dir' },
  ]);
  const root = await octokit.rest.repos.getContent({ ...repo, path: '' });
  expect(root.data).toHaveLength(2);
  const tree = await octokit.rest.git.getTree({
    ...repo,
    tree_sha: 'main',
    recursive: 'true',
  });
  expect(tree.data.tree.map(({ path }) => path)).toContain(
    'apps/ferry/manifests/config.yaml',
  );
});

it('writes a file only for who has seen it', async () => {
  const { octokit, repo } = hub;
  const write = (path: string, text: string, sha?: string) =>
    octokit.rest.repos.createOrUpdateFileContents({
      ...repo,
      path,
      message: 'Write',
      content: Buffer.from(text).toString('base64'),
      sha,
    });
  const first = await write('notes.txt', 'one');
  expect(first.status).toBe(201);
  expect(await refusal(write('notes.txt', 'two'))).toMatchObject({
    status: 422,
  });
  expect(await refusal(write('notes.txt', 'two', some))).toMatchObject({
    status: 409,
  });
  const sha = first.data.content?.sha ?? '';
  const second = await write('notes.txt', 'two', sha);
  expect(second.status).toBe(200);
  await octokit.rest.repos.deleteFile({
    ...repo,
    path: 'notes.txt',
    message: 'Remove',
    sha: second.data.content?.sha ?? '',
  });
  expect(
    await refusal(
      octokit.rest.repos.getContent({ ...repo, path: 'notes.txt' }),
    ),
  ).toMatchObject({ status: 404, message: 'Not Found' });
});

it('keeps refs as git does', async () => {
  const { octokit, repo } = hub;
  const sha = await commitOn(hub, 'topic/x', { 'x.txt': 'x' });
  const create = (ref: string, to = sha) =>
    refusal(octokit.rest.git.createRef({ ...repo, ref, sha: to }));
  expect(await create('refs/heads/topic/x')).toMatchObject({
    status: 422,
    message: 'Reference already exists',
  });
  expect(await create('refs/heads/a..b')).toMatchObject({ status: 422 });
  expect(await create('refs/heads/n', some)).toMatchObject({
    status: 422,
    message: 'Object does not exist',
  });
  const other = await commitOn(hub, 'topic/y', { 'y.txt': 'y' });
  const move = (force: boolean) =>
    octokit.rest.git.updateRef({
      ...repo,
      ref: 'heads/topic/x',
      sha: other,
      force,
    });
  expect(await refusal(move(false))).toMatchObject({
    status: 422,
    message: 'Update is not a fast forward',
  });
  expect((await move(true)).data.object.sha).toBe(other);
  const matching = await octokit.rest.git.listMatchingRefs({
    ...repo,
    ref: 'heads/topic/',
  });
  expect(matching.data).toHaveLength(2);
  await octokit.rest.git.deleteRef({ ...repo, ref: 'heads/topic/x' });
  expect(
    await refusal(octokit.rest.git.getRef({ ...repo, ref: 'heads/topic/x' })),
  ).toMatchObject({ status: 404 });
});

it('compares', async () => {
  const { octokit, repo } = hub;
  await commitOn(hub, 'ahead', { 'z.txt': 'z\n' });
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    ...repo,
    basehead: 'main...ahead',
  });
  expect(data).toMatchObject({
    status: 'ahead',
    ahead_by: 1,
    behind_by: 0,
    files: [{ filename: 'z.txt', status: 'added', patch: '@@ -0,0 +1 @@\n+z' }],
  });
});

it.each([
  ['a path that leaves', [{ path: '../x', content: 'x' }]],
  ['git’s own folder', [{ path: '.git/config', content: 'x' }]],
  ['no file to remove', [{ path: 'nowhere', sha: null }]],
  ['an unknown blob', [{ path: 'x', sha: some }]],
])('refuses a tree with %s', async (_name, entries) => {
  const { octokit, repo } = hub;
  const tree = octokit.rest.git.createTree({
    ...repo,
    base_tree: (await hub.github.head('harbourline/fleet')) ?? '',
    tree: entries.map(entry => ({ ...entry, mode: '100644' as const })),
  });
  expect(await refusal(tree)).toMatchObject({ status: 422 });
});

it.each(['--output=/tmp/x', 'main^{tree}', 'a..b', '@{-1}', '/etc'])(
  'knows no revision %s',
  async ref => {
    const { octokit, repo } = hub;
    const reading = octokit.rest.repos.getCommit({ ...repo, ref });
    expect(await refusal(reading)).toMatchObject({ status: 404 });
  },
);

describe('when it is made to fail', () => {
  const control = (action: string, body: object) =>
    fetch(`${hub.origin}/control/github/${action}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer c',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
  const asking = () => refusal(hub.octokit.rest.repos.get(hub.repo));
  afterEach(() => hub.github.recover());

  it('limits, with the time to wait', async () => {
    await control('rate-limit', { requests: 1, retryAfterSeconds: 7 });
    expect(await asking()).toMatchObject({
      status: 429,
      message: expect.stringContaining('secondary rate limit'),
      headers: { 'retry-after': '7' },
    });
    await control('rate-limit', { status: 403 });
    expect(await asking()).toMatchObject({
      status: 403,
      headers: { 'x-ratelimit-remaining': '0' },
    });
    await hub.octokit.rest.repos.get(hub.repo);
  });

  it('fails so many times, and only what it was told to', async () => {
    await control('fail', { requests: 2, status: 502, methods: ['POST'] });
    await hub.octokit.rest.repos.get(hub.repo);
    const writing = () =>
      refusal(hub.octokit.rest.git.createBlob({ ...hub.repo, content: 'x' }));
    expect((await writing()).status).toBe(502);
    expect((await writing()).status).toBe(502);
    await hub.octokit.rest.git.createBlob({ ...hub.repo, content: 'x' });
  });

  it('is away', async () => {
    await control('unreachable', {});
    await expect(fetch(`${hub.origin}/harbourline/fleet`)).rejects.toThrow();
    await control('clear', {});
    expect((await fetch(`${hub.origin}/harbourline/fleet`)).status).toBe(200);
  });

  it('knows no other action', async () => {
    expect((await control('nonsense', {})).status).toBe(404);
  });
});
