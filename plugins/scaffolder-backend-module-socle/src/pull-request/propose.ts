import { Octokit } from 'octokit';
import { composeCreatePullRequest } from 'octokit-plugin-create-pull-request';
import { githubFailure } from './github-failure';
import { Proposal, proposalOf } from './proposal';
import { openPull, OpenPull, Place, shaOf, Standing } from './standing';

const NOTHING = 'Nothing was written.';

/** What became of a proposal. */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'merged';

type Composed = Parameters<typeof composeCreatePullRequest>;

/** What Backstage's action and the plugin below it hand over. */
export type PullRequestOptions = Composed[1];

export interface Proposed {
  outcome: Outcome;
  pull?: OpenPull;
}

/**
 * Writes a proposal: one commit on one branch, and its pull request. Where that fails, the branch is put back to what it
 * was, so that either all of it is there or nothing.
 */
export async function propose(
  octokit: Octokit,
  place: Place,
  host: string,
  {
    proposal,
    standing,
    options,
    waits = [0, 2_000, 10_000],
  }: {
    proposal: Proposal;
    standing: Standing;
    options: PullRequestOptions;
    /** Milliseconds before each attempt to put the branch back. */
    waits?: readonly number[];
  },
): Promise<Proposed> {
  const { pull, current, merged } = standing;
  if (merged) {
    return { outcome: 'merged', pull };
  }
  if (pull && current) {
    const same = pull.title === proposal.title && pull.body === proposal.body;
    if (same) {
      return { outcome: 'unchanged', pull };
    }
    const { data } = await octokit.rest.pulls.update({
      ...place,
      pull_number: pull.number,
      title: proposal.title,
      body: proposal.body,
    });
    return { outcome: 'updated', pull: data };
  }
  const branchTouched = watchRefs(octokit);
  try {
    const answer = await composeCreatePullRequest(octokit as Composed[0], {
      ...options,
      base: standing.base,
      update: true,
      forceFork: false,
    });
    // The files were compared with the base before, so there is a change.
    return {
      outcome: pull ? 'updated' : 'created',
      pull: answer?.data as OpenPull,
    };
  } catch (error) {
    // Trees and commits that no branch names are seen by nobody, and Git sweeps them up.
    const saved = branchTouched()
      ? await putBack(octokit, place, proposal, { standing, waits })
      : { after: NOTHING };
    if (saved.pull) {
      return { outcome: pull ? 'updated' : 'created', pull: saved.pull };
    }
    throw githubFailure(error, host, saved.after);
  }
}

/** Tells whether a request that writes a branch was sent from now on, answered or not. */
function watchRefs(octokit: Octokit): () => boolean {
  let touched = false;
  octokit.hook.before('request', ({ method, url }) => {
    touched ||= method !== 'GET' && url.includes('/git/refs');
  });
  return () => touched;
}

interface PutBack {
  after: string;
  pull?: OpenPull;
}

/** Undoes what was written before something failed. */
async function putBack(
  octokit: Octokit,
  place: Place,
  proposal: Proposal,
  { standing, waits }: { standing: Standing; waits: readonly number[] },
): Promise<PutBack> {
  for (const wait of waits) {
    await new Promise(resolve => setTimeout(resolve, wait));
    try {
      return await putBackOnce(octokit, place, proposal, standing);
    } catch {
      // What kept it from being written may keep it from being undone; so it is tried again.
    }
  }
  return {
    after: `It may be that the branch ${proposal.branch} was written and its pull request was not; the same answers again complete it.`,
  };
}

async function putBackOnce(
  octokit: Octokit,
  place: Place,
  { branch, name }: Proposal,
  { branchSha, base, pull }: Standing,
): Promise<PutBack> {
  const ref = `heads/${branch}`;
  const sha = await shaOf(octokit, place, branch);
  if (sha === branchSha) {
    return { after: NOTHING };
  }
  const open = await openPull(octokit, place, branch, base);
  if (open && !pull) {
    // All of it was written, and only the answer got lost.
    return { after: '', pull: open };
  }
  if (sha !== undefined && !(await isOurs(octokit, place, sha, name))) {
    return {
      after: `Somebody else wrote to ${branch} at the same time; that was left as it is.`,
    };
  }
  if (branchSha === undefined) {
    await octokit.rest.git.deleteRef({ ...place, ref });
  } else {
    await octokit.rest.git.updateRef({
      ...place,
      ref,
      sha: branchSha,
      force: true,
    });
  }
  return { after: NOTHING };
}

async function isOurs(
  octokit: Octokit,
  place: Place,
  sha: string,
  name: string,
): Promise<boolean> {
  const { data } = await octokit.rest.git.getCommit({
    ...place,
    commit_sha: sha,
  });
  return proposalOf(data.message)?.name === name;
}
