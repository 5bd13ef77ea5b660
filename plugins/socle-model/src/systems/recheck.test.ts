import { join } from 'node:path';
import { KindId } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { parseTime } from '../reading/times';
import { systems } from '.';
import { readFixtures } from './__testUtils__/fixtures';
import { loadFixture } from './__testUtils__/load-fixture';

const MINUTE = 60_000;
const LATER = [1, 7, 61, 1_445, 44_000].map(minutes => minutes * MINUTE);
const registry = new SystemRegistry(systems);

/**
 * Nothing is judged again while nothing changes, save at the time that the verdict itself named. So what a verdict
 * says, its sentence too, has to hold until then: it names times and no ages, and every way out of a rule that
 * compares with the clock says when it wants to be asked again.
 */
describe.each(systems.map(system => [system.id]))(
  'what is said of %s holds until it is judged again',
  id => {
    const fixtures = readFixtures(join(__dirname, id));

    it.each(Object.keys(fixtures.files))('%s', name => {
      const file = fixtures.files[name];
      const objects = loadFixture(join(__dirname, id), name, registry);
      const filled = () => {
        const store = new ResourceStore(registry);
        for (const raw of objects) store.apply(raw);
        for (const listed of file.listed ?? []) {
          store.setListed(listed as KindId, true);
        }
        return store;
      };
      const at = parseTime(file.at ?? fixtures.at)!;
      const waiting = filled();
      const looking = filled();
      waiting.settle(at);
      looking.settle(at);
      for (const [times, later] of LATER.entries()) {
        waiting.settle(at + later);
        // Everything is judged again when a list becomes complete or ceases to be.
        looking.setListed('/Nothing', times % 2 === 0);
        looking.settle(at + later);
        expect([later / MINUTE, said(waiting)]).toEqual([
          later / MINUTE,
          said(looking),
        ]);
      }
    });
  },
);

function said(store: ResourceStore): Record<string, unknown> {
  return Object.fromEntries(
    [...store.all()].map(({ kind, meta, verdict }) => [
      `${kind.kind} ${meta.namespace ?? ''}/${meta.name}`,
      [
        verdict.status,
        verdict.reason,
        verdict.message,
        verdict.flags ?? [],
        verdict.warnings ?? [],
      ],
    ]),
  );
}
