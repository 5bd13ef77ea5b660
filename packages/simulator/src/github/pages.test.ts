import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commitOn, Hub, startHub } from './__testUtils__/hub';

const run = promisify(execFile);
let hub: Hub;
let folder: string;
beforeEach(async () => {
  hub = await startHub();
  folder = await mkdtemp(join(tmpdir(), 'clone-'));
});
afterEach(async () => {
  await hub.simulator.close();
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string) => {
  const response = await fetch(`${hub.origin}/harbourline/fleet${path}`);
  return { status: response.status, text: await response.text() };
};

async function openPull() {
  await commitOn(hub, 'odd/branch', {
    'odd.md': '<script>alert(1)</script>\n',
  });
  await hub.octokit.rest.pulls.create({
    ...hub.repo,
    head: 'odd/branch',
    base: 'main',
    title: 'Odd <i>title</i>',
    body: '"><img src=x onerror=alert(1)>',
  });
}

describe('git over HTTP', () => {
  it('clones, fetches the head of a pull request, and takes no push', async () => {
    await openPull();
    const git = (...args: string[]) => run('git', args, { cwd: folder });
    await git('clone', '--quiet', `${hub.origin}/harbourline/fleet.git`, '.');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain(
      'Fleet',
    );
    await git('fetch', '--quiet', 'origin', 'refs/pull/1/head');
    await git('checkout', '--quiet', 'FETCH_HEAD');
    expect(await readFile(join(folder, 'odd.md'), 'utf8')).toContain('script');
    await expect(git('push', 'origin', 'HEAD:refs/heads/x')).rejects.toThrow(
      /403|pull requests/,
    );
  });
});

describe('pages', () => {
  it.each([
    ['', 'What runs where'],
    ['/tree/main/apps/ferry', 'application.yaml'],
    ['/blob/main/apps/ferry/manifests/config.yaml', 'ConfigMap'],
    ['/raw/main/README.md', '# Fleet'],
    ['/commits/main', 'Add the ferry'],
    ['/commit/main', 'apps/ferry/application.yaml'],
    ['/pulls', 'There are none yet'],
  ])('show %s', async (path, text) => {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(text);
  });

  it.each([
    '/blob/main/none',
    '/tree/none',
    '/pull/9',
    '/nonsense',
    '/commit/--all',
  ])('have no %s', async path => expect((await get(path)).status).toBe(404));

  it('escape whatever they are given', async () => {
    await openPull();
    for (const path of ['/pull/1', '/pulls', '/blob/odd/branch/odd.md']) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script|<img|<i>/);
    }
    expect((await get('/pull/1')).text).toContain('Merge pull request');
    expect((await get('/pull/1.diff')).text).toContain('diff --git');
  });

  it('merge by a button, but not by one of another site', async () => {
    await openPull();
    const press = (origin: string) =>
      fetch(`${hub.origin}/harbourline/fleet/pull/1/merge`, {
        method: 'POST',
        headers: { origin },
        redirect: 'manual',
      });
    expect((await press('https://elsewhere.example')).status).toBe(404);
    expect((await get('/pull/1')).text).toContain('Merge pull request');
    expect((await press(hub.origin)).status).toBe(303);
    const after = await get('/pull/1');
    expect(after.text).toContain('Merged');
    expect(after.text).not.toContain('<button');
    expect((await get('/blob/main/odd.md')).status).toBe(200);
    expect((await press(hub.origin)).status).toBe(409);
  });
});
