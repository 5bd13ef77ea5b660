import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { Knex } from 'knex';
import { node } from '../__testing__/memory-cluster';
import { ClusterEngine } from '../engine/cluster-engine';
import { TransitionHistory } from './transition-history';

const START = Date.parse('2026-02-01T00:00:00Z');
const MINUTE = 60_000;

/** PostgreSQL only where one was given: none is started for a test. */
const POSTGRES: TestDatabaseId = 'POSTGRES_18';
const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING
    ? ['SQLITE_3', POSTGRES]
    : ['SQLITE_3'],
});

/** One replica's picture of a cluster, moved by hand. */
function replica(history: TransitionHistory, name = 'c') {
  const store = new ResourceStore(new SystemRegistry(systems));
  const cluster = { name, store } as ClusterEngine;
  return {
    store,
    see(minutes: number, ready: string, uid?: string, of = 'n1') {
      const raw = node(of, ready);
      store.apply({
        ...raw,
        metadata: { ...(raw.metadata as object), ...(uid ? { uid } : {}) },
      });
      return this.settle(minutes);
    },
    loses(minutes: number) {
      store.remove('/Node', undefined, 'n1');
      return this.settle(minutes);
    },
    settle(minutes: number) {
      return history.record(cluster, store.settle(START + minutes * MINUTE));
    },
  };
}

describe.each(databases.eachSupportedId())('TransitionHistory, %s', id => {
  let knex: Knex;
  const create = () =>
    TransitionHistory.create(
      mockServices.database({ knex }),
      mockServices.logger.mock(),
    );
  const said = async (history: TransitionHistory, params = {}) =>
    (await history.read(['c'], params))
      .map(({ from, to, reason }) =>
        `${from ?? '-'}>${to} ${reason ?? ''}`.trim(),
      )
      .reverse();

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('writes one row per change of health, the newest first', async () => {
    const history = await create();
    const one = replica(history);
    await one.see(0, 'True');
    await one.see(1, 'Unknown');
    await one.see(2, 'Unknown');
    await one.see(3, 'True');
    await one.loses(4);
    const rows = await history.read(['c'], {});
    expect(rows.map(row => row.at)).toEqual([
      '2026-02-01T00:04:00.000Z',
      '2026-02-01T00:03:00.000Z',
      '2026-02-01T00:01:00.000Z',
    ]);
    expect(rows[2]).toEqual({
      ref: {
        cluster: 'c',
        apiVersion: 'v1',
        kind: 'Node',
        name: 'n1',
        uid: 'uid-n1',
      },
      at: '2026-02-01T00:01:00.000Z',
      from: 'healthy',
      to: 'failed',
      reason: 'NodeSilent',
      message: expect.stringContaining('Node silent since'),
    });
    expect(await said(history)).toEqual([
      'healthy>failed NodeSilent',
      'failed>healthy NodeReady',
      'healthy>gone',
    ]);
  });

  it('writes nothing of an object that is well when it is first seen, but what is wrong', async () => {
    const history = await create();
    await replica(history).see(0, 'True');
    expect(await said(history)).toEqual([]);
    await replica(history).see(1, 'False');
    expect(await said(history)).toEqual(['->failed NodeNotReady']);
  });

  it('writes a change that several replicas see once', async () => {
    const histories = [await create(), await create(), await create()];
    const replicas = histories.map(history => replica(history));
    for (const [minute, ready] of [
      [0, 'True'],
      [1, 'Unknown'],
      [2, 'True'],
      [3, 'False'],
    ] as const) {
      await Promise.all(replicas.map(one => one.see(minute, ready)));
    }
    expect(await said(histories[0])).toEqual([
      'healthy>failed NodeSilent',
      'failed>healthy NodeReady',
      'healthy>failed NodeNotReady',
    ]);
  });

  it('repeats nothing after a restart, and writes what changed meanwhile', async () => {
    await replica(await create()).see(0, 'Unknown');
    const again = await create();
    const second = replica(again);
    await second.see(60, 'Unknown');
    expect(await said(again)).toEqual(['->failed NodeSilent']);
    const third = replica(await create());
    await third.see(120, 'True');
    expect(await said(again)).toEqual([
      '->failed NodeSilent',
      'failed>healthy NodeReady',
    ]);
  });

  it('tells after a restart since when an object is as it is', async () => {
    const first = replica(await create());
    await first.see(0, 'Unknown');
    await first.see(5, 'True');
    const second = replica(await create());
    const raw = node('n1', 'True');
    // This one does not say itself since when it is ready.
    (raw.status as { conditions: object[] }).conditions = [
      { type: 'Ready', status: 'True' },
    ];
    second.store.apply(raw);
    expect(await second.settle(60)).toBe(1);
    expect(second.store.get('/Node', undefined, 'n1')!.since).toBe(
      START + 5 * MINUTE,
    );
  });

  it('does not take the last row for the beginning where status or reason is another', async () => {
    await replica(await create()).see(0, 'Unknown');
    const second = replica(await create());
    expect(await second.see(60, 'False')).toBe(0);
  });

  it('writes what an object made anew under the same name is', async () => {
    const history = await create();
    const one = replica(history);
    await one.see(0, 'Unknown');
    await one.see(1, 'False', 'another');
    await one.see(2, 'True', 'a-third');
    expect(await said(history)).toEqual([
      '->failed NodeSilent',
      'failed>healthy NodeReady',
    ]);
    await one.loses(3);
    await one.see(4, 'False', 'a-fourth');
    expect((await said(history)).slice(2)).toEqual([
      'healthy>gone',
      '->failed NodeNotReady',
    ]);
  });

  it('keeps more objects than one batch apart', async () => {
    const history = await create();
    const one = replica(history);
    for (let n = 0; n < 250; n += 1) one.store.apply(node(`n${n}`, 'False'));
    await one.settle(0);
    expect(await history.read(['c'], { limit: 1_000 })).toHaveLength(250);
  });

  describe('reading', () => {
    let history: TransitionHistory;
    beforeEach(async () => {
      history = await create();
      const one = replica(history);
      await one.see(0, 'False');
      await one.see(10, 'True');
      await one.see(20, 'False', undefined, 'n2');
      await replica(history, 'd').see(30, 'False');
    });

    it.each([
      ['everything of a cluster', {}, ['n1 failed', 'n1 healthy', 'n2 failed']],
      ['by ref', { ref: 'c/core/v1/Node/_/n2' }, ['n2 failed']],
      [
        'by a ref of another version',
        { ref: 'c/core/v1beta1/Node/_/n2' },
        ['n2 failed'],
      ],
      ['by a ref of nothing', { ref: 'c/core/v1/Node/_/n3' }, []],
      [
        'from a time',
        { from: '2026-02-01T00:10:00Z' },
        ['n1 healthy', 'n2 failed'],
      ],
      [
        'to a time',
        { to: '2026-02-01T01:10:00+01:00' },
        ['n1 failed', 'n1 healthy'],
      ],
      [
        'between times',
        { from: '2026-02-01T00:05:00Z', to: '2026-02-01T00:15:00Z' },
        ['n1 healthy'],
      ],
      ['the newest few', { limit: '1' }, ['n2 failed']],
    ])('%s', async (_, params, expected) => {
      const rows = await history.read(['c'], params);
      expect(rows.map(row => `${row.ref.name} ${row.to}`).reverse()).toEqual(
        expected,
      );
    });

    it.each([
      ['ref', { ref: 'n1' }, /ref must be cluster\/group/],
      ['from', { from: 'yesterday' }, /from must be a time.*"yesterday"/],
      ['to', { to: '7' }, /to must be a time/],
      ['limit', { limit: '0' }, /limit must be a whole number from 1 to 1000/],
      ['limit', { limit: '1001' }, /limit must be/],
      ['limit', { limit: 'many' }, /limit must be/],
    ])('refuses a wrong %s and names it', async (_, params, message) => {
      await expect(history.read(['c'], params)).rejects.toThrow(message);
    });

    it('of no cluster is nothing', async () => {
      expect(await history.read([], {})).toEqual([]);
    });
  });

  it('forgets what is older than so many days', async () => {
    const history = await create();
    const one = replica(history);
    await one.see(0, 'False');
    await one.see(2 * 24 * 60, 'True');
    expect(await history.prune(2, START + 3 * 24 * 60 * MINUTE)).toBe(1);
    expect(await said(history)).toEqual(['failed>healthy NodeReady']);
  });

  it('loses rows, not the portal, while the database is away', async () => {
    const logger = mockServices.logger.mock();
    const history = await TransitionHistory.create(
      mockServices.database({ knex }),
      logger,
    );
    await knex.schema.renameTable('socle_transitions', 'away');
    const one = replica(history);
    expect(await one.see(0, 'False')).toBe(0);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^history: /),
    );
    await knex.schema.renameTable('away', 'socle_transitions');
    await one.see(1, 'True');
    expect(await said(history)).toEqual(['failed>healthy NodeReady']);
  });
});
