import { ProbeRound } from '../../definition/probe';
import { RawObject, stringAt, valueAt } from '../../reading/raw';

/**
 * How far a round goes: folders and secrets whose metadata is asked for, roles and policies. What lies beyond is
 * known by its name where its folder was listed.
 */
export const BOUNDS = {
  depth: 6,
  foldersPerLevel: 60,
  secrets: 300,
  roles: 60,
  policies: 60,
};

/** A path of Vault as it may be asked for; undefined where a name is empty or could lead elsewhere. */
function pathOf(...parts: string[]): string | undefined {
  const split = parts.map(part => part.split('/').filter(Boolean));
  const strange = split.some(
    segments =>
      segments.length === 0 ||
      segments.some(segment => segment === '.' || segment === '..'),
  );
  return strange
    ? undefined
    : `/${split.flat().map(encodeURIComponent).join('/')}`;
}

/**
 * Mounts whose metadata can be read without reading a value: KV version 2 only. In version 1 there is no metadata
 * call, and `metadata/x` would be a secret; a mount named so that the call could be taken for another is left alone.
 */
function isAskable(mount: RawObject | undefined): boolean {
  const name = stringAt(mount, 'metadata', 'name') ?? '';
  return (
    stringAt(mount, 'spec', 'type') === 'kv' &&
    stringAt(mount, 'spec', 'kvVersion') === '2' &&
    /[^/]/.test(name) &&
    !name.split('/').some(segment => /^(data|subkeys)$/i.test(segment)) &&
    !/^(sys|auth)(\/|$)/i.test(name)
  );
}

function askableMounts(round: ProbeRound): string[] {
  return round
    .found('Mount')
    .filter(isAskable)
    .map(mount => stringAt(mount, 'metadata', 'name') ?? '');
}

/** The roots of all mounts that may be listed. */
export function rootFolders(round: ProbeRound): string[] {
  return listsOf(askableMounts(round).map(mount => [mount, '']));
}

/** Folders that were found by name and not listed yet. */
export function foundFolders(round: ProbeRound): string[] {
  const mounts = new Set(askableMounts(round));
  const open = round
    .found('SecretFolder')
    .filter(folder => !Array.isArray(valueAt(folder, 'status', 'names')))
    .map(folder => [
      stringAt(folder, 'spec', 'mount') ?? '',
      stringAt(folder, 'spec', 'path') ?? '',
    ])
    .filter(([mount, path]) => mounts.has(mount) && path !== '');
  return listsOf(open.slice(0, BOUNDS.foldersPerLevel));
}

function listsOf(folders: string[][]): string[] {
  return folders
    .map(([mount, path]) =>
      pathOf('v1', mount, 'metadata', ...(path ? [path] : [])),
    )
    .filter(path => path !== undefined)
    .map(path => `${path}/?list=true`);
}

export function foundSecrets(round: ProbeRound): string[] {
  const mounts = new Set(askableMounts(round));
  return round
    .found('SecretPath')
    .map(secret => [
      stringAt(secret, 'spec', 'mount') ?? '',
      stringAt(secret, 'spec', 'path') ?? '',
    ])
    .filter(([mount, path]) => mounts.has(mount) && path !== '')
    .slice(0, BOUNDS.secrets)
    .map(([mount, path]) => pathOf('v1', mount, 'metadata', path))
    .filter(path => path !== undefined);
}

export function roleLists(round: ProbeRound): string[] {
  return round
    .found('Mount')
    .filter(mount => stringAt(mount, 'spec', 'type') === 'kubernetes')
    .map(mount => stringAt(mount, 'metadata', 'name') ?? '')
    .filter(name => name.startsWith('auth/'))
    .map(name => pathOf('v1', name, 'role'))
    .filter(path => path !== undefined)
    .map(path => `${path}?list=true`);
}

export function foundRoles(round: ProbeRound): string[] {
  return round
    .found('KubernetesAuthRole')
    .slice(0, BOUNDS.roles)
    .map(role => [
      stringAt(role, 'spec', 'authMount'),
      stringAt(role, 'spec', 'role'),
    ])
    .map(([authMount, role]) =>
      authMount && role
        ? pathOf('v1/auth', authMount, 'role', role)
        : undefined,
    )
    .filter(path => path !== undefined);
}

export function foundPolicies(round: ProbeRound): string[] {
  return round
    .found('Policy')
    .map(one => stringAt(one, 'metadata', 'name') ?? '')
    .filter(name => name !== '' && name !== 'root')
    .slice(0, BOUNDS.policies)
    .map(name => pathOf('v1/sys/policies/acl', name))
    .filter(path => path !== undefined);
}
