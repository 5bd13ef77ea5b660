import {
  madeUpRegistry,
  object,
  threeCopies,
} from '../__testing__/made-up-platform';
import { linkTo } from '../definition/link';
import { ResourceStore } from '../graph/store';
import { buildChain } from './chain';
import { ViewDefinition } from './view';

const NOW = Date.parse('2026-01-02T00:00:00Z');
const view: ViewDefinition = {
  id: 'made-up',
  title: 'Made up',
  ranks: [
    { title: 'App', kinds: ['example.dev/App'] },
    { title: 'Store', kinds: ['example.dev/Store'] },
    { title: 'Copy', kinds: ['example.dev/Copy'] },
    { title: 'Host', kinds: ['example.dev/Host'], ground: true },
  ],
};

function chain(start: [string, string], ...changes: object[]) {
  const store = new ResourceStore(madeUpRegistry());
  [...threeCopies, ...changes].forEach(one => store.apply(one as never));
  store.setListed('example.dev/Store', true);
  store.settle(NOW);
  const resource = store.get(
    `example.dev/${start[0]}`,
    start[0] === 'App' ? 'apps' : undefined,
    start[1],
  )!;
  return buildChain(store, 'c', view, resource);
}

describe('buildChain', () => {
  it('goes from what needs to what is needed, rank by rank', () => {
    const { nodes, edges, break: broken } = chain(['App', 'a']);
    expect(nodes.map(node => `${node.rank} ${node.ref.name}`)).toEqual([
      '0 a',
      '1 s',
      '2 c1',
      '2 c2',
      '2 c3',
      '3 h1',
      '3 h2',
      '3 h3',
    ]);
    expect(edges).toHaveLength(7);
    expect(broken).toBeUndefined();
  });

  it('breaks at what stood on the failed ground, and names the ground as the cause', () => {
    const { break: broken } = chain(
      ['App', 'a'],
      object('Host', 'h2', {}, { state: 'down' }),
    );
    expect(broken).toMatchObject({
      ref: { kind: 'Copy', name: 'c2' },
      reason: 'CopyLost',
      cause: { ref: { kind: 'Host', name: 'h2' }, reason: 'HostDown' },
    });
  });

  it('shows what is named and missing, and breaks there', () => {
    const { nodes, break: broken } = chain(
      ['App', 'x'],
      object('App', 'x', { stores: ['nowhere'] }),
    );
    expect(nodes.find(node => node.ref.name === 'nowhere')).toMatchObject({
      state: 'absent',
      health: { reason: 'Missing' },
    });
    expect(broken?.ref.name).toBe('nowhere');
  });

  it('starts from the middle: users to the left, ground to the right, no neighbours beside', () => {
    const { nodes } = chain(['Copy', 'c1']);
    expect(nodes.map(node => node.ref.name)).toEqual([
      'a',
      'b',
      's',
      'c1',
      'h1',
    ]);
  });

  it('does not break at what is missing and not needed', () => {
    const store = new ResourceStore(madeUpRegistry());
    const { kind } = store.registry.get('example.dev/App')!;
    const mentions = {
      ...kind,
      links: () => [
        {
          ...linkTo('mentions', {
            group: 'example.dev',
            kind: 'Store',
            name: 'old',
          }),
        },
      ],
    };
    store.setListed('example.dev/Store', true);
    const app = store.applyAs(
      mentions,
      object('App', 'a', { stores: [] }),
      'v1',
    )!;
    store.settle(NOW);
    const { nodes, break: broken } = buildChain(store, 'c', view, app);
    expect(nodes.find(node => node.ref.name === 'old')).toMatchObject({
      state: 'absent',
      health: { status: 'unknown', reason: 'Missing' },
    });
    expect(broken).toBeUndefined();
  });
});
