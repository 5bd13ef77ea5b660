import {
  booleanAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import type { ClusterFacts } from './cluster-facts';
import { readStoreConfig } from './object-store-config';

const BARMAN = 'barman-cloud.cloudnative-pg.io';

/** How a cluster is backed up, and what it was itself restored from. */
export function readBackupPlan(
  raw: RawObject,
): Pick<
  ClusterFacts,
  | 'backupBy'
  | 'backupSecrets'
  | 'objectStore'
  | 'serverName'
  | 'destination'
  | 'endpoint'
  | 'recoveredFrom'
> {
  const spec = objectAt(raw, 'spec');
  return { ...planOf(raw, spec), recoveredFrom: recoveredFrom(spec) };
}

function planOf(raw: RawObject, spec: RawObject) {
  const own = stringAt(raw, 'metadata', 'name');
  const plugin = objectsAt(spec, 'plugins').find(
    one =>
      booleanAt(one, 'enabled') !== false &&
      (stringAt(one, 'name') === BARMAN || booleanAt(one, 'isWALArchiver')),
  );
  if (plugin) {
    return {
      backupBy: 'plugin' as const,
      objectStore: stringAt(plugin, 'parameters', 'barmanObjectName'),
      serverName: stringAt(plugin, 'parameters', 'serverName') ?? own,
    };
  }
  const store = objectAt(spec, 'backup', 'barmanObjectStore');
  if (Object.keys(store).length > 0) {
    const { secrets, ...rest } = readStoreConfig(store);
    return {
      backupBy: 'barmanObjectStore' as const,
      ...rest,
      serverName: stringAt(store, 'serverName') ?? own,
      ...(secrets ? { backupSecrets: secrets } : {}),
    };
  }
  const snapshot = valueAt(spec, 'backup', 'volumeSnapshot');
  return typeof snapshot === 'object' && snapshot !== null
    ? { backupBy: 'volumeSnapshot' as const }
    : {};
}

function recoveredFrom(spec: RawObject): ClusterFacts['recoveredFrom'] {
  const recovery = objectAt(spec, 'bootstrap', 'recovery');
  const backup = stringAt(recovery, 'backup', 'name');
  const source = stringAt(recovery, 'source');
  if (backup) {
    return { backup };
  }
  if (!source) {
    return undefined;
  }
  const other = objectsAt(spec, 'externalClusters').find(
    one => stringAt(one, 'name') === source,
  );
  return {
    server:
      stringAt(other, 'plugin', 'parameters', 'serverName') ??
      stringAt(other, 'barmanObjectStore', 'serverName') ??
      source,
  };
}
