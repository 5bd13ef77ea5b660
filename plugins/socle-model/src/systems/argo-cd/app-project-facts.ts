import { withoutCredentials } from '../../reading/conditions';
import {
  booleanAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';

/** When syncs are allowed or denied. `all` asks for every list to match, not one. */
export type SyncWindow = {
  kind: string;
  schedule: string;
  duration: string;
  timeZone?: string;
  applications?: string[];
  namespaces?: string[];
  clusters?: string[];
  all?: boolean;
};

export type AppProjectFacts = {
  description?: string;
  sourceRepos: string[];
  /** `cluster namespace`, globs as they stand. */
  destinations: string[];
  /** `group/kind` of what may be created outside namespaces; empty is nothing. */
  clusterResources: string[];
  syncWindows?: SyncWindow[];
  /** It allows every source and every destination: no boundary at all. */
  allowsEverything: boolean;
  /** All sources and destinations are kept, so that one that is not among them is not allowed. */
  complete: boolean;
};

const MOST = 50;

export function projectAppProject(raw: RawObject): AppProjectFacts {
  const spec = objectAt(raw, 'spec');
  const sourceRepos = stringsAt(spec, 'sourceRepos');
  const destinations = objectsAt(spec, 'destinations').map(
    one =>
      `${stringAt(one, 'server') ?? stringAt(one, 'name') ?? '*'} ${
        stringAt(one, 'namespace') ?? ''
      }`,
  );
  const windows = objectsAt(spec, 'syncWindows').map(readWindow);
  const description = stringAt(spec, 'description');
  return {
    ...(description ? { description } : {}),
    sourceRepos: sourceRepos.slice(0, MOST).map(withoutCredentials),
    destinations: destinations.slice(0, MOST),
    clusterResources: objectsAt(spec, 'clusterResourceWhitelist')
      .slice(0, MOST)
      .map(
        one => `${stringAt(one, 'group') ?? ''}/${stringAt(one, 'kind') ?? ''}`,
      ),
    ...(windows.length > 0 ? { syncWindows: windows.slice(0, MOST) } : {}),
    allowsEverything: sourceRepos.includes('*') && destinations.includes('* *'),
    complete: sourceRepos.length <= MOST && destinations.length <= MOST,
  };
}

function readWindow(window: RawObject): SyncWindow {
  const timeZone = stringAt(window, 'timeZone');
  const lists = (['applications', 'namespaces', 'clusters'] as const).flatMap(
    name => {
      const values = stringsAt(window, name);
      return values.length > 0 ? [[name, values.slice(0, MOST)] as const] : [];
    },
  );
  return {
    kind: stringAt(window, 'kind') ?? '',
    schedule: stringAt(window, 'schedule') ?? '',
    duration: stringAt(window, 'duration') ?? '',
    ...(timeZone ? { timeZone } : {}),
    ...Object.fromEntries(lists),
    ...(booleanAt(window, 'andOperator') ? { all: true } : {}),
  };
}
