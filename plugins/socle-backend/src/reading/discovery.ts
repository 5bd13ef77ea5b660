import {
  isObject,
  KindDefinition,
  objectsAt,
  stringAt,
  stringsAt,
} from '@socle/backstage-plugin-socle-model';
import { readJson } from './answer';
import { ApiStatusError, UnreadableError } from './api-error';
import { Clock } from './clock';
import { ClusterConnection } from './connection';
import { ServedKinds, ServedKind } from './served-kinds';

const AGGREGATED = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/** How many groups are asked at once where discovery is not aggregated. */
const AT_ONCE = 4;

/** A kind at one version of a group, before the versions are gathered. */
interface VersionedKind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
}

/**
 * Asks a server what it serves that can be listed and watched. A group that does not answer is named, and says nothing
 * about the others; where the server itself does not answer, this rejects.
 */
export async function discover(
  connection: ClusterConnection,
  clock: Clock,
  signal?: AbortSignal,
): Promise<ServedKinds> {
  const kinds: VersionedKind[] = [];
  const failedGroups = new Set<string>();
  const ask = (path: string, accept?: string) =>
    readJson(connection, clock, path, { accept, signal });
  const [core, groups] = await Promise.all([
    ask('/api', AGGREGATED),
    ask('/apis', AGGREGATED),
  ]);
  const paths: GroupVersionPath[] = [];
  for (const [answer, path] of [
    [core, '/api'],
    [groups, '/apis'],
  ] as const) {
    if (isAggregated(answer)) {
      readAggregated(answer, kinds, failedGroups);
    } else {
      paths.push(...classicPaths(answer, path));
    }
  }
  const found = new Map<GroupVersionPath, VersionedKind[]>();
  const left = [...paths];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      try {
        found.set(next, classicKinds(await ask(next.path), next));
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof ApiStatusError && error.status === 404)) {
          failedGroups.add(next.group);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // In the order the server named them, which is its preference, whichever answered first.
  for (const path of paths) {
    kinds.push(...(found.get(path) ?? []));
  }
  return { kinds: gathered(kinds), failedGroups: [...failedGroups] };
}

/** The version of a kind to read: the first that the model understands and the server serves. */
export function pickVersion(
  kind: Pick<KindDefinition, 'group' | 'kind' | 'versions'>,
  { kinds }: ServedKinds,
): (Omit<ServedKind, 'versions'> & { version: string }) | undefined {
  const served = kinds.find(
    one => one.group === kind.group && one.kind === kind.kind,
  );
  const version = kind.versions.find(one => served?.versions.includes(one));
  if (!served || version === undefined) {
    return undefined;
  }
  const { versions, ...rest } = served;
  return { ...rest, version };
}

function gathered(kinds: VersionedKind[]): ServedKind[] {
  const byKind = new Map<string, ServedKind>();
  for (const { version, ...kind } of kinds) {
    const at = `${kind.group}/${kind.kind}`;
    const known = byKind.get(at);
    if (!known) {
      byKind.set(at, { ...kind, versions: [version] });
    } else if (!known.versions.includes(version)) {
      known.versions.push(version);
    }
  }
  return [...byKind.values()];
}

/** Subresources are no kinds, and what cannot be listed and watched cannot be read. */
function isReadable(plural: string | undefined, verbs: string[]): boolean {
  return (
    plural !== undefined &&
    !plural.includes('/') &&
    verbs.includes('list') &&
    verbs.includes('watch')
  );
}

function isAggregated(answer: unknown): boolean {
  return stringAt(answer, 'kind') === 'APIGroupDiscoveryList';
}

function readAggregated(
  answer: unknown,
  kinds: VersionedKind[],
  failedGroups: Set<string>,
): void {
  for (const item of objectsAt(answer, 'items')) {
    const group = stringAt(item, 'metadata', 'name') ?? '';
    for (const version of objectsAt(item, 'versions')) {
      // An aggregated API server that does not answer is told from what was cached of it, if anything.
      if (stringAt(version, 'freshness') === 'Stale') {
        failedGroups.add(group);
      }
      for (const resource of objectsAt(version, 'resources')) {
        const plural = stringAt(resource, 'resource');
        const kind = stringAt(resource, 'responseKind', 'kind');
        if (kind && isReadable(plural, stringsAt(resource, 'verbs'))) {
          kinds.push({
            group,
            version: stringAt(version, 'version') ?? '',
            kind,
            plural: plural!,
            namespaced: stringAt(resource, 'scope') === 'Namespaced',
          });
        }
      }
    }
  }
}

interface GroupVersionPath {
  group: string;
  version: string;
  path: string;
}

function classicPaths(answer: unknown, root: string): GroupVersionPath[] {
  if (!isObject(answer)) {
    throw new UnreadableError(`${root} was not answered with a discovery list`);
  }
  if (root === '/api') {
    return stringsAt(answer, 'versions').map(version => ({
      group: '',
      version,
      path: `/api/${version}`,
    }));
  }
  if (!Array.isArray(answer.groups)) {
    throw new UnreadableError(`${root} was not answered with a discovery list`);
  }
  return objectsAt(answer, 'groups').flatMap(item => {
    const group = stringAt(item, 'name') ?? '';
    return objectsAt(item, 'versions')
      .map(version => stringAt(version, 'version') ?? '')
      .map(version => ({ group, version, path: `/apis/${group}/${version}` }));
  });
}

function classicKinds(
  answer: unknown,
  { group, version }: GroupVersionPath,
): VersionedKind[] {
  if (!isObject(answer) || !Array.isArray(answer.resources)) {
    throw new UnreadableError('not an APIResourceList');
  }
  return objectsAt(answer, 'resources').flatMap(resource => {
    const plural = stringAt(resource, 'name');
    const kind = stringAt(resource, 'kind');
    return kind && isReadable(plural, stringsAt(resource, 'verbs'))
      ? [
          {
            group,
            version,
            kind,
            plural: plural!,
            namespaced: resource.namespaced === true,
          },
        ]
      : [];
  });
}
