import { diffOf, diffText } from '../git/diff';
import { notFound, ok } from './answer';
import { pageOf, RepositoryCall, Routes } from './call';
import { commitNamed } from './refs';
import { commitShape, fileShape, repositoryShape } from './shapes';

/** Commits of a branch, comparisons, and archives. */
export const commitRoutes: Routes = {
  'GET ': async ({ repository, addresses }) =>
    ok(repositoryShape(repository, addresses)),
  'GET /forks': async () => ok([]),
  'GET /commits': async call => {
    const { repository, query, addresses } = call;
    const sha = await commitNamed(call, query.get('sha'));
    const { page, perPage } = pageOf(call);
    const commits = await repository.commits(sha, {
      path: query.get('path') ?? undefined,
      limit: perPage,
      skip: (page - 1) * perPage,
    });
    return ok(
      commits.map(commit => commitShape(repository, commit, addresses)),
    );
  },
  'GET /commits/*ref': async call => {
    const { repository, params, addresses } = call;
    const about = /^(.*)\/(status|check-runs|statuses|pulls)$/.exec(params.ref);
    const sha = await commitNamed(call, about?.[1] ?? params.ref);
    if (about) return ok(await aboutCommit(call, sha, about[2]));
    const commit = await repository.commit(sha);
    const files = await diffOf(
      repository,
      commit.parents[0] ?? (await emptyTree(call)),
      sha,
    );
    return ok({
      ...commitShape(repository, commit, addresses),
      stats: totals(files),
      files: files.map(file => fileShape(repository, file, sha, addresses)),
    });
  },
  'GET /compare/*between': async call => {
    const { repository, params, headers, addresses } = call;
    const [from, to] = params.between.split('...');
    if (!from || !to) throw notFound();
    // A branch of this repository may be named with its owner.
    const own = (side: string) =>
      side.replace(new RegExp(`^${repository.owner}:`), '');
    const base = await commitNamed(call, own(from));
    const head = await commitNamed(call, own(to));
    const common = (await repository.mergeBase(base, head)) ?? base;
    if (/\.diff\b/.test(headers.accept ?? ''))
      return {
        status: 200,
        body: Buffer.from(await diffText(repository, common, head)),
        headers: { 'Content-Type': 'text/x-diff; charset=utf-8' },
      };
    const [behind, ahead] = await repository.apart(base, head);
    const commits = await repository.commits(head, { limit: 250, not: base });
    const files = await diffOf(repository, common, head);
    const shape = async (sha: string) =>
      commitShape(repository, await repository.commit(sha), addresses);
    return ok({
      url: addresses.api(
        `/repos/${repository.fullName}/compare/${params.between}`,
      ),
      html_url: addresses.html(
        `/${repository.fullName}/compare/${params.between}`,
      ),
      base_commit: await shape(base),
      merge_base_commit: await shape(common),
      status: statusOf(behind, ahead),
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: commits
        .reverse()
        .map(commit => commitShape(repository, commit, addresses)),
      files: files.map(file => fileShape(repository, file, head, addresses)),
    });
  },
  'GET /tarball/*ref': call => archive(call, 'tar.gz'),
  'GET /tarball': call => archive(call, 'tar.gz'),
  'GET /zipball/*ref': call => archive(call, 'zip'),
  'GET /zipball': call => archive(call, 'zip'),
};

function statusOf(behind: number, ahead: number): string {
  if (behind > 0) return ahead > 0 ? 'diverged' : 'behind';
  return ahead > 0 ? 'ahead' : 'identical';
}

function totals(files: Array<{ additions: number; deletions: number }>) {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return { additions, deletions, total: additions + deletions };
}

/** Nothing checks commits here. */
async function aboutCommit(
  { repository, pulls, addresses }: RepositoryCall,
  sha: string,
  what: string,
): Promise<unknown> {
  switch (what) {
    case 'status':
      return {
        state: 'pending',
        statuses: [],
        sha,
        total_count: 0,
        repository: repositoryShape(repository, addresses),
        commit_url: addresses.api(
          `/repos/${repository.fullName}/commits/${sha}`,
        ),
      };
    case 'check-runs':
      return { total_count: 0, check_runs: [] };
    case 'pulls':
      return pulls
        .list()
        .filter(({ headSha, merged }) => [headSha, merged?.sha].includes(sha))
        .map(({ number, title }) => ({ number, title }));
    default:
      return [];
  }
}

export async function emptyTree({
  repository: { git },
}: Pick<RepositoryCall, 'repository'>): Promise<string> {
  return (await git.text(['mktree'], { input: '' })).trim();
}

async function archive(call: RepositoryCall, format: 'tar.gz' | 'zip') {
  const { repository, params } = call;
  const sha = await commitNamed(call, params.ref);
  const name = `${repository.owner}-${repository.name}-${sha.slice(0, 7)}`;
  const body = await repository.git.run([
    'archive',
    `--format=${format}`,
    `--prefix=${name}/`,
    sha,
  ]);
  return {
    status: 200,
    body,
    headers: {
      'Content-Type':
        format === 'zip' ? 'application/zip' : 'application/x-gzip',
      'Content-Disposition': `attachment; filename=${name}.${format}`,
    },
  };
}
