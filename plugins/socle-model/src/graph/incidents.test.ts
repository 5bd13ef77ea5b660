import {
  madeUpRegistry,
  object,
  threeCopies,
} from '../__testing__/made-up-platform';
import { findIncidents } from './incidents';
import { ResourceStore } from './store';

const NOW = Date.parse('2026-01-02T00:00:00Z');

function incidents(...changes: object[]) {
  const store = new ResourceStore(madeUpRegistry());
  [...threeCopies, ...changes].forEach(one => store.apply(one as never));
  store.settle(NOW);
  return findIncidents(store, 'c').map(incident => ({
    root: incident.root.name,
    reason: incident.reason,
    affected: incident.affected.map(ref => ref.name).sort(),
    severity: incident.severity,
  }));
}
const host = (name: string, state: string) =>
  object('Host', name, {}, { state });

describe('findIncidents', () => {
  it('finds nothing where all is well', () => {
    expect(incidents()).toEqual([]);
  });

  it('names the host and what it takes down, not each part', () => {
    expect(incidents(host('h2', 'down'))).toEqual([
      {
        root: 'h2',
        reason: 'HostDown',
        affected: ['c2', 's'],
        severity: 'critical',
      },
    ]);
  });

  it('follows a failure to the applications', () => {
    const found = incidents(
      host('h1', 'down'),
      host('h2', 'down'),
      host('h3', 'down'),
    );
    expect(found.map(one => one.root).sort()).toEqual(['h1', 'h2', 'h3']);
    expect(found[0].affected).toEqual(expect.arrayContaining(['a', 'b', 's']));
  });

  it('does not blame a cordoned host for what is broken on it for another reason', () => {
    const found = incidents(
      host('h1', 'cordoned'),
      object('Copy', 'lost', { host: 'h9', store: 's2' }),
    );
    expect(found.map(one => one.root)).toEqual(['h1']);
    const listed = new ResourceStore(madeUpRegistry());
    [
      host('h1', 'cordoned'),
      object('Copy', 'lost', { host: 'h9', store: 's2' }),
    ].forEach(one => listed.apply(one));
    listed.setListed('example.dev/Host', true);
    listed.settle(NOW);
    expect(
      findIncidents(listed, 'c')
        .map(one => one.root.name)
        .sort(),
    ).toEqual(['h1', 'lost']);
  });

  describe('of what breaks together', () => {
    const told = (...changes: object[]) => {
      const store = new ResourceStore(madeUpRegistry());
      [...threeCopies, ...changes].forEach(one => store.apply(one as never));
      store.settle(NOW);
      return findIncidents(store, 'c').map(({ root, affected, message }) => [
        root.name,
        affected
          .map(({ name }) => name)
          .sort()
          .join(' '),
        message,
      ]);
    };
    const at = (name: string, spec: object, state: string) =>
      object('Host', name, spec, { state });

    it('tells once what some of them have in common', () => {
      expect(
        told(
          at('h1', { rack: 'a' }, 'down'),
          at('h2', { rack: 'a' }, 'down'),
          at('h3', { rack: 'a' }, 'up'),
        ),
      ).toEqual([
        [
          'h1',
          'c1 c2 h2 s',
          'Host is down. The same goes for 2 of 3 of rack a.',
        ],
      ]);
    });

    it('tells once that all of a whole are lost, and apart what may be chance', () => {
      const north = { room: 'north' };
      expect(
        told(at('h1', north, 'down'), at('h2', north, 'down')).map(
          ([root, , message]) => [root, message],
        ),
      ).toEqual([
        ['h1', 'Host is down. The same goes for all 2 of room north.'],
      ]);
      expect(
        told(
          at('h1', north, 'down'),
          at('h2', north, 'down'),
          at('h3', north, 'up'),
        ).map(([root]) => root),
      ).toEqual(['h1', 'h2']);
    });

    it('keeps apart what has other reasons or other places', () => {
      expect(
        told(
          at('h1', { rack: 'a' }, 'down'),
          at('h2', { rack: 'a' }, 'cordoned'),
          at('h3', { rack: 'b' }, 'down'),
        )
          .map(([root]) => root)
          .sort(),
      ).toEqual(['h1', 'h2', 'h3']);
    });
  });
});
