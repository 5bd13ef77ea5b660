import fc from 'fast-check';
import { kindId } from '../../definition/kind';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { longhorn } from '.';

const NOW = Date.UTC(2026, 3, 10, 8);
const registry = new SystemRegistry([longhorn]);
const kinds = longhorn.kinds.map(kind => [kindId(kind), kind] as const);
const STATUSES = ['healthy', 'progressing', 'degraded', 'failed', 'unknown'];

/** Anything, and often things that look like what Longhorn writes. */
const hostile = fc.oneof(
  fc.anything({ maxDepth: 2 }),
  fc.constantFrom('', 'running', 'attached', 'healthy', 'ready', 'Completed'),
  fc.constantFrom(null, true, false, 0, -1, NaN, [], {}, [null], [[]]),
  fc.record({ type: fc.string(), status: fc.constantFrom('True', 7, null) }),
);

/** Fields that the rules read, so that hostile values reach them. */
const FIELDS = {
  spec: [
    'numberOfReplicas',
    'nodeID',
    'disks',
    'healthyAt',
    'failedAt',
    'volumeName',
    'engineName',
    'accessMode',
    'backupTargetURL',
    'pollInterval',
    'attachmentTickets',
    'cron',
    'groups',
    'parameters',
    'image',
    'active',
    'evictionRequested',
    'allowScheduling',
    'dataLayout',
    'volume',
    'desireState',
  ],
  status: [
    'state',
    'robustness',
    'currentState',
    'conditions',
    'diskStatus',
    'replicaModeMap',
    'rebuildStatus',
    'restoreStatus',
    'currentReplicaAddressMap',
    'available',
    'lastSyncedAt',
    'lastBackupAt',
    'messages',
    'readyToUse',
    'error',
    'progress',
    'nodeDeploymentMap',
    'diskFileStatusMap',
    'attachmentTicketStatuses',
    'applied',
    'cloneStatus',
    'kubernetesStatus',
    'failedCount',
    'shareState',
    'size',
  ],
};

function part(fields: string[]) {
  return fc.oneof(
    { weight: 1, arbitrary: hostile },
    {
      weight: 4,
      arbitrary: fc.record(
        Object.fromEntries(fields.map(field => [field, hostile])),
        { requiredKeys: [] },
      ),
    },
  );
}

function judged(kind: string, rest: object) {
  const store = new ResourceStore(registry);
  const raw: RawObject = {
    apiVersion: 'longhorn.io/v1beta2',
    kind,
    metadata: {
      name: 'x',
      namespace: 'longhorn-system',
      uid: 'u',
      creationTimestamp: '2026-04-01T00:00:00Z',
    },
    ...rest,
  };
  const resource = store.apply(raw);
  store.settle(NOW);
  return resource!.verdict;
}

describe.each(kinds)('%s', (_, kind) => {
  it('survives whatever stands in its fields', () => {
    fc.assert(
      fc.property(part(FIELDS.spec), part(FIELDS.status), (spec, status) => {
        const verdict = judged(kind.kind, { spec, status });
        expect(STATUSES).toContain(verdict.status);
        expect(verdict.reason).not.toBe('RuleFailed');
        expect(verdict.message).not.toMatch(/undefined|NaN|\[object/);
        // Only what is refused on purpose is unreadable.
        expect(
          verdict.reason !== 'Unreadable' ||
            /is no (time|map)$/.test(verdict.message),
        ).toBe(true);
        const explained =
          verdict.status === 'healthy' ||
          verdict.evidence !== undefined ||
          ['NoState', 'Unreadable'].includes(verdict.reason);
        expect(explained).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is never healthy with a status that is missing or no object', () => {
    const noStatus = fc.constantFrom<object>(
      {},
      { status: null },
      { status: 'running' },
      { status: 3 },
      { status: ['healthy'] },
      { status: {} },
    );
    fc.assert(
      fc.property(
        noStatus,
        fc.record({ numberOfReplicas: fc.nat(4), nodeID: fc.constant('n') }),
        (status, spec) => {
          expect(judged(kind.kind, { spec, ...status }).status).not.toBe(
            'healthy',
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is never healthy where every field of its status is mistyped', () => {
    fc.assert(
      fc.property(fc.constantFrom<unknown>(7, [], { a: 1 }, 'zzz'), wrong => {
        const status = Object.fromEntries(
          FIELDS.status.map(field => [field, wrong]),
        );
        expect(judged(kind.kind, { status }).status).not.toBe('healthy');
      }),
      { numRuns: 8 },
    );
  });
});

it('knows no state of tomorrow', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...longhorn.kinds.filter(kind => !kind.stateless)),
      fc.string({ minLength: 9 }),
      (kind, word) => {
        const status = {
          state: `new-${word}`,
          currentState: `new-${word}`,
          robustness: `new-${word}`,
        };
        expect(judged(kind.kind, { status }).status).not.toBe('healthy');
      },
    ),
    { numRuns: 50 },
  );
});
