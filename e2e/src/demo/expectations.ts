import { KindId } from '@socle/backstage-plugin-socle-model';
import { ReadPlatform, readPlatform } from './read-platform';

const MINUTE = 60_000;

/** One incident as a person would write it down. */
export interface Fault {
  /** `Kind namespace/name`; names that controllers make up end with `*`. */
  root: string;
  reason: string;
  /** Left out where no field says it, or the hour of the night decides. */
  minutes?: number;
  /** What it must take along, among others; `Kind namespace/name`. */
  affects: string[];
}

/** How one object must be found: `namespace/name`, status, reason. */
export type Finding = [
  kind: KindId,
  name: string,
  status: string,
  reason: string,
];

/** What a demo cluster must be found to be, written by hand. */
export interface Expected {
  cluster: string;
  /** The first of them is the first that a person is told of. */
  faults: Fault[];
  /** Systems that must be found, each with the worst of what it has. */
  systems: Record<string, string>;
  findings: Finding[];
  /** Sources that are not live, and those are all. */
  silent: string[];
}

/** Times of day at which the demo may be started: before, during and after its nightly work. */
export const TIMES = [
  '2026-03-01T00:00:00Z',
  '2026-03-01T02:04:59Z',
  '2026-03-01T02:05:00Z',
  '2026-03-01T13:37:11Z',
];

interface Named {
  kind: string;
  namespace?: string;
  name: string;
}

function named({ kind, namespace, name }: Named): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern;
}

/** Holds a demo cluster, as the portal's engine reads it at several times of day, against what was written by hand. */
export function describeCluster(
  expected: Expected,
  more: (platform: () => ReadPlatform, now: number) => void = () => {},
): void {
  const { cluster, faults, systems, findings, silent } = expected;
  describe.each(TIMES)(`${cluster} at %s`, time => {
    const now = Date.parse(time);
    let platform: ReadPlatform;
    beforeAll(async () => {
      platform = await readPlatform(cluster, now);
    }, 60_000);

    it(`has ${faults.length} incidents, each by its root, the worst first, and no other`, () => {
      const told = platform.incidents.map(({ root, reason }) => {
        const name = named(root);
        const known = faults.find(
          fault => fault.reason === reason && fits(fault.root, name),
        );
        return `${known?.root ?? name} ${reason}`;
      });
      const wanted = faults.map(({ root, reason }) => `${root} ${reason}`);
      expect([...told].sort()).toEqual([...wanted].sort());
      expect(told[0]).toBe(wanted[0]);
    });

    it.each(faults)(
      'tells of $reason of $root since when it is, and what it takes along',
      ({ root, reason, minutes, affects }) => {
        const incident = platform.incidents.find(
          one => one.reason === reason && fits(root, named(one.root)),
        )!;
        const affected = incident.affected.map(named);
        const missed = affects.filter(
          wanted => !affected.some(name => fits(wanted, name)),
        );
        expect({ missed, of: affected.length }).toEqual({
          missed: [],
          of: affected.length,
        });
        const since = Math.round((now - Date.parse(incident.since)) / MINUTE);
        expect(since).toBe(minutes ?? since);
      },
    );

    it(`finds ${Object.keys(systems).length} systems, and how they are`, () => {
      const found = Object.fromEntries(
        platform.systems.map(({ system, health }) => [system, health]),
      );
      expect(found).toMatchObject(systems);
    });

    it(`judges ${findings.length} of its objects as a person would`, () => {
      const wrong = findings.flatMap(([kind, name, status, reason]) => {
        const [namespace, plain] = name.split(/\/(.*)/s);
        const found = platform.store.get(kind, namespace || undefined, plain);
        const said = found
          ? `${found.verdict.status} ${found.verdict.reason}`
          : 'is not there';
        return said === `${status} ${reason}`
          ? []
          : [`${kind} ${name}: ${said}, not ${status} ${reason}`];
      });
      expect(wrong).toEqual([]);
    });

    it('hears every source but those of what is down', () => {
      const away = platform.sources
        .filter(({ state }) => state !== 'live')
        .map(({ source }) => source);
      expect(away.sort()).toEqual([...silent].sort());
    });

    more(() => platform, now);
  });
}
