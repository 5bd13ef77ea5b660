import { Resource } from '@socle/backstage-plugin-socle-model';
import fc from 'fast-check';
import {
  isKind,
  matches,
  page,
  parseResourceQuery,
  Row,
} from './resource-query';

const STATUSES = ['failed', 'degraded', 'unknown', 'progressing', 'healthy'];

function row(of: {
  cluster?: string;
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  status?: string;
  reason?: string;
  message?: string;
  flags?: string[];
  system?: string;
  area?: string;
  since?: number;
  facts?: object;
}): Row {
  return {
    cluster: of.cluster ?? 'c',
    resource: {
      kind: { group: of.group ?? '', kind: of.kind ?? 'Pod' },
      system: of.system ?? 'workloads',
      area: of.area ?? 'application',
      meta: { name: of.name, namespace: of.namespace },
      verdict: {
        status: of.status ?? 'healthy',
        reason: of.reason ?? 'PodReady',
        message: of.message ?? 'Ready.',
        flags: of.flags,
      },
      facts: of.facts ?? {},
      since: of.since ?? 0,
    } as unknown as Resource,
  };
}
const query = (params: object) => parseResourceQuery({ ...params });
const names = (rows: Row[]) => rows.map(one => one.resource.meta.name);

describe('parseResourceQuery', () => {
  it('has defaults', () => {
    expect(query({})).toMatchObject({ limit: 50, offset: 0, cluster: [] });
  });

  it('takes several values repeated or after commas', () => {
    expect(query({ system: ['a', 'b,c'] }).system).toEqual(['a', 'b', 'c']);
    expect(query({ system: '' }).system).toEqual([]);
  });

  it.each([
    [{ health: 'sick' }, /health must be one of failed, .* not "sick"/],
    [{ health: ['failed', 'bad'] }, /not "bad"/],
    [{ limit: '0' }, /limit must be a whole number from 1 to 1000, not "0"/],
    [{ limit: '1001' }, /limit/],
    [{ limit: '2.5' }, /limit/],
    [{ offset: '-1' }, /offset must be/],
    [{ offset: 'x' }, /offset must be/],
    [{ fact: 'pattern' }, /fact must be NAME:VALUE, not "pattern"/],
    [{ fact: ':A' }, /fact must be NAME:VALUE/],
  ])('refuses %j and names the field', (params, message) => {
    expect(() => query(params)).toThrow(message);
  });
});

describe('matches', () => {
  const volume = row({
    cluster: 'c',
    group: 'longhorn.io',
    kind: 'Volume',
    namespace: 'longhorn-system',
    name: 'pvc-1',
    system: 'longhorn',
    area: 'storage',
    status: 'degraded',
    reason: 'LonghornVolumeDegraded',
    message: '1 of 3 copies in sync.',
    flags: ['notBackedUp'],
    facts: {
      robustness: 'degraded',
      copies: 3,
      attached: true,
      claim: { namespace: 'shop', name: 'a,b' },
      tags: ['hot', 'cold'],
      gone: undefined,
    },
  });

  it.each<[object, boolean]>([
    [{}, true],
    [{ cluster: 'c' }, true],
    [{ cluster: 'd' }, false],
    [{ system: ['argo-cd', 'longhorn'] }, true],
    [{ area: 'backup' }, false],
    [{ kind: 'Volume' }, true],
    [{ kind: 'longhorn.io/Volume' }, true],
    [{ kind: 'core/Volume' }, false],
    [{ namespace: 'longhorn-system' }, true],
    [{ namespace: '_' }, false],
    [{ health: 'degraded,failed' }, true],
    [{ health: 'healthy' }, false],
    [{ flag: 'notBackedUp' }, true],
    [{ flag: 'unused' }, false],
    [{ reason: 'LonghornVolumeDegraded' }, true],
    [{ q: 'PVC-' }, true],
    [{ q: '3 copies' }, true],
    [{ q: 'nothing like it' }, false],
    [{ system: 'longhorn', health: 'healthy' }, false],
    [{ fact: 'robustness:degraded' }, true],
    [{ fact: ['robustness:healthy', 'robustness:degraded'] }, true],
    [{ fact: ['robustness:degraded', 'copies:2'] }, false],
    [{ fact: ['copies:3', 'attached:true'] }, true],
    [{ fact: 'claim.namespace:shop' }, true],
    [{ fact: 'claim.name:a,b' }, true],
    [{ fact: 'claim:shop' }, false],
    [{ fact: 'claim.constructor:x' }, false],
    [{ fact: 'tags:cold' }, true],
    [{ fact: 'tags.0:hot' }, false],
    [{ fact: 'gone:undefined' }, false],
    [{ fact: 'nothing:like it' }, false],
  ])('%j: %s', (params, expected) => {
    expect(matches(volume, query(params))).toBe(expected);
  });

  it.each([
    ['Pod', '', 'Pod', true],
    ['core/Pod', '', 'Pod', true],
    ['/Pod', '', 'Pod', true],
    ['v1/Pod', '', 'Pod', false],
    ['longhorn.io/Node', '', 'Node', false],
    ['core/Node', 'longhorn.io', 'Node', false],
    ['longhorn.io/v1beta2/Node', 'longhorn.io', 'Node', true],
  ])('takes %s for %s/%s: %s', (wanted, group, kind, expected) => {
    expect(isKind(wanted, group, kind)).toBe(expected);
  });
});

describe('page', () => {
  const rows = [
    row({
      name: 'b',
      status: 'healthy',
      facts: { size: 2, at: { zone: 'x' } },
    }),
    row({ name: 'a', status: 'failed' }),
    row({
      name: 'c',
      status: 'degraded',
      facts: { size: 10, at: { zone: 'y' } },
    }),
  ];

  it.each([
    [undefined, ['a', 'c', 'b']],
    ['name', ['a', 'b', 'c']],
    ['-name', ['c', 'b', 'a']],
    ['size', ['b', 'c', 'a']],
    ['-size', ['c', 'b', 'a']],
    ['constructor', ['a', 'b', 'c']],
    ['-at.zone', ['c', 'b', 'a']],
    ['at.zone', ['b', 'c', 'a']],
  ])('sorts by %s; what is not there comes last', (sort, expected) => {
    expect(names(page(rows, query({ sort })).rows)).toEqual(expected);
  });

  it('is one page by offset, and says how many there are', () => {
    const found = page(rows, query({ sort: 'name', limit: 1, offset: 1 }));
    expect(names(found.rows)).toEqual(['b']);
    expect(found.total).toBe(3);
    expect(page(rows, query({ offset: 9 })).rows).toEqual([]);
  });

  it('goes on after the place of the cursor though that row is gone', () => {
    const { nextCursor } = page(rows, query({ sort: 'name', limit: 2 }));
    const left = rows.filter(one => one.resource.meta.name !== 'b');
    const next = page(
      left,
      query({ sort: 'name', limit: 2, cursor: nextCursor }),
    );
    expect(names(next.rows)).toEqual(['c']);
  });

  it('gives page by page by cursor what it gives at once, whatever the sort', () => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom('', 'x', 'Ä', '10', '9'),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.constant(['list']),
    );
    const oneRow = fc.record({
      cluster: fc.constantFrom('c', 'd'),
      kind: fc.constantFrom('Pod', 'Node'),
      namespace: fc.constantFrom(undefined, 'n', 'm'),
      name: fc.string({ minLength: 1, maxLength: 3 }),
      status: fc.constantFrom(...STATUSES),
      reason: fc.constantFrom('A', 'B'),
      since: fc.integer({ min: 0, max: 3 }),
      fact: value,
    });
    const sort = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.constantFrom(
          'health',
          'name',
          'namespace',
          'kind',
          'cluster',
          'reason',
          'since',
          'created',
          'fact',
          'absent',
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(oneRow, {
          maxLength: 40,
          selector: one =>
            [one.cluster, one.kind, one.namespace, one.name].join('/'),
        }),
        sort,
        fc.integer({ min: 1, max: 7 }),
        (raw, by, limit) => {
          const all = raw.map(({ fact, ...one }) =>
            row({ ...one, facts: { fact } }),
          );
          const whole = page(all, query({ sort: by, limit: 1000 }));
          expect(whole.nextCursor).toBeUndefined();
          const pages: Row[] = [];
          let cursor: string | undefined;
          do {
            const next = page(
              [...all].reverse(),
              query({ sort: by, limit, cursor }),
            );
            expect(next.rows.length).toBeGreaterThan(all.length === 0 ? -1 : 0);
            expect(next.total).toBe(all.length);
            pages.push(...next.rows);
            cursor = next.nextCursor;
          } while (cursor);
          expect(pages).toEqual(whole.rows);
        },
      ),
    );
  });
});
