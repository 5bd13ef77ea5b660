import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { definitionsIn } from '../demo/definitions-in';
import { ApiServer } from '../kubernetes-api/api-server';
import { findBinaries } from '../kubernetes-api/binaries';
import { eventually } from '../kubernetes-api/collecting-sink';
import { startRealServer } from '../kubernetes-api/real-server';
import {
  fixtureFiles,
  nameOf,
  ObjectFile,
  rounds,
  sampleFiles,
} from './object-files';
import { ServerObjects } from './server-objects';
import { assessed, differences } from './verdicts';
import { Watching } from './watching';

const { SOCLE_CRDS: crds, SOCLE_SAMPLES: samples } = process.env;
const binaries = findBinaries();
const say = (text: string) => process.stderr.write(`${text}\n`);
if (typeof binaries === 'string') say(`No real API server: ${binaries}.`);
if (!samples) say('No samples: SOCLE_SAMPLES names no folder.');
if (!crds) say('Only Kubernetes’ own kinds: SOCLE_CRDS names no folder.');

const systemsFolder = join(
  dirname(require.resolve('@socle/backstage-plugin-socle-model/package.json')),
  'src/systems',
);
/** The last of them is as new as anything that is written by hand. */
const NOW = Date.parse('2026-10-01T00:00:00Z');
const SETS: Array<[string, () => ObjectFile[], number]> = [
  ['fixtures', () => fixtureFiles(systemsFolder), 150],
  ...(samples && existsSync(join(samples, 'expected.json'))
    ? [
        ['samples', () => sampleFiles(samples, NOW), 50] as [
          string,
          () => ObjectFile[],
          number,
        ],
      ]
    : []),
];

const withServer = typeof binaries === 'string' ? describe.skip : describe;
jest.setTimeout(900_000);

withServer('on a real kube-apiserver', () => {
  const registry = new SystemRegistry(systems);
  let server: ApiServer;
  let objects: ServerObjects;
  let watching: Watching;

  beforeAll(async () => {
    if (typeof binaries === 'string') return;
    server = await startRealServer(binaries);
    objects = new ServerObjects(server.admin);
    if (crds) await objects.define(definitionsIn(crds));
    watching = new Watching(server.admin, registry);
    await eventually(() => expect(watching.complete).toBe(true), 60_000);
  });
  afterAll(async () => {
    watching?.stop();
    await server?.stop();
  });

  it.each(SETS)(
    'judges the %s through its watches as assess does, live and from a dump',
    async (name, read, atLeast) => {
      const refused: string[] = [];
      const applied = new Set<string>();
      const wrong: string[] = [];
      for (const { at, files } of rounds(read())) {
        watching.at = at;
        const given = files.flatMap(file =>
          file.objects.map(object => ({ object, file: file.name })),
        );
        given.sort((a, b) => rank(a.object.kind) - rank(b.object.kind));
        const held: string[] = [];
        for (const { object, file } of given) {
          const refusal = await objects.write(object);
          if (refusal) refused.push(`${file}: ${nameOf(object)} ${refusal}`);
          else held.push(`${file} ${nameOf(object)}`);
        }
        if (held.length > 0) {
          held.forEach(one => applied.add(one));
          wrong.push(...(await judgedOtherwise(at)));
        }
        await objects.clear();
      }
      const notServed = refused.filter(one => one.endsWith('is not served'));
      say(
        `${name}: ${applied.size} objects applied, ${
          notServed.length
        } of kinds that are not served, ${
          refused.length - notServed.length
        } refused:`,
      );
      refused
        .filter(one => !notServed.includes(one))
        .forEach(one => say(`  ${one}`));
      expect(wrong).toEqual([]);
      expect(applied.size).toBeGreaterThan(atLeast);
    },
  );

  async function judgedOtherwise(at: number): Promise<string[]> {
    const { live, dump, unread } = await assessed(server.admin, registry, at);
    // The watches take their time.
    const until = Date.now() + 5_000;
    let wrong = differences(watching.verdicts(), live);
    while (wrong.length > 0 && Date.now() < until) {
      await new Promise(resolve => setTimeout(resolve, 50));
      wrong = differences(watching.verdicts(), live);
    }
    const fromDump = differences(watching.verdictsOfWhatIsThere(), dump);
    return [...wrong, ...fromDump.map(one => `dump: ${one}`), ...unread];
  }
});

/** What others stand in is written first. */
function rank(kind: string): number {
  return kind === 'Namespace' ? 0 : 1;
}
