import {
  CoverageGap,
  CoverageItem,
  CoverageRestore,
  CoverageRun,
  CoverageTool,
} from '@socle/backstage-plugin-socle-common';
import { KindId, kindId } from '../definition/kind';
import { Resource } from '../definition/resource';
import type { ResourceStore } from '../graph/store';
import { refOf } from '../graph/stored-resource';
import { formatTime } from '../reading/times';
import { postgresCoverage } from './backups/cloudnative-pg';
import { Found, newest, Run } from './backups/found';
import { isLate, judgeGap } from './backups/gap';
import { longhornCoverage } from './backups/longhorn';
import { CoverageReader } from './backups/reader';
import { untoldCoverage } from './backups/untold';
import { veleroCoverage } from './backups/velero';
import { snapshotCoverage } from './backups/volume-snapshots';

const CLAIM: KindId = '/PersistentVolumeClaim';

type Source = (of: Resource, reader: CoverageReader) => Found[];

/** Who could hold a backup of a claim. */
const CLAIM_SOURCES: readonly Source[] = [
  longhornCoverage,
  veleroCoverage,
  snapshotCoverage,
];

/** The databases, and who could hold a backup of theirs. */
const DATABASES: ReadonlyMap<KindId, Source> = new Map([
  ['postgresql.cnpg.io/Cluster', postgresCoverage],
]);

/** A failed run, or a snapshot in the same storage, is no backup. */
const NEVER_BACKED_UP: readonly CoverageGap[] = [
  'noBackup',
  'localOnly',
  'failed',
];

/**
 * Per claim and database: the last good backup by each tool, whether a restore was ever proven, and the gap. What the
 * reader may not see counts as not read.
 * @public
 */
export function findCoverage(
  store: ResourceStore,
  cluster: string,
  now: number,
  visible: (resource: Resource) => boolean = () => true,
): CoverageItem[] {
  const reader = new CoverageReader(store, now, visible);
  return [CLAIM, ...DATABASES.keys()].flatMap(kind =>
    reader.all(kind).flatMap(of => coverageOf(of, cluster, reader) ?? []),
  );
}

/**
 * Tells of what is known to have no good backup away from its own storage: the flag `notBackedUp`. What was not read,
 * or may not be seen, is not known. Only of claims that hold data for longer than a pod, and of databases.
 * @public
 */
export function findsNotBackedUp(
  store: ResourceStore,
  now: number,
  visible: (resource: Resource) => boolean = () => true,
): (of: Resource) => boolean {
  const reader = new CoverageReader(store, now, visible);
  return of => {
    const kind = kindId(of.kind);
    if (kind === CLAIM ? !keepsData(of) : !DATABASES.has(kind)) {
      return false;
    }
    const item = coverageOf(of, '', reader);
    return (
      item !== undefined &&
      item.lastGood === undefined &&
      NEVER_BACKED_UP.includes(item.gap)
    );
  };
}

/** A claim without a volume holds nothing yet; one that a pod owns goes with it. */
function keepsData({ meta, facts }: Resource): boolean {
  return (
    facts.phase === 'Bound' && !meta.owners?.some(({ kind }) => kind === 'Pod')
  );
}

/** The coverage of one claim or database; undefined for anything else. */
export function coverageOf(
  of: Resource,
  cluster: string,
  reader: CoverageReader,
): CoverageItem | undefined {
  const kind = kindId(of.kind);
  const own = DATABASES.get(kind);
  if (own) {
    const found = [...own(of, reader), ...untoldCoverage(reader)];
    return itemOf(of, 'database', found, cluster, reader);
  }
  if (kind !== CLAIM) {
    return undefined;
  }
  const database = reader
    .targets(of, 'ownedBy')
    .items.find(owner => DATABASES.has(kindId(owner.kind)));
  const found = [
    ...CLAIM_SOURCES.flatMap(source => source(of, reader)),
    ...untoldCoverage(reader),
    ...(database
      ? DATABASES.get(kindId(database.kind))!(database, reader)
      : []),
  ];
  return {
    ...itemOf(of, 'claim', found, cluster, reader),
    ...(database ? { coveredBy: refOf(database, cluster) } : {}),
  };
}

function itemOf(
  of: Resource,
  subject: CoverageItem['subject'],
  found: readonly Found[],
  cluster: string,
  reader: CoverageReader,
): CoverageItem {
  const certain = found.filter(one => !one.local && !one.uncertain);
  const best = newest(certain.flatMap(one => one.good ?? []));
  const tool = certain.find(one => one.good === best)?.tool;
  return {
    ref: refOf(of, cluster),
    subject,
    ...judgeGap(found, reader),
    ...(best && tool
      ? { lastGood: { tool, ...runOf(best, cluster, reader.now) } }
      : {}),
    tools: found.map(one => toolOf(one, cluster, reader)),
    restore: restoreOf(found, cluster),
  };
}

function toolOf(
  found: Found,
  cluster: string,
  reader: CoverageReader,
): CoverageTool {
  const { tool, method, read, good, failed, plans, recoverableFrom } = found;
  return {
    tool,
    method,
    state: read ? 'known' : 'notRead',
    local: found.local ?? false,
    certain: !found.uncertain,
    ...(good ? { lastGood: runOf(good, cluster, reader.now) } : {}),
    ...(failed ? { lastFailed: runOf(failed, cluster, reader.now) } : {}),
    late: isLate(found, reader),
    ...(recoverableFrom === undefined
      ? {}
      : { recoverableFrom: formatTime(recoverableFrom) }),
    schedules: plans.map(plan => ({
      ref: refOf(plan.of, cluster),
      ...(plan.interval === undefined
        ? {}
        : { intervalSeconds: Math.round(plan.interval / 1000) }),
      suspended: plan.suspended,
    })),
  };
}

function runOf(run: Run, cluster: string, now: number): CoverageRun {
  return {
    ...(run.at === undefined
      ? {}
      : {
          at: formatTime(run.at),
          ageSeconds: Math.max(0, Math.round((now - run.at) / 1000)),
        }),
    ...(run.of ? { ref: refOf(run.of, cluster) } : {}),
    ...(run.message ? { message: run.message } : {}),
  };
}

function restoreOf(found: readonly Found[], cluster: string): CoverageRestore {
  const proven = newest(found.flatMap(one => one.restore?.proven ?? []));
  if (proven) {
    return {
      state: 'proven',
      ...(proven.at === undefined ? {} : { at: formatTime(proven.at) }),
      ...(proven.of ? { ref: refOf(proven.of, cluster) } : {}),
    };
  }
  const known = found.every(one => one.read && (one.restore?.read ?? true));
  return { state: known ? 'never' : 'unknown' };
}
