import { changedPaths } from '../../github/git/diff';
import { Repository } from '../../github/git/repository';

/** The repositories as one round of comparisons sees them: each question is asked of git once. */
export class GitView {
  private readonly answers = new Map<string, Promise<unknown>>();

  /** The commit that a branch, a tag or a sha is at. */
  resolve(
    repository: Repository,
    revision: string,
  ): Promise<string | undefined> {
    return this.once(`${repository.fullName} ${revision}`, () =>
      repository.resolve(revision),
    );
  }

  /** Paths that differ between two commits; undefined where the first is not known. */
  changed(
    repository: Repository,
    from: string,
    to: string,
  ): Promise<string[] | undefined> {
    return this.once(`${repository.fullName} ${from}..${to}`, async () =>
      (await repository.object(from, 'commit'))
        ? changedPaths(repository, from, to)
        : undefined,
    );
  }

  private once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const asked = this.answers.get(question) ?? ask();
    this.answers.set(question, asked);
    return asked as Promise<T>;
  }
}
