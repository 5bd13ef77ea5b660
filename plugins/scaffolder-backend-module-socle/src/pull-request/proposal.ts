import { createHash } from 'node:crypto';

/** A change of the repository that is to be proposed. */
export interface Proposal {
  /** Its branch is called after it, and by it a later run finds it again. */
  name: string;
  branch: string;
  title: string;
  body: string;
  /** Content of each file, by its path in the repository. */
  files: ReadonlyMap<string, string>;
}

/** The same for the same files, whatever their order. */
export function digestOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? '';
    hash.update(`${path}\0${Buffer.byteLength(content)}\0${content}`);
  }
  return hash.digest('hex');
}

/** Id that Git gives to a file of this content. */
export function blobSha(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

const TRAILER = 'Socle-Proposal';

/** Message of the one commit: its last line says what it belongs to, and of which files it is. */
export function commitMessage({ title, name, files }: Proposal): string {
  return `${title}\n\n${TRAILER}: ${name} sha256:${digestOf(files)}`;
}

/** What a commit of ours says of itself; undefined for those of others. */
export function proposalOf(
  message: string,
): { name: string; digest: string } | undefined {
  const match = new RegExp(
    `^${TRAILER}: (\\S+) sha256:([0-9a-f]{64})$`,
    'm',
  ).exec(message);
  return match ? { name: match[1], digest: match[2] } : undefined;
}
