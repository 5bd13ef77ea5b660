import { defineKind } from '../definition/kind';
import { linkTo } from '../definition/link';
import { SystemRegistry } from '../definition/registry';
import { defineSystem } from '../definition/system';
import { degraded, failed, healthy, progressing } from '../judging/verdict';
import { numberAt, stringAt, stringsAt } from '../reading/raw';

/** A platform small enough to hold in one's head: hosts carry copies, copies make up a store, apps need stores. */
const host = defineKind<{ state?: string; rack?: string; room?: string }>({
  group: 'example.dev',
  kind: 'Host',
  plural: 'hosts',
  versions: ['v1'],
  namespaced: false,
  project: raw => ({
    state: stringAt(raw, 'status', 'state'),
    rack: stringAt(raw, 'spec', 'rack'),
    room: stringAt(raw, 'spec', 'room'),
  }),
  together: ({ facts }) => {
    if (facts.rack) return { key: facts.rack, title: `rack ${facts.rack}` };
    return facts.room
      ? { key: facts.room, title: `room ${facts.room}`, whole: true }
      : undefined;
  },
  health: ({ facts }) => {
    if (facts.state === 'down') return failed('HostDown', 'Host is down.');
    if (facts.state === 'cordoned')
      return degraded('HostCordoned', 'Host is cordoned.');
    return healthy('HostUp', 'Host is up.');
  },
  reasons: [
    { code: 'HostDown', cause: 'The host is down.', evidence: 'status.state' },
  ],
});

const copy = defineKind<{ host?: string; store?: string }>({
  group: 'example.dev',
  kind: 'Copy',
  plural: 'copies',
  versions: ['v1'],
  namespaced: false,
  project: raw => ({
    host: stringAt(raw, 'spec', 'host'),
    store: stringAt(raw, 'spec', 'store'),
  }),
  links: ({ facts }) => [
    linkTo(
      'runsOn',
      { group: 'example.dev', kind: 'Host', name: facts.host! },
      'target',
    ),
    linkTo(
      'copyOf',
      { group: 'example.dev', kind: 'Store', name: facts.store! },
      'source',
    ),
  ],
  health: (_, context) => {
    const at = context.target('runsOn');
    if (at?.state === 'present' && at.resource.verdict.status === 'failed') {
      return failed('CopyLost', 'The host of the copy is down.', {
        evidence: [{ of: at.resource, path: 'status.state', value: 'down' }],
      });
    }
    return at?.state === 'absent'
      ? failed('CopyHomeless', 'The host of the copy is gone.')
      : healthy('CopyInSync', 'In sync.');
  },
});

const store = defineKind<{ want?: number }>({
  group: 'example.dev',
  kind: 'Store',
  plural: 'stores',
  versions: ['v1'],
  namespaced: false,
  project: raw => ({ want: numberAt(raw, 'spec', 'want') }),
  health: ({ facts }, context) => {
    const copies = context.incoming('copyOf', 'example.dev/Copy').items;
    const good = copies.filter(one => one.verdict.status === 'healthy').length;
    if (copies.length === 0) return progressing('StoreEmpty', 'No copy yet.');
    if (good === 0) return failed('StoreLost', 'No copy is left.');
    return good < (facts.want ?? 1)
      ? degraded('StoreShort', `${good} of ${facts.want} copies.`)
      : healthy('StoreFull', `${good} of ${facts.want} copies.`);
  },
});

const app = defineKind<{ stores: string[] }>({
  group: 'example.dev',
  kind: 'App',
  plural: 'apps',
  versions: ['v1'],
  namespaced: true,
  project: raw => ({ stores: stringsAt(raw, 'spec', 'stores') }),
  links: ({ facts }) =>
    facts.stores.map(name =>
      linkTo('needs', { group: 'example.dev', kind: 'Store', name }, 'target'),
    ),
  health: (_, context) => {
    const needed = context.targets('needs');
    if (needed.some(one => one.state === 'absent')) {
      return failed('AppStoreMissing', 'A store that it needs is missing.');
    }
    const lost = needed.some(
      one =>
        one.state === 'present' && one.resource.verdict.status === 'failed',
    );
    return lost
      ? failed('AppDown', 'A store is lost.')
      : healthy('AppUp', 'Up.');
  },
});

/** An operator that must report at least every ten minutes. */
const operator = defineKind<{ seen?: number }>({
  group: 'example.dev',
  kind: 'Operator',
  plural: 'operators',
  versions: ['v1'],
  namespaced: false,
  project: raw => ({ seen: numberAt(raw, 'status', 'seen') }),
  health: ({ facts }, { now }) => {
    const due = (facts.seen ?? 0) + 600_000;
    return now > due
      ? degraded('OperatorSilent', 'Silent for ten minutes.')
      : healthy('OperatorReports', 'Reports.', { recheckAt: due + 1 });
  },
});

export const madeUpPlatform = defineSystem({
  id: 'made-up',
  title: 'Made up',
  area: 'storage',
  layer: 'infrastructure',
  description: 'For tests.',
  kinds: [host, copy, store, app, operator],
});

export const madeUpRegistry = () => new SystemRegistry([madeUpPlatform]);

/** An object of the made-up platform as an API server would give it. */
export function object(
  kind: string,
  name: string,
  spec: object = {},
  status: object = { any: true },
) {
  return {
    apiVersion: 'example.dev/v1',
    kind,
    metadata: {
      name,
      uid: `uid-${kind}-${name}`,
      resourceVersion: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...(kind === 'App' ? { namespace: 'apps' } : {}),
    },
    spec,
    status,
  };
}

/** Two apps on a store of three copies on three hosts. */
export const threeCopies = [
  ...['h1', 'h2', 'h3'].map(name => object('Host', name)),
  object('Store', 's', { want: 3 }),
  ...[1, 2, 3].map(n => object('Copy', `c${n}`, { host: `h${n}`, store: 's' })),
  object('App', 'a', { stores: ['s'] }),
  object('App', 'b', { stores: ['s'] }),
];
