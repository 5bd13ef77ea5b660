import { defineKind, Facts } from '../definition/kind';
import { Meta, Resource } from '../definition/resource';
import { withDefaults } from './thresholds';
import { judge, NOT_JUDGED } from './judge';
import {
  failed,
  HealthContext,
  healthy,
  progressing,
  Verdict,
} from './verdict';

const CREATED = Date.parse('2026-03-01T08:00:00Z');
const MINUTE = 60_000;

function judged(
  own: Verdict | (() => never),
  meta: Partial<Meta> = {},
  after = 0,
  patienceMinutes?: number,
): Verdict {
  const resource: Resource = {
    kind: defineKind<Facts>({
      group: 'example.dev',
      kind: 'Pump',
      plural: 'pumps',
      versions: ['v1'],
      namespaced: true,
      project: () => ({}),
      health: () => (typeof own === 'function' ? own() : own),
      ...(patienceMinutes === undefined ? {} : { patienceMinutes }),
    }),
    system: 'pumps',
    area: 'application',
    version: 'v1',
    meta: {
      name: 'p',
      created: CREATED,
      hasStatus: true,
      origin: 'live',
      ...meta,
    },
    facts: {},
    verdict: NOT_JUDGED,
    since: 0,
  };
  return judge(resource, {
    now: CREATED + after,
    thresholds: withDefaults(),
  } as HealthContext);
}

const well = healthy('PumpRuns', 'Runs.');
const lag = { generation: 5, observedGeneration: 4 };

describe('judge', () => {
  it('does not lose patience with a new definition of an old object', () => {
    const verdict = judged(well, lag, 90 * 24 * 60 * MINUTE);
    expect(verdict).toMatchObject({
      status: 'progressing',
      reason: 'GenerationLag',
    });
  });

  it('names the conditions where only they say which definition they are of', () => {
    expect(judged(well, lag, 0).evidence).toEqual([
      { path: 'status.observedGeneration', value: 4 },
    ]);
    const byConditions = { ...lag, observedByConditions: true } as const;
    expect(judged(well, byConditions, 0).evidence).toEqual([
      { path: 'status.conditions[].observedGeneration', value: 4 },
    ]);
  });

  it('loses patience with what the kind itself says is on its way, lag or not', () => {
    const starting = progressing('PumpStarts', 'Starts.');
    const verdict = judged(starting, lag, 11 * MINUTE);
    expect(verdict).toMatchObject({
      status: 'degraded',
      reason: 'NoProgress',
      warnings: ['The status describes an older generation.'],
    });
    expect(judged(starting, lag, 9 * MINUTE)).toMatchObject({
      reason: 'PumpStarts',
      recheckAt: CREATED + 10 * MINUTE + 1,
    });
  });

  it('says since when there is no progress: since the patience ended', () => {
    const starting = progressing('PumpStarts', 'Starts.', {
      progressingSince: CREATED + 5 * MINUTE,
    });
    expect(judged(starting, {}, 15 * MINUTE).reason).toBe('PumpStarts');
    expect(judged(starting, {}, 16 * MINUTE)).toMatchObject({
      reason: 'NoProgress',
      since: CREATED + 15 * MINUTE,
    });
  });

  it('keeps the deadline of the own verdict behind a lag', () => {
    const verdict = judged({ ...well, recheckAt: CREATED + 7 }, lag);
    expect(verdict.recheckAt).toBe(CREATED + 7);
  });

  it('waits for ever where the kind says so', () => {
    const filling = progressing('PumpFills', 'Fills.');
    expect(judged(filling, {}, 1000 * MINUTE, 0).reason).toBe('PumpFills');
  });

  it.each([
    [
      'unreadable',
      { unreadable: 'spec is a list' },
      0,
      'unknown',
      'Unreadable',
      undefined,
    ],
    [
      'no status yet',
      { hasStatus: false },
      MINUTE,
      'progressing',
      'NoStatusYet',
      CREATED,
    ],
    [
      'never a status',
      { hasStatus: false },
      11 * MINUTE,
      'degraded',
      'NeverReported',
      CREATED,
    ],
    [
      'in Git',
      { hasStatus: false, origin: 'git' as const },
      MINUTE,
      'unknown',
      'DefinedInGit',
      undefined,
    ],
    [
      'on its way out',
      { deleting: CREATED, finalizers: ['a/b'] },
      9 * MINUTE,
      'progressing',
      'BeingDeleted',
      CREATED,
    ],
    [
      'stuck',
      { deleting: CREATED, finalizers: ['a/b'] },
      11 * MINUTE,
      'degraded',
      'DeletionStuck',
      CREATED,
    ],
    [
      'within its grace',
      { deleting: CREATED, deletionGraceSeconds: 300 },
      14 * MINUTE,
      'progressing',
      'BeingDeleted',
      CREATED,
    ],
  ])('%s', (_, meta, after, status, reason, since) => {
    expect(judged(well, meta, after)).toMatchObject({ status, reason });
    expect(judged(well, meta, after).since).toBe(since);
  });

  it('lets a failure show through deletion', () => {
    const verdict = judged(failed('PumpBroke', 'Broke.'), {
      deleting: CREATED,
    });
    expect(verdict.reason).toBe('PumpBroke');
  });

  it('reads an error in a rule as unknown', () => {
    const verdict = judged(() => {
      throw new Error('no such field');
    });
    expect(verdict).toMatchObject({ status: 'unknown', reason: 'RuleFailed' });
    expect(verdict.message).toContain('no such field');
  });
});
