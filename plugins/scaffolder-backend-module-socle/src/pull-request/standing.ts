import { ConflictError, NotAllowedError } from '@backstage/errors';
import { Octokit } from 'octokit';
import { isHttpFailure } from './github-failure';
import { blobSha, digestOf, Proposal, proposalOf } from './proposal';

/** A repository of GitHub. */
export type Place = { owner: string; repo: string };

/** The pull request of a branch that is open. */
export interface OpenPull {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
  base: { ref: string };
  mergeable?: boolean | null;
}

/** How things stand in the repository before anything is written. */
export interface Standing {
  base: string;
  /** All files are in the base already, byte for byte. */
  merged: boolean;
  /** Commit of the branch; undefined where there is none. */
  branchSha?: string;
  pull?: OpenPull;
  /** The branch holds exactly these files, on its one commit. */
  current: boolean;
}

/** Requests beside one per file; more than are needed. */
const SPARE_REQUESTS = 25;

/**
 * Looks at everything that could make a proposal fail half way, or overwrite what somebody else did. Throws, or says how
 * things stand; writes nothing.
 */
export async function standingOf(
  octokit: Octokit,
  place: Place,
  proposal: Proposal,
  base?: string,
): Promise<Standing> {
  const { data: repository } = await octokit.rest.repos.get(place);
  if (!repository.permissions?.push) {
    throw new NotAllowedError(
      `The token may read ${place.owner}/${place.repo} but not write to it. Nothing was written.`,
    );
  }
  await assertEnoughRequests(octokit, proposal.files.size + SPARE_REQUESTS);
  const target = base ?? repository.default_branch;
  const { branch, files, name } = proposal;
  const merged = await isMerged(octokit, place, target, files);
  const branchSha = await shaOf(octokit, place, branch);
  if (branchSha === undefined) {
    return { base: target, merged, current: false };
  }
  const pull = await openPull(octokit, place, branch, target);
  const { data: ahead } = await octokit.rest.repos.compareCommitsWithBasehead({
    ...place,
    basehead: `${target}...${branch}`,
  });
  const proposals = ahead.commits.map(({ commit }) =>
    proposalOf(commit.message),
  );
  if (proposals.some(one => one?.name !== name)) {
    throw new ConflictError(
      `The branch ${branch} holds commits of somebody else${
        pull ? ` (${pull.html_url})` : ''
      }, which would be lost. Nothing was written. Merge it, or delete the branch, and run again.`,
    );
  }
  const current =
    proposals.length === 1 &&
    proposals[0]?.digest === digestOf(files) &&
    ahead.behind_by === 0;
  return { base: target, merged, branchSha, pull, current };
}

/** Commit of a branch; undefined where there is none. */
export async function shaOf(
  octokit: Octokit,
  place: Place,
  branch: string,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.git.getRef({
      ...place,
      ref: `heads/${branch}`,
    });
    return data.object.sha;
  } catch (error) {
    if (isHttpFailure(error) && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

export async function openPull(
  octokit: Octokit,
  place: Place,
  branch: string,
  base: string,
): Promise<OpenPull | undefined> {
  const { data } = await octokit.rest.pulls.list({
    ...place,
    head: `${place.owner}:${branch}`,
    base,
    state: 'open',
  });
  return data.find(({ head }) => head.ref === branch);
}

async function assertEnoughRequests(
  octokit: Octokit,
  needed: number,
): Promise<void> {
  const { data } = await octokit.rest.rateLimit.get().catch(error => {
    // A GitHub Enterprise Server without limits has no such answer.
    if (isHttpFailure(error) && error.status === 404) {
      return { data: undefined };
    }
    throw error;
  });
  const { remaining, reset } = data?.resources.core ?? {};
  if (remaining !== undefined && remaining < needed) {
    throw Object.assign(new Error('Too few requests are left.'), {
      status: 429,
      response: {
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(reset),
        },
      },
    });
  }
}

/** Whether the base has all files already. One that says something else there is never replaced. */
async function isMerged(
  octokit: Octokit,
  place: Place,
  base: string,
  files: ReadonlyMap<string, string>,
): Promise<boolean> {
  let same = 0;
  for (const [path, content] of files) {
    const sha = await fileSha(octokit, place, base, path);
    if (sha !== undefined && sha !== blobSha(content)) {
      throw new ConflictError(
        `${path} has come into ${base} in the meantime and says something else. Nothing was written.`,
      );
    }
    same += sha === undefined ? 0 : 1;
  }
  return same === files.size;
}

async function fileSha(
  octokit: Octokit,
  place: Place,
  ref: string,
  path: string,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.repos.getContent({
      ...place,
      path,
      ref,
    });
    return Array.isArray(data) ? 'folder' : data.sha;
  } catch (error) {
    if (isHttpFailure(error) && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
