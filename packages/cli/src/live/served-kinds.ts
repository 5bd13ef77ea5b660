import {
  booleanAt,
  KindDefinition,
  objectsAt,
  RawObject,
  stringAt,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { ApiError, ApiServer } from './api-server';

/** How a kind of the model stands with a server. */
export type ServedKind =
  | {
      kind: KindDefinition;
      state: 'served';
      version: string;
      plural: string;
      namespaced: boolean;
    }
  /** The server does not have it: there are no such objects. */
  | { kind: KindDefinition; state: 'notInstalled' }
  /** It is there, in versions that the model does not understand, or the server could not say. */
  | { kind: KindDefinition; state: 'notReadable'; message: string };

/** Finds out which kinds of the model a server has, and in which version each is to be read. */
export async function servedKinds(
  server: ApiServer,
  registry: SystemRegistry,
): Promise<ServedKind[]> {
  const versions = await servedVersions(server);
  const resources = new Map<string, Promise<RawObject[]>>();
  const resourcesOf = (group: string, version: string) => {
    const path = group ? `/apis/${group}/${version}` : `/api/${version}`;
    let found = resources.get(path);
    if (!found) {
      found = server.get(path).then(answer => objectsAt(answer, 'resources'));
      resources.set(path, found);
    }
    return found;
  };
  return Promise.all(
    registry.ofApi().map(async ({ kind }): Promise<ServedKind> => {
      const served = versions.get(kind.group) ?? [];
      const understood = kind.versions.filter(version =>
        served.includes(version),
      );
      try {
        for (const version of understood) {
          const resource = (await resourcesOf(kind.group, version)).find(
            one =>
              stringAt(one, 'kind') === kind.kind &&
              !stringAt(one, 'name')?.includes('/'),
          );
          const plural = stringAt(resource, 'name');
          if (plural) {
            return {
              kind,
              state: 'served',
              version,
              plural,
              namespaced: booleanAt(resource, 'namespaced') ?? kind.namespaced,
            };
          }
        }
        for (const version of served.filter(one => !understood.includes(one))) {
          const there = (await resourcesOf(kind.group, version)).some(
            one => stringAt(one, 'kind') === kind.kind,
          );
          if (there) {
            return {
              kind,
              state: 'notReadable',
              message: `it is served as ${version} only, which is not understood`,
            };
          }
        }
        return { kind, state: 'notInstalled' };
      } catch (error) {
        // A group that vanished between the two questions is one that is not there.
        if (error instanceof ApiError && error.status === 404) {
          return { kind, state: 'notInstalled' };
        }
        return {
          kind,
          state: 'notReadable',
          message: error instanceof Error ? error.message : String(error),
        };
      }
    }),
  );
}

/** Served versions by group, best first as the server orders them. */
async function servedVersions(
  server: ApiServer,
): Promise<Map<string, string[]>> {
  const versions = new Map<string, string[]>();
  const [core, groups] = await Promise.all([
    server.get('/api'),
    server.get('/apis'),
  ]);
  const ofCore = (core as { versions?: unknown }).versions;
  versions.set(
    '',
    Array.isArray(ofCore) ? ofCore.filter(one => typeof one === 'string') : [],
  );
  for (const group of objectsAt(groups, 'groups')) {
    versions.set(
      stringAt(group, 'name') ?? '',
      objectsAt(group, 'versions')
        .map(one => stringAt(one, 'version'))
        .filter(version => version !== undefined),
    );
  }
  return versions;
}
