import { trackingIdOf } from '../../definition/ownership';
import { Condition, conditionAt } from '../../reading/conditions';
import {
  annotationAt,
  booleanAt,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { parseTime, timeAt } from '../../reading/times';
import { quoted, quotedAt } from '../../reading/wording';
import { GROUP } from './api';
import { readBackupPlan } from './cluster-backup-plan';

export type ClusterFacts = {
  instances?: number;
  readyInstances?: number;
  phase?: string;
  phaseReason?: string;
  currentPrimary?: string;
  targetPrimary?: string;
  /** Since when the primary fails, in milliseconds; only while it does. */
  primaryFailing?: number;
  /** False where status.instanceNames is told and the primary is not in it. */
  primaryKnown?: boolean;
  /** How many instances report themselves primary; absent where none reports anything. */
  primaries?: number;
  /** It follows another cluster: its primary is none to itself. */
  replica?: true;
  notReadySince?: number;
  archiving?: Condition;
  lastBackup?: Condition;
  systemId?: Condition;
  /** Synchronous replicas in other failure domains, where that was asked for. */
  syncTopology?: Condition;
  hibernation?: Condition;
  /** Reconciliation is switched off. */
  frozen?: true;
  fenced?: string[];
  unusable?: string[];
  dangling?: string[];
  /** The certificate that expires first. */
  certificate?: { secret: string; expires: number };
  rolesFailing?: string;
  nodesUsed?: number;
  image?: string;
  catalog?: { kind: string; name: string };
  writeService?: string;
  certificateSecrets?: string[];
  userSecrets?: string[];
  /** How it is backed up; absent where it is not. */
  backupBy?: 'barmanObjectStore' | 'volumeSnapshot' | 'plugin';
  backupSecrets?: string[];
  objectStore?: string;
  serverName?: string;
  destination?: string;
  endpoint?: string;
  firstRecoverable?: number;
  lastSuccessfulBackup?: number;
  lastFailedBackup?: number;
  /** What it was restored from, where it was. */
  recoveredFrom?: { backup?: string; server?: string };
  trackingId?: string;
};

export function projectCluster(raw: RawObject): ClusterFacts {
  const spec = objectAt(raw, 'spec');
  const status = objectAt(raw, 'status');
  const primary = stringAt(status, 'currentPrimary');
  const names = stringsAt(status, 'instanceNames');
  const reported = Object.values(objectAt(status, 'instancesReportedState'));
  const ready = conditionAt('Ready', raw);
  const fenced = fencedOf(raw);
  const unusable = stringsAt(status, 'unusablePVC');
  const dangling = stringsAt(status, 'danglingPVC');
  return {
    instances: numberAt(spec, 'instances'),
    readyInstances: numberAt(status, 'readyInstances'),
    phase: stringAt(status, 'phase'),
    phaseReason: quotedAt(status, 'phaseReason'),
    currentPrimary: primary,
    targetPrimary: stringAt(status, 'targetPrimary'),
    primaryFailing: timeAt(status, 'currentPrimaryFailingSinceTimestamp'),
    ...(primary && names.length > 0
      ? { primaryKnown: names.includes(primary) }
      : {}),
    ...(reported.length > 0
      ? {
          primaries: reported.filter(one => booleanAt(one, 'isPrimary')).length,
        }
      : {}),
    ...(followsAnother(raw) ? { replica: true } : {}),
    ...(ready?.status === 'False' && ready.at !== undefined
      ? { notReadySince: ready.at }
      : {}),
    archiving: conditionAt('ContinuousArchiving', raw),
    lastBackup: conditionAt('LastBackupSucceeded', raw),
    systemId: conditionAt('ConsistentSystemID', raw),
    syncTopology: conditionAt('SyncReplicationTopologySatisfied', raw),
    hibernation: conditionAt('cnpg.io/hibernation', raw),
    ...(annotationAt(raw, 'cnpg.io/reconciliationLoop') === 'disabled'
      ? { frozen: true }
      : {}),
    ...(fenced.length > 0 ? { fenced } : {}),
    ...(unusable.length > 0 ? { unusable } : {}),
    ...(dangling.length > 0 ? { dangling } : {}),
    certificate: firstToExpire(status),
    rolesFailing: failingRoles(status),
    nodesUsed: numberAt(status, 'topology', 'nodesUsed'),
    image: stringAt(status, 'image') ?? stringAt(spec, 'imageName'),
    catalog: catalogOf(spec),
    writeService: stringAt(status, 'writeService'),
    ...secretsOf(spec, status),
    ...readBackupPlan(raw),
    firstRecoverable: firstRecoverable(status),
    lastSuccessfulBackup: timeAt(status, 'lastSuccessfulBackup'),
    lastFailedBackup: timeAt(status, 'lastFailedBackup'),
    trackingId: trackingIdOf(raw, GROUP, 'Cluster'),
  };
}

function followsAnother(raw: RawObject): boolean {
  const replica = objectAt(raw, 'spec', 'replica');
  const enabled = booleanAt(replica, 'enabled');
  if (enabled !== undefined) {
    return enabled;
  }
  const primary = stringAt(replica, 'primary');
  const self = stringAt(replica, 'self') ?? stringAt(raw, 'metadata', 'name');
  return primary !== undefined && primary !== self;
}

/** A JSON list of instances, `["*"]` for all. */
function fencedOf(raw: RawObject): string[] {
  const text = annotationAt(raw, 'cnpg.io/fencedInstances');
  if (text === undefined) {
    return [];
  }
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list)
      ? list.map(one => (one === '*' ? 'all' : quoted(String(one))))
      : [quoted(text)];
  } catch {
    return [quoted(text)];
  }
}

function firstToExpire(status: RawObject): ClusterFacts['certificate'] {
  const known = Object.entries(
    objectAt(status, 'certificates', 'expirations'),
  ).flatMap(([secret, at]) => {
    const expires = parseTime(at);
    return expires === undefined ? [] : { secret, expires };
  });
  return known.sort((a, b) => a.expires - b.expires)[0];
}

function failingRoles(status: RawObject): string | undefined {
  const roles = Object.entries(
    objectAt(status, 'managedRolesStatus', 'cannotReconcile'),
  ).map(([role, messages]) => {
    const text = Array.isArray(messages) ? messages.map(String) : [];
    return text.length > 0 ? `${role}: ${text.join(', ')}` : role;
  });
  return roles.length > 0 ? quoted(roles.join('; ')) : undefined;
}

function firstRecoverable(status: RawObject): number | undefined {
  const times = Object.values(
    objectAt(status, 'firstRecoverabilityPointByMethod'),
  ).flatMap(at => parseTime(at) ?? []);
  return times.length > 0
    ? Math.min(...times)
    : timeAt(status, 'firstRecoverabilityPoint');
}

function catalogOf(spec: RawObject): ClusterFacts['catalog'] {
  const kind = stringAt(spec, 'imageCatalogRef', 'kind');
  const name = stringAt(spec, 'imageCatalogRef', 'name');
  return kind && name ? { kind, name } : undefined;
}

function secretsOf(spec: RawObject, status: RawObject) {
  const certificates = [
    'serverTLSSecret',
    'serverCASecret',
    'clientCASecret',
    'replicationTLSSecret',
  ].flatMap(
    field =>
      stringAt(status, 'certificates', field) ??
      stringAt(spec, 'certificates', field) ??
      [],
  );
  const users = [
    stringAt(spec, 'superuserSecret', 'name'),
    stringAt(spec, 'bootstrap', 'initdb', 'secret', 'name'),
    stringAt(spec, 'bootstrap', 'recovery', 'secret', 'name'),
    ...objectsAt(spec, 'managed', 'roles').map(role =>
      stringAt(role, 'passwordSecret', 'name'),
    ),
    ...objectsAt(spec, 'externalClusters').map(other =>
      stringAt(other, 'password', 'name'),
    ),
  ].filter((name): name is string => name !== undefined);
  return {
    ...(certificates.length > 0
      ? { certificateSecrets: [...new Set(certificates)] }
      : {}),
    ...(users.length > 0 ? { userSecrets: [...new Set(users)] } : {}),
  };
}
