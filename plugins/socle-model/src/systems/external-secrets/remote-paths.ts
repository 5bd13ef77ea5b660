import { endpointOf } from '../../definition/probe';
import { Link, linkByKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { HealthContext } from '../../judging/verdict';
import type { SecretStoreFacts } from './secret-store';
import { vaultPath } from './vault-path';

/** What is read here of a secret and of a folder of Vault; the kinds are defined elsewhere. */
type PathFacts = { endpoints?: string[]; mount?: string; path?: string };
type FolderFacts = PathFacts & { names?: string[]; cut?: boolean };

/** More keys are not followed. */
const MOST = 50;

/**
 * Links from remote keys to the secrets and folders of Vault that they may mean. A key holds the mount, or leaves it
 * out where the store names it: both are looked for, and {@link remoteFindings} then keeps to what the store says.
 */
export function remoteLinks(remotes: readonly string[]): Link[] {
  const paths = new Set<string>();
  const folders = new Set<string>();
  for (const remote of remotes.slice(0, MOST)) {
    for (const name of namesOf(remote)) {
      paths.add(`vaultPath:*/${name}`);
      for (
        let at = name.lastIndexOf('/');
        at > 0;
        at = name.lastIndexOf('/', at - 1)
      ) {
        folders.add(`vaultFolder:${name.slice(0, at)}`);
      }
    }
  }
  return [
    ...[...paths].map(key =>
      linkByKey('remote', key, ['vault.socle.dev/SecretPath'], 'target'),
    ),
    ...[...folders].map(key =>
      linkByKey('remoteFolder', key, ['vault.socle.dev/SecretFolder']),
    ),
  ];
}

/** `<mount>/<path>` as the key may mean it; the mount is `*` where the store is to name it. */
function namesOf(remote: string): string[] {
  const key = keyOf(remote).split('/').filter(Boolean);
  const relative = key[0] === 'data' ? key.slice(1) : key;
  const full = key[1] === 'data' ? [key[0], ...key.slice(2)] : key;
  return [
    ...(relative.length > 0 ? [`*/${relative.join('/')}`] : []),
    ...(full.length > 1 ? [full.join('/')] : []),
  ];
}

function keyOf(remote: string): string {
  const hash = remote.lastIndexOf('#');
  return hash > 0 ? remote.slice(0, hash) : remote;
}

export interface RemoteFinding {
  /** Where in Vault the key is read, without `/v1/`. */
  at: string;
  said: string;
  of: Resource;
}

/** What Vault says against the keys: a version that cannot be read, or a name that its folder does not hold. */
export function remoteFindings(
  remotes: readonly string[],
  context: HealthContext,
): RemoteFinding[] {
  const stores = context
    .targets<SecretStoreFacts>('store')
    .flatMap(one => (one.state === 'present' ? [one.resource.facts] : []))
    .filter(({ provider }) => provider === 'vault' || provider === 'openBao');
  const found: RemoteFinding[] = [];
  for (const store of stores) {
    const wanted = new Set(
      remotes.slice(0, MOST).map(remote => vaultPath(store, keyOf(remote))),
    );
    const there = of<PathFacts>(context, 'remote', store);
    for (const secret of there) {
      const at = `${secret.facts.mount}/data/${secret.facts.path}`;
      if (wanted.has(at) && secret.verdict.status === 'failed') {
        found.push({ at, said: secret.verdict.message, of: secret });
      }
    }
    const folders = of<FolderFacts>(context, 'remoteFolder', store);
    for (const at of wanted) {
      const missing = missingIn(folders, at);
      if (missing) found.push(missing);
    }
  }
  return found;
}

/** The targets of a link that are in the store's Vault. */
function of<F extends PathFacts>(
  context: HealthContext,
  rel: string,
  { server }: SecretStoreFacts,
): Resource<F>[] {
  const endpoint = server ? endpointOf(server) : undefined;
  return context
    .targets<F>(rel)
    .flatMap(one => (one.state === 'present' ? [one.resource] : []))
    .filter(
      one => endpoint !== undefined && one.facts.endpoints?.includes(endpoint),
    );
}

/** The deepest folder on the way that was listed decides; a list that was cut says nothing. */
function missingIn(
  folders: readonly Resource<FolderFacts>[],
  at: string,
): RemoteFinding | undefined {
  let deepest: { folder: Resource<FolderFacts>; rest: string } | undefined;
  for (const folder of folders) {
    const { mount = '', path = '', names } = folder.facts;
    const prefix = `${mount}/data/${path ? `${path}/` : ''}`;
    if (names && at.startsWith(prefix)) {
      const rest = at.slice(prefix.length);
      if (!deepest || rest.length < deepest.rest.length) {
        deepest = { folder, rest };
      }
    }
  }
  const { folder, rest } = deepest ?? {};
  if (!folder || !rest || folder.facts.cut) {
    return undefined;
  }
  const slash = rest.indexOf('/');
  const next = slash < 0 ? rest : rest.slice(0, slash + 1);
  return folder.facts.names?.includes(next)
    ? undefined
    : {
        at,
        said: `the folder ${folder.meta.name} holds no ${next}`,
        of: folder,
      };
}
