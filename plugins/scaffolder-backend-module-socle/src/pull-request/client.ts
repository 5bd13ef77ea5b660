import {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  CreateGithubPullRequestActionOptions,
  getOctokitOptions,
} from '@backstage/plugin-scaffolder-backend-module-github';
import { Octokit } from 'octokit';
import { githubFailure } from './github-failure';
import { Proposal } from './proposal';
import { propose, Proposed, PullRequestOptions } from './propose';
import { standingOf } from './standing';

type ClientFactory = NonNullable<
  CreateGithubPullRequestActionOptions['clientFactory']
>;

/** How a client is made. */
export interface ClientServices {
  integrations: ScmIntegrationRegistry;
  githubCredentialsProvider: GithubCredentialsProvider;
  /** Milliseconds before each attempt to put a branch back to what it was. */
  waits?: readonly number[];
}

/** A client of the API that never waits for a limit to be refilled: a person waits for the answer. */
export async function githubClient(
  { integrations, githubCredentialsProvider }: ClientServices,
  place: { host: string; owner: string; repo: string; token?: string },
): Promise<Octokit> {
  const options = await getOctokitOptions({
    integrations,
    credentialsProvider: githubCredentialsProvider,
    ...place,
  });
  return new Octokit({
    ...options,
    throttle: { enabled: false },
    // A write that is repeated blindly may be done twice.
    retry: { enabled: false },
    // What goes wrong is told by us, without addresses and headers.
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

/**
 * What Backstage's action makes pull requests with, put behind our own checks. `done` is told what became of it, and has
 * the client for what follows.
 */
export function guardedClientFactory(
  services: ClientServices,
  proposal: Proposal,
  done: (proposed: Proposed, octokit: Octokit) => void,
): ClientFactory {
  return async ({ host, owner, repo, token }) => {
    const place = { owner, repo };
    const octokit = await githubClient(services, { host, ...place, token });
    const createPullRequest = async (options: PullRequestOptions) => {
      const standing = await standingOf(
        octokit,
        place,
        proposal,
        options.base,
      ).catch(error => {
        throw known(error)
          ? error
          : githubFailure(error, host, 'Nothing was written.');
      });
      const proposed = await propose(octokit, place, host, {
        proposal,
        standing,
        options,
        waits: services.waits,
      });
      done(proposed, octokit);
      return proposed.outcome === 'merged' || !proposed.pull
        ? null
        : { data: proposed.pull };
    };
    return Object.assign(octokit, { createPullRequest });
  };
}

/** An error that already says what is wrong, in words for people. */
function known(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['NotAllowedError', 'ConflictError'].includes(error.name)
  );
}
