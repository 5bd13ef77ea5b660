/** What of a store decides where in Vault or OpenBao a key lies. */
export type VaultMount = { path?: string; kvVersion?: string };

/**
 * The API path that a `remoteRef.key` is read at, without `/v1/`: how the operator's Vault provider builds it.
 * Two ExternalSecrets use the same secret where this is the same.
 */
export function vaultPath(mount: VaultMount, remoteKey: string): string {
  const key = trimSlashes(remoteKey);
  const path = trimSlashes(mount.path ?? '');
  const versioned = (mount.kvVersion ?? 'v2') === 'v2';
  if (path) {
    let rest = withoutPrefix(key, `${path}/`);
    if (versioned) {
      rest = withoutPrefix(rest, 'data/');
    }
    return versioned ? `${path}/data/${rest}` : `${path}/${rest}`;
  }
  if (!versioned || key.includes('/data/')) {
    return key;
  }
  const slash = key.indexOf('/');
  return slash < 0
    ? `${key}/data`
    : `${key.slice(0, slash)}/data/${key.slice(slash + 1)}`;
}

function trimSlashes(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === '/') from += 1;
  while (to > from && text[to - 1] === '/') to -= 1;
  return text.slice(from, to);
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix)
    ? trimSlashes(text.slice(prefix.length))
    : text;
}
