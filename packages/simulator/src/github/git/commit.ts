/** Who wrote or committed something, and when (RFC 3339). */
export interface Signature {
  name: string;
  email: string;
  date?: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Required<Signature>;
  committer: Required<Signature>;
  message: string;
}

/** For `git log --format`: a record begins with RS, its fields end in NUL. */
export const COMMIT_FORMAT = `%x1e${[
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
].join('%x00')}`;

export function readCommits(log: string): Commit[] {
  return log
    .split('\x1e')
    .slice(1)
    .map(record => {
      const [sha, tree, parents, an, ae, ad, cn, ce, cd, message] =
        record.split('\0');
      return {
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: utc(ad) },
        committer: { name: cn, email: ce, date: utc(cd) },
        message: message.replace(/\n+$/, ''),
      };
    });
}

function utc(date: string): string {
  return `${new Date(date).toISOString().slice(0, 19)}Z`;
}
