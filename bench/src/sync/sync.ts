import { parseArgs } from 'node:util';
import { median, print } from '../figure';
import { RoleProcess } from '../process';
import { Measured, Task } from './measure';
import { peerRole } from './peer-role';
import { Served, serverRole } from './server-role';
import { socleRole } from './socle-role';

export const syncRoles = {
  'sync-server': serverRole,
  'sync-socle': socleRole,
  'sync-peer': peerRole,
};

type Side = 'sync-socle' | 'sync-peer';

/** On how many pods events are followed, and how many of them change per second: the server bounds both. */
const CHANGING = { pods: 5_000, churn: 1_000 };

/**
 * How much it costs to know all pods of a cluster and to follow them: the portal's reader and store beside the informer
 * of `@kubernetes/client-node`, each in a process of its own against the same server in a third.
 */
export async function sync(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pods: { type: 'string', default: '50000' },
      events: { type: 'string', default: '5000' },
      runs: { type: 'string', default: '3' },
    },
  });
  const pods = Number(values.pods);
  const runs = Number(values.runs);
  const still = await compare({ pods, churn: 0 }, 0, runs);
  still.tell(`cpu of a cold sync of ${pods} pods`, 'ms', 'cpuMillis');
  still.tell(`wall time of a cold sync of ${pods} pods`, 'ms', 'wallMillis');
  still.tell('peak memory of the process', 'MB', 'peakMegabytes');
  still.tell('memory kept per pod', 'bytes', 'keptBytesPerPod');
  const changing = await compare(CHANGING, Number(values.events), runs);
  changing.tell('cpu per watch event', 'µs', 'cpuMicrosPerEvent');
}

/** Runs both sides in turn against one server. */
async function compare(served: Served, events: number, runs: number) {
  const server = new RoleProcess('sync-server', ['--max-old-space-size=8192']);
  const results: Record<Side, Measured[]> = {
    'sync-socle': [],
    'sync-peer': [],
  };
  try {
    server.send(served);
    const at = await server.next<Pick<Task, 'url' | 'token'>>();
    const task: Task = { ...at, pods: served.pods, events };
    for (let run = 0; run < runs; run++) {
      results['sync-socle'].push(await runOne('sync-socle', task));
      results['sync-peer'].push(await runOne('sync-peer', task));
    }
  } finally {
    await server.stop();
  }
  const middle = (side: Side, of: keyof Measured) =>
    median(results[side].map(measured => measured[of]));
  return {
    tell: (figure: string, unit: string, of: keyof Measured) =>
      print({
        bench: 'sync',
        figure,
        unit,
        socle: middle('sync-socle', of),
        peer: middle('sync-peer', of),
      }),
  };
}

async function runOne(side: Side, task: Task): Promise<Measured> {
  const client = new RoleProcess(side, ['--max-old-space-size=8192']);
  try {
    client.send(task);
    return await client.next<Measured>();
  } finally {
    await client.stop();
  }
}
