import {
  defineKind,
  defineSystem,
  degraded,
  failed,
  healthy,
  linkTo,
  numberAt,
  objectsAt,
  probeObject,
  stringAt,
  suspended,
  SystemRegistry,
  unknown,
} from '@socle/backstage-plugin-socle-model';
import { inputOf } from '../input/read';
import { judgeEntries } from './judge-entries';
import { sarif } from '../output/sarif';
import { table } from '../output/table';
import { Row, titleOf } from './row';

const GROUP = 'depot.socle.dev';
const base = {
  group: GROUP,
  versions: ['v1'],
  namespaced: true,
  source: 'probe' as const,
};

/** A made-up store of shelves; a shelf may hang on another one. */
const depot = defineSystem({
  id: 'depot',
  title: 'Depot',
  area: 'storage',
  layer: 'service',
  description: 'Keeps things.',
  kinds: [
    defineKind<{ open?: string; pages?: number }>({
      ...base,
      kind: 'Depot',
      plural: 'depots',
      project: raw => ({
        open: stringAt(raw, 'status', 'open'),
        pages: numberAt(raw, 'status', 'pages'),
      }),
      health: ({ facts: { open } }) => {
        if (open === undefined) return unknown('DepotSilent', 'Says nothing.');
        return open === 'yes'
          ? healthy('DepotOpen', 'Open.')
          : failed('DepotClosed', 'Closed.', {
              evidence: [{ path: 'status.open', value: open }],
            });
      },
    }),
    defineKind<{ state?: string; on?: string }>({
      ...base,
      kind: 'Shelf',
      plural: 'shelves',
      project: raw => ({
        state: stringAt(raw, 'status', 'state'),
        on: stringAt(raw, 'spec', 'on'),
      }),
      links: ({ meta: { namespace }, facts: { on } }) =>
        on
          ? [
              linkTo(
                'on',
                { group: GROUP, kind: 'Shelf', namespace, name: on },
                'target',
              ),
            ]
          : [],
      health: ({ facts: { state } }, context) => {
        const on = context.target('on');
        if (
          on?.state === 'present' &&
          on.resource.verdict.status === 'failed'
        ) {
          return degraded('ShelfHangs', `Hangs on ${on.resource.meta.name}.`);
        }
        if (state === 'paused') return suspended('ShelfPaused', 'Paused.');
        return state === 'broken'
          ? failed('ShelfBroken', 'Broken.', {
              evidence: [{ path: 'status.state', value: state }],
            })
          : healthy('ShelfStands', 'Stands.');
      },
    }),
    defineKind({
      ...base,
      kind: 'Label',
      plural: 'labels',
      project: () => ({}),
      stateless: true,
    }),
  ],
  probes: [
    {
      id: 'depot',
      target: 'configured',
      credential: 'none',
      requests: [
        {
          id: 'state',
          path: /^\/state$/,
          read: ({ body }, target) => ({
            subject: probeObject('depot', 'Depot', 'depot', target, {
              status: { open: stringAt(body, 'open') ?? String(body).trim() },
            }),
          }),
        },
        {
          id: 'shelves',
          path: /^\/shelves$/,
          read: ({ body }, target) => ({
            items: (Array.isArray(body)
              ? body
              : objectsAt(body, 'shelves')
            ).map(({ name, state, on, kind = 'Shelf' }) =>
              probeObject('depot', kind, name, target, {
                spec: { on },
                status: { state, name },
              }),
            ),
          }),
        },
        {
          id: 'map',
          path: /^\/map$/,
          read: ({ body }, target) => ({
            subject: probeObject('depot', 'Depot', 'depot', target, {
              status: { open: 'yes' },
            }),
            items: objectsAt(body, 'shelves').map(({ name, state }) =>
              probeObject('depot', 'Shelf', String(name), target, {
                status: { state },
              }),
            ),
          }),
        },
      ],
    },
  ],
});

function judged(...documents: string[]): Row[] {
  const registry = new SystemRegistry([depot]);
  const { entries } = inputOf('answers.yaml', documents.join('\n---\n'));
  return judgeEntries([entries], { registry, at: 0 });
}

function recorded(request: string, body: unknown, httpStatus = 200): string {
  return JSON.stringify({ request: `GET ${request}`, httpStatus, body });
}

function brief(rows: Row[]): string[] {
  return rows.map(
    ({ document, ref, health }) =>
      `${document} ${titleOf(ref)}: ${health.status} ${health.reason}`,
  );
}

describe('recorded answers', () => {
  it.each<[string, string[], string[]]>([
    [
      'are as their subject is',
      [recorded('/state', { open: 'no' })],
      ['0 HttpAnswer /state: failed DepotClosed'],
    ],
    [
      'may be text',
      ['request: GET /state\nhttpStatus: 200\nbody: |\n  yes\n'],
      ['0 HttpAnswer /state: healthy DepotOpen'],
    ],
    [
      'are as the worst of their items, each of which is told',
      [
        recorded('/shelves?all=1', {
          shelves: [
            { name: 'a', state: 'up' },
            { name: 'b', state: 'broken' },
            { name: 'c', kind: 'Label' },
            { name: 'd', state: 'paused' },
          ],
        }),
      ],
      [
        '0 HttpAnswer /shelves?all=1: failed ShelfBroken',
        '0 Shelf a in /shelves?all=1: healthy ShelfStands',
        '0 Shelf b in /shelves?all=1: failed ShelfBroken',
        '0 Shelf d in /shelves?all=1: unknown ShelfPaused',
      ],
    ],
    [
      'may be lists; what is paused does not count',
      [recorded('/shelves', [{ name: 'a' }, { name: 'b', state: 'paused' }])],
      [
        '0 HttpAnswer /shelves: healthy ShelfStands',
        '0 Shelf a in /shelves: healthy ShelfStands',
        '0 Shelf b in /shelves: unknown ShelfPaused',
      ],
    ],
    [
      'are as their subject is, whatever their items are',
      [recorded('/map', { shelves: [{ name: 'a', state: 'broken' }] })],
      [
        '0 HttpAnswer /map: healthy DepotOpen',
        '0 Shelf a in /map: failed ShelfBroken',
      ],
    ],
    [
      'have no state where nothing in them has',
      [
        recorded('/shelves', []),
        recorded('/shelves', [{ name: 'c', kind: 'Label' }]),
      ],
      [
        '0 HttpAnswer /shelves: unknown NoState',
        '1 HttpAnswer /shelves: unknown NoState',
      ],
    ],
    [
      'are not guessed at where no system knows them',
      [recorded('/elsewhere', { open: 'yes' })],
      ['0 HttpAnswer /elsewhere: unknown NotModelled'],
    ],
    [
      'say nothing where they were refused, or cannot be read',
      [
        recorded('/state', { open: 'yes' }, 403),
        recorded('/state', '{"open": "y'),
      ],
      [
        '0 HttpAnswer /state: unknown RequestRefused',
        '1 HttpAnswer /state: unknown Unreadable',
      ],
    ],
    [
      'of the same path are each judged by what they say',
      [
        recorded('/state', { open: 'yes' }),
        recorded('/state', { open: 'no' }),
        recorded('/map', { shelves: [] }),
        recorded('/state', { open: 'yes' }),
      ],
      [
        '0 HttpAnswer /state: healthy DepotOpen',
        '1 HttpAnswer /state: failed DepotClosed',
        '2 HttpAnswer /map: healthy DepotOpen',
        '3 HttpAnswer /state: healthy DepotOpen',
      ],
    ],
    [
      'do not share the state of an item',
      [
        recorded('/map', { shelves: [{ name: 'a', state: 'broken' }] }),
        recorded('/shelves', [{ name: 'a', state: 'up' }]),
      ],
      [
        '0 HttpAnswer /map: healthy DepotOpen',
        '0 Shelf a in /map: failed ShelfBroken',
        '1 HttpAnswer /shelves: healthy ShelfStands',
        '1 Shelf a in /shelves: healthy ShelfStands',
      ],
    ],
    [
      'see what other documents of the file say of other things, wherever these stand',
      [
        recorded('/shelves', [{ name: 'up', on: 'down' }]),
        recorded('/map', {
          shelves: [{ name: 'up' }, { name: 'down', state: 'broken' }],
        }),
      ],
      [
        '0 HttpAnswer /shelves: degraded ShelfHangs',
        '0 Shelf up in /shelves: degraded ShelfHangs',
        '1 HttpAnswer /map: healthy DepotOpen',
        '1 Shelf up in /map: degraded ShelfHangs',
        '1 Shelf down in /map: failed ShelfBroken',
      ],
    ],
    [
      'know how a thing is defined from another request, and not how it is',
      [
        recorded('/shelves', [
          { name: 'up', on: 'down', state: 'broken' },
          { name: 'down', state: 'broken' },
        ]),
        recorded('/map', { shelves: [{ name: 'up', state: 'fine' }] }),
      ],
      [
        '0 HttpAnswer /shelves: failed ShelfBroken',
        '0 Shelf up in /shelves: degraded ShelfHangs',
        '0 Shelf down in /shelves: failed ShelfBroken',
        '1 HttpAnswer /map: healthy DepotOpen',
        '1 Shelf up in /map: degraded ShelfHangs',
      ],
    ],
    [
      'of different addresses are of different instances',
      [
        recorded('https://one/shelves', [{ name: 'up', on: 'down' }]),
        recorded('https://two/shelves', [{ name: 'down', state: 'broken' }]),
      ],
      [
        '0 HttpAnswer /shelves: healthy ShelfStands',
        '0 Shelf up in /shelves: healthy ShelfStands',
        '1 HttpAnswer /shelves: failed ShelfBroken',
        '1 Shelf down in /shelves: failed ShelfBroken',
      ],
    ],
  ])('%s', (_title, documents, want) => {
    expect(brief(judged(...documents))).toEqual(want);
  });

  it('name the item, its reason and its evidence', () => {
    const rows = judged(
      recorded('/shelves', [{ name: 'a' }, { name: 'b', state: 'broken' }]),
    );
    expect(rows[0]).toMatchObject({
      ref: { cluster: 'files', kind: 'HttpAnswer', name: '/shelves' },
      health: {
        message: 'Shelf b: Broken.',
        evidence: [{ path: 'status.state', value: 'broken' }],
      },
      facts: { httpStatus: 200, system: 'depot' },
    });
    expect(rows[2].ref).toEqual({
      cluster: 'files',
      apiVersion: 'depot.socle.dev/v1',
      kind: 'HttpAnswer',
      name: '/shelves',
      item: { kind: 'Shelf', namespace: 'recorded', name: 'b' },
    });
  });

  it('are told in the terminal and as SARIF, each thing by its name', () => {
    const rows = judged(
      recorded('/shelves', [{ name: 'a' }, { name: 'b', state: 'broken' }]),
    );
    const text = table(rows, false);
    expect(text).toMatch(/✖ failed +Shelf b in \/shelves +ShelfBroken: Broken/);
    expect(text).toContain('3 objects: 2 failed, 1 healthy');
    const { results } = JSON.parse(sarif(rows, [], new SystemRegistry([depot])))
      .runs[0];
    expect(
      results.map((one: { locations: unknown[] }) => one.locations[0]),
    ).toMatchObject([
      { logicalLocations: [{ fullyQualifiedName: 'HttpAnswer /shelves' }] },
      { logicalLocations: [{ fullyQualifiedName: 'Shelf b in /shelves' }] },
    ]);
  });
});
