import { KindId } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { Found, newest, Plan, Run } from './found';
import { CoverageReader } from './reader';

const BACKUP = 'velero.io/Backup';
const RESTORE = 'velero.io/Restore';
const SCHEDULE = 'velero.io/Schedule';
const MOVES: ReadonlyArray<{ kind: KindId; method: string }> = [
  { kind: 'velero.io/PodVolumeBackup', method: 'fileBackup' },
  { kind: 'velero.io/DataUpload', method: 'snapshotUpload' },
];

type Scope = { includedNamespaces?: string[]; excludedNamespaces?: string[] };
type BackupFacts = Scope & {
  phase?: string;
  completed?: number;
  expires?: number;
  csiCompleted?: number;
  snapshotsCompleted?: number;
  movesData?: true;
};
type MoveFacts = { phase?: string; completed?: number; claimUid?: string };
type ScheduleFacts = Scope & {
  paused?: true;
  intervalMillis?: number;
  volumeData?: string;
};
type RestoreFacts = Scope & { phase?: string; completed?: number };
type Move = Resource<MoveFacts>;

/** What Velero has of a claim: for certain where data were moved, else only by the namespace. */
export function veleroCoverage(
  claim: Resource,
  reader: CoverageReader,
): Found[] {
  const moved = MOVES.flatMap(({ kind, method }) => {
    const moves = reader
      .incoming<MoveFacts>(claim, 'backupOf', kind)
      .filter(move => isOf(move, claim));
    return movedCoverage(claim, moves, kind, method, reader);
  });
  const found = [...moved, ...snapshotCoverage(claim, reader)];
  const read = reader.read(BACKUP, ...MOVES.map(({ kind }) => kind));
  return found.length === 0 && !read
    ? [{ tool: 'velero', method: 'backup', read, plans: [] }]
    : found;
}

/** A claim that was made anew under the same name is another one. */
function isOf({ facts }: Move, { meta }: Resource): boolean {
  return !facts.claimUid || !meta.uid || facts.claimUid === meta.uid;
}

function movedCoverage(
  claim: Resource,
  moves: Move[],
  kind: KindId,
  method: string,
  reader: CoverageReader,
): Found[] {
  const wanted = method === 'fileBackup' ? 'fileSystem' : 'dataMover';
  const plans = new Map<Resource, Plan>();
  for (const plan of reader.all<ScheduleFacts>(SCHEDULE)) {
    if (plan.facts.volumeData === wanted && covers(plan.facts, claim)) {
      plans.set(plan as unknown as Resource, planOf(plan));
    }
  }
  const good: Run[] = [];
  const failed: Run[] = [];
  const holding = new Set<Resource>();
  for (const move of moves) {
    const of = move as unknown as Resource;
    const at = move.facts.completed ?? move.meta.created;
    const backups = reader.targets<BackupFacts>(of, 'backup');
    const [backup] = backups.items;
    if (move.verdict.status === 'failed') {
      failed.push({ at, of, message: move.verdict.message });
    } else if (
      move.facts.phase === 'Completed' &&
      (backup ? isUsable(backup, reader.now) : !backups.read)
    ) {
      good.push({ at, of });
      if (backup) {
        const whole = backup as unknown as Resource;
        holding.add(whole);
        for (const plan of reader.targets<ScheduleFacts>(whole, 'ofSchedule')
          .items) {
          plans.set(plan as unknown as Resource, planOf(plan));
        }
      }
    }
  }
  if (moves.length === 0 && plans.size === 0) {
    return [];
  }
  return [
    {
      tool: 'velero',
      method,
      read: reader.read(BACKUP, kind),
      good: newest(good),
      failed: newest(failed),
      plans: [...plans.values()],
      restore: restoreOf(claim, holding, reader),
    },
  ];
}

/** A backup in part holds the data that were moved all the same. */
function isUsable(
  { facts, meta }: Resource<BackupFacts>,
  now: number,
): boolean {
  return (
    (facts.phase === 'Completed' || facts.phase === 'PartiallyFailed') &&
    meta.deleting === undefined &&
    (facts.expires === undefined || facts.expires > now)
  );
}

/** The backups of a claim's namespace that hold snapshots, and no data that were moved. */
function snapshotRuns(
  claim: Resource,
  reader: CoverageReader,
  csi: boolean,
): Resource<BackupFacts>[] {
  const { namespace } = claim.meta;
  return reader.once(`velero snapshots ${csi} ${namespace}`, () =>
    reader
      .all<BackupFacts>(BACKUP)
      .filter(
        ({ facts, meta }) =>
          facts.phase === 'Completed' &&
          !facts.movesData &&
          (csi ? facts.csiCompleted : facts.snapshotsCompleted) &&
          meta.deleting === undefined &&
          (facts.expires === undefined || facts.expires > reader.now) &&
          covers(facts, claim),
      ),
  );
}

/** Snapshots that a backup counts and does not list: it covers the namespace, and maybe the claim. */
function snapshotCoverage(claim: Resource, reader: CoverageReader): Found[] {
  const found: Found[] = [];
  for (const csi of [true, false]) {
    const runs = snapshotRuns(claim, reader, csi);
    if (runs.length > 0) {
      found.push({
        tool: 'velero',
        method: 'snapshot',
        read: reader.read(BACKUP),
        // CSI snapshots stay in the storage; those of a provider's plugin are kept by the provider.
        local: csi,
        uncertain: true,
        good: newest(
          runs.map(run => ({
            at: run.facts.completed ?? run.meta.created,
            of: run as unknown as Resource,
          })),
        ),
        plans: reader
          .all<ScheduleFacts>(SCHEDULE)
          .filter(
            ({ facts }) =>
              facts.volumeData === 'snapshot' && covers(facts, claim),
          )
          .map(planOf),
      });
    }
  }
  return found;
}

function restoreOf(
  claim: Resource,
  holding: ReadonlySet<Resource>,
  reader: CoverageReader,
): Found['restore'] {
  const done: Run[] = [];
  for (const backup of holding) {
    for (const one of reader.incoming<RestoreFacts>(
      backup,
      'restoresFrom',
      RESTORE,
    )) {
      // One that is called complete and lacks volumes proves nothing.
      if (one.verdict.status === 'healthy' && covers(one.facts, claim)) {
        done.push({ at: one.facts.completed, of: one as unknown as Resource });
      }
    }
  }
  for (const one of reader.incoming<MoveFacts>(
    claim,
    'restores',
    'velero.io/DataDownload',
  )) {
    if (one.facts.phase === 'Completed') {
      done.push({ at: one.facts.completed, of: one as unknown as Resource });
    }
  }
  const proven = newest(done);
  return {
    read: reader.read(RESTORE, 'velero.io/DataDownload'),
    ...(proven ? { proven } : {}),
  };
}

function planOf(plan: Resource<ScheduleFacts>): Plan {
  return {
    of: plan as unknown as Resource,
    interval: plan.facts.intervalMillis,
    suspended: plan.facts.paused === true,
  };
}

function covers(scope: Scope, { meta }: Resource): boolean {
  const { includedNamespaces = ['*'], excludedNamespaces = [] } = scope;
  const namespace = meta.namespace ?? '';
  return (
    includedNamespaces.some(one => fits(one, namespace)) &&
    !excludedNamespaces.some(one => fits(one, namespace))
  );
}

/** A name, or one with stars in it. */
function fits(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) {
    return pattern === name;
  }
  const parts = pattern.split('*');
  let at = 0;
  return parts.every((part, index) => {
    if (index === 0) {
      at = part.length;
      return name.startsWith(part);
    }
    if (index === parts.length - 1) {
      return name.length - at >= part.length && name.endsWith(part);
    }
    const found = name.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}
