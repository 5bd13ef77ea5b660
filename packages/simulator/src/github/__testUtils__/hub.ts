import { Octokit } from 'octokit';
import { Simulator, startSimulator } from '../../simulator';
import { GithubStandIn } from '../github';
import { SimulatedRepository } from '../git/seed';

/** A repository with two files and a folder, made in two commits. */
export const gitops: SimulatedRepository = {
  owner: 'harbourline',
  name: 'fleet',
  description: 'What runs where',
  commits: [
    {
      message: 'Begin',
      author: { name: 'Rosa Lind', email: 'rosa@example.org' },
      at: Date.parse('2026-01-05T08:00:00Z'),
      files: { 'README.md': '# Fleet\n\nAll of it.\n' },
    },
    {
      message: 'Add the ferry',
      author: { name: 'Rosa Lind', email: 'rosa@example.org' },
      at: Date.parse('2026-01-06T08:00:00Z'),
      files: {
        'apps/ferry/application.yaml': 'kind: Application\n',
        'apps/ferry/manifests/config.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ferry }\ndata:\n  berth: "1"\n  deck: "2"\n  hull: "3"\n',
      },
    },
  ],
};

/** A simulator without clusters, and clients of its GitHub. */
export interface Hub {
  simulator: Simulator;
  github: GithubStandIn;
  origin: string;
  repo: { owner: string; repo: string };
  octokit: Octokit;
}

export async function startHub(): Promise<Hub> {
  const github = await GithubStandIn.create({ repositories: [gitops] });
  const simulator = await startSimulator({ clusters: [], github, token: 'c' });
  const origin = `http://127.0.0.1:${simulator.port}`;
  return {
    simulator,
    github,
    origin,
    repo: { owner: gitops.owner, repo: gitops.name },
    octokit: client(origin, github.token),
  };
}

/** As Backstage makes it, save that it never waits and tries again. */
export function client(origin: string, token?: string): Octokit {
  const silent = () => {};
  return new Octokit({
    auth: token,
    baseUrl: `${origin}/api/v3`,
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
}

/** A branch with one commit that sets files. */
export async function commitOn(
  { octokit, repo }: Hub,
  branch: string,
  files: Record<string, string | null>,
  message = `Change ${branch}`,
): Promise<string> {
  const main = await octokit.rest.git.getRef({ ...repo, ref: 'heads/main' });
  const parent = main.data.object.sha;
  const tree = await octokit.rest.git.createTree({
    ...repo,
    base_tree: parent,
    tree: Object.entries(files).map(([path, content]) => ({
      path,
      mode: '100644' as const,
      ...(content === null ? { sha: null } : { content }),
    })),
  });
  const commit = await octokit.rest.git.createCommit({
    ...repo,
    message,
    tree: tree.data.sha,
    parents: [parent],
  });
  await octokit.rest.git.createRef({
    ...repo,
    ref: `refs/heads/${branch}`,
    sha: commit.data.sha,
  });
  return commit.data.sha;
}

/** The status and message of what was refused. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<{ status: number; message: string; headers: object }> {
  try {
    await promise;
  } catch (error) {
    const { status, response } = error as {
      status: number;
      response: { data: { message: string }; headers: object };
    };
    return {
      status,
      message: response.data.message,
      headers: response.headers,
    };
  }
  throw new Error('It was not refused.');
}
