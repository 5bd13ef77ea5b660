import { Chain, ResourceItem } from '@socle/backstage-plugin-socle-common';
import fc from 'fast-check';
import { RESOURCE_COLUMNS, resourceRow, toCsv, toMermaid } from './export';

const cells = (...values: unknown[]) =>
  toCsv(
    [Object.fromEntries(values.map((value, at) => [`c${at}`, value]))],
    values.map((_, at) => `c${at}`),
  )
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n');

/** A reader of RFC 4180, as simple as it can be. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        value += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        value += text[at];
        at += 1;
      }
    }
    row.push(value);
    if (text[at] === ',') {
      at += 1;
    } else {
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('toCsv', () => {
  it.each<[unknown, string]>([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    [undefined, ''],
    [null, ''],
    [0, '0'],
    [-7, '-7'],
    [false, 'false'],
    [['x', 'y'], '"[""x"",""y""]"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+2', "'-1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1+1', "'＝1+1"],
    ['1=1', '1=1'],
  ])('writes %j as %j', (value, expected) => {
    expect(cells(value, 'end')).toBe(`${expected},end`);
  });

  it('has its columns first, also where there are no rows', () => {
    expect(toCsv([], ['a', 'b'])).toBe('a,b\r\n');
  });

  it('is read back as it was, but for the mark before what looks like a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), {
          maxLength: 5,
        }),
        rows => {
          const text = toCsv(
            rows.map(([a, b]) => ({ a, b })),
            ['a', 'b'],
          );
          const [, ...read] = parseCsv(text);
          const bare = (value: string) =>
            value.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');
          expect(read.map(row => row.map(bare))).toEqual(
            rows.map(row => row.map(bare)),
          );
          for (const value of read.flat()) {
            expect(value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
          }
        },
      ),
    );
  });
});

describe('resourceRow', () => {
  it('fills the columns there are', () => {
    const item: ResourceItem = {
      ref: {
        cluster: 'c',
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: 'n',
        name: 'p',
      },
      system: 'workloads',
      area: 'application',
      health: {
        status: 'failed',
        reason: 'R',
        message: 'M',
        since: 'S',
        flags: ['a', 'b'],
      },
      facts: {},
    };
    expect(Object.keys(resourceRow(item))).toEqual(RESOURCE_COLUMNS);
    expect(Object.values(resourceRow(item))).toEqual([
      'c',
      'workloads',
      'application',
      'v1',
      'Pod',
      'n',
      'p',
      'failed',
      'R',
      'M',
      'S',
      'a b',
    ]);
  });
});

describe('toMermaid', () => {
  it('draws boxes and arrows, and lets no name break out of its box', () => {
    const box = (id: string, name: string, status: 'healthy' | 'failed') => ({
      id,
      ref: {
        cluster: 'c',
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: 'n',
        name,
      },
      rank: 0,
      rankTitle: 'Pods',
      state: 'present' as const,
      health: { status, reason: 'R' },
      facts: {},
    });
    const chain: Chain = {
      view: 'storage',
      nodes: [box('x', 'a', 'healthy'), box('y', 'b"]\nclick', 'failed')],
      edges: [
        { from: 'x', to: 'y', rel: 'r', broken: true },
        { from: 'y', to: 'x', rel: 'r', broken: false },
      ],
      sources: [],
    };
    const lines = toMermaid(chain).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'flowchart LR',
      '  n0["Pod n/a<br/>healthy: R"]:::healthy',
      '  n1["Pod n/b#quot;] click<br/>failed: R"]:::failed',
      '  n0 -. broken .-> n1',
      '  n1 --> n0',
    ]);
  });
});
