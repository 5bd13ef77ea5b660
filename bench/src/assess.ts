import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoClusters, KubeObject } from '@socle/simulator';
import { median } from './figure';

const RUNS = 5;
const OBJECTS = 10_000;

/** The objects of the demo clusters over and over, each time under other names. */
function dump(): KubeObject[] {
  const objects = demoClusters(process.env.SOCLE_ROOT).flatMap(
    cluster => cluster.objects,
  );
  return Array.from({ length: OBJECTS }, (_, index) => {
    const object = objects[index % objects.length];
    const copy = Math.floor(index / objects.length);
    const { metadata } = object;
    return copy === 0
      ? object
      : {
          ...object,
          metadata: { ...metadata, name: `${metadata.name}-${copy}` },
        };
  });
}

/** Seconds from the command to its end, as a person waits for it. */
function assessed(file: string): Promise<number> {
  const started = performance.now();
  const launcher = join(process.env.SOCLE_ROOT ?? '.', 'tooling/launch.mjs');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [launcher, 'assess', file, '--json'],
      { maxBuffer: 2 ** 28 },
      (error, output) => {
        // What has failed is told by exit code 1.
        if (error && error.code !== 1) reject(error);
        else if (!output.startsWith('[')) reject(new Error('no rows'));
        else resolve((performance.now() - started) / 1_000);
      },
    );
  });
}

/** How long `assess` takes for one object, and for the dump of a cluster. */
export async function assessBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'socle-assess-'));
  try {
    const objects = dump();
    const [one, all] = ['one.json', 'all.json'].map(name => join(folder, name));
    await writeFile(one, JSON.stringify(objects[0]));
    await writeFile(
      all,
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    );
    // The first run may have to make the command.
    await assessed(one);
    print('one object', await middle(one), 1.5);
    print(`${OBJECTS} objects`, await middle(all), 5);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function middle(file: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await assessed(file));
  }
  return median(times);
}

function print(figure: string, seconds: number, limit: number): void {
  const socle = Number(seconds.toPrecision(3));
  process.stdout.write(
    `${JSON.stringify({ bench: 'assess', figure, unit: 's', socle, limit })}\n`,
  );
}
