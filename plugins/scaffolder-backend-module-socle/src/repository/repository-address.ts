import { Conventions } from '@socle/emitter';

/** Where a Git repository is, as its host's web pages and API name it. */
export interface RepositoryAddress {
  host: string;
  owner: string;
  repo: string;
  /** Its page. */
  url: string;
  /** As scaffolder actions name it. */
  repoUrl: string;
  /** Branch that Argo CD follows; undefined for the default branch. */
  branch?: string;
}

/** Reads the address that Applications name: `https://…`, `ssh://…` or `git@host:owner/name.git`. */
export function repositoryAddress({ gitops }: Conventions): RepositoryAddress {
  const scp = /^[\w.-]+@([\w.-]+):(?!\/)(.+)$/.exec(gitops.repository);
  const url = new URL(scp ? `https://${scp[1]}/${scp[2]}` : gitops.repository);
  const parts = url.pathname
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '')
    .split('/');
  const repo = parts.pop() ?? '';
  const owner = parts.join('/');
  // The port of SSH is none of the web pages'.
  const web = /^https?:$/.test(url.protocol);
  const host = web ? url.host : url.hostname;
  const scheme = web ? url.protocol : 'https:';
  return {
    host,
    owner,
    repo,
    url: `${scheme}//${host}/${owner}/${repo}`,
    repoUrl: `${host}?owner=${encodeURIComponent(
      owner,
    )}&repo=${encodeURIComponent(repo)}`,
    branch: gitops.revision === 'HEAD' ? undefined : gitops.revision,
  };
}
