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
});
