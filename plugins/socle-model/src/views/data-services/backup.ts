import {
  COVERAGE_GAPS,
  CoverageItem,
  CoverageRestore,
  DataServiceFacts,
} from '@socle/backstage-plugin-socle-common';
import { Footing } from './footing';

type BackupFacts = Pick<
  DataServiceFacts,
  | 'backup'
  | 'backupMessage'
  | 'lastGoodAt'
  | 'lastGoodTool'
  | 'recoverableFrom'
  | 'restore'
  | 'restoredAt'
  | 'schedules'
>;

/** The backups of an instance: its own where a tool makes them of it as a whole, else the worst of its claims'. */
export function backupOf(
  own: CoverageItem | undefined,
  claims: ReadonlyArray<CoverageItem | undefined>,
  footing: Footing,
): BackupFacts {
  if (own) {
    return factsOf(own, own.lastGood, own.restore);
  }
  const known = claims.filter(one => one !== undefined);
  if (known.length === 0) {
    const empty =
      footing.complete &&
      footing.claims.length === 0 &&
      footing.pods.length > 0;
    return {
      backup: empty ? 'nothingStored' : 'unknown',
      restore: 'unknown',
      schedules: 0,
    };
  }
  const [worst] = [...known].sort(
    (a, b) => COVERAGE_GAPS.indexOf(a.gap) - COVERAGE_GAPS.indexOf(b.gap),
  );
  const partly = known.length < claims.length || !footing.complete;
  return {
    ...factsOf(
      worst,
      partly ? undefined : oldestGood(known),
      partly ? { state: 'unknown' } : restoreOf(known),
    ),
    backup: partly && worst.gap === 'none' ? 'unknown' : worst.gap,
    backupMessage:
      known.length > 1 ? `${worst.ref.name}: ${worst.message}` : worst.message,
  };
}

function factsOf(
  { gap, message, tools }: CoverageItem,
  lastGood: CoverageItem['lastGood'],
  restore: CoverageRestore,
): BackupFacts {
  const schedules = tools.flatMap(tool =>
    tool.schedules.map(({ ref }) => `${ref.kind}/${ref.namespace}/${ref.name}`),
  );
  const [from] = tools.flatMap(tool => tool.recoverableFrom ?? []).sort();
  return {
    backup: gap,
    backupMessage: message,
    ...(lastGood?.at ? { lastGoodAt: lastGood.at } : {}),
    ...(lastGood ? { lastGoodTool: lastGood.tool } : {}),
    ...(from ? { recoverableFrom: from } : {}),
    restore: restore.state,
    ...(restore.at ? { restoredAt: restore.at } : {}),
    schedules: new Set(schedules).size,
  };
}

/** What could be brought back of all claims is as old as the oldest. */
function oldestGood(
  items: readonly CoverageItem[],
): CoverageItem['lastGood'] | undefined {
  const good = items.flatMap(({ lastGood }) => lastGood ?? []);
  return good.length === items.length
    ? good.sort((a, b) => (b.ageSeconds ?? 0) - (a.ageSeconds ?? 0))[0]
    : undefined;
}

/** Proven is only what is proven of each claim. */
function restoreOf(items: readonly CoverageItem[]): CoverageRestore {
  const states = items.map(({ restore }) => restore.state);
  if (states.every(state => state === 'proven')) {
    return items[0].restore;
  }
  return { state: states.includes('unknown') ? 'unknown' : 'never' };
}
