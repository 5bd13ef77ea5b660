import { Octokit } from 'octokit';
import { isHttpFailure } from './github-failure';
import { Reviewers } from './reviewers';
import { Place } from './standing';

/**
 * Labels and asks reviewers. The files are proposed by then, so what fails here is told and does not undo them.
 */
export async function decorate(
  octokit: Octokit,
  place: Place,
  number: number,
  { labels, reviewers }: { labels: string[]; reviewers: Reviewers },
): Promise<string[]> {
  const warnings: string[] = [];
  const attempt = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      warnings.push(
        `${what} could not be added${
          isHttpFailure(error) ? ` (${error.status})` : ''
        }.`,
      );
    }
  };
  if (labels.length > 0) {
    await attempt(`The labels ${labels.join(', ')}`, () =>
      octokit.rest.issues.addLabels({ ...place, issue_number: number, labels }),
    );
  }
  // One by one: a single one that cannot be asked would keep GitHub from asking all others.
  for (const team of reviewers.teams) {
    await attempt(`The team ${team} as a reviewer`, () =>
      octokit.rest.pulls.requestReviewers({
        ...place,
        pull_number: number,
        team_reviewers: [team],
      }),
    );
  }
  for (const user of reviewers.users) {
    await attempt(`${user} as a reviewer`, () =>
      octokit.rest.pulls.requestReviewers({
        ...place,
        pull_number: number,
        reviewers: [user],
      }),
    );
  }
  return warnings;
}
