import { parseArgs } from 'node:util';
import { median, print } from '../figure';
import { RoleProcess } from '../process';
import { Followed, Synced, Task } from './measure';
import { peerRole } from './peer-role';
import { serverRole } from './server-role';
import { socleRole } from './socle-role';

export const syncRoles = {
  'sync-server': serverRole,
  'sync-socle': socleRole,
  'sync-peer': peerRole,
};

type Run = Synced & Followed;

/**
 * How much it costs to know all pods of a cluster and to follow them: the portal's reader and store beside the informer
 * of `@kubernetes/client-node`, each in a process of its own against the same server in a third.
 */
export async function sync(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pods: { type: 'string', default: '50000' },
      events: { type: 'string', default: '20000' },
      runs: { type: 'string', default: '3' },
    },
  });
  const pods = Number(values.pods);
  const events = Number(values.events);
  const server = new RoleProcess('sync-server', ['--max-old-space-size=8192']);
  try {
    server.send({ pods });
    const { url, token } = await server.next<{ url: string; token: string }>();
    const task: Task = { url, token, pods, events };
    const socle: Run[] = [];
    const peer: Run[] = [];
    for (let run = 0; run < Number(values.runs); run++) {
      socle.push(await runOne('sync-socle', task, server));
      peer.push(await runOne('sync-peer', task, server));
    }
    const tell = (figure: string, unit: string, of: keyof Run) =>
      print({
        bench: 'sync',
        figure,
        unit,
        socle: median(socle.map(run => run[of])),
        peer: median(peer.map(run => run[of])),
      });
    tell(`cpu of a cold sync of ${pods} pods`, 'ms', 'cpuMillis');
    tell(`wall time of a cold sync of ${pods} pods`, 'ms', 'wallMillis');
    tell('peak memory of the process', 'MB', 'peakMegabytes');
    tell('memory kept per pod', 'bytes', 'keptBytesPerPod');
    tell('cpu per watch event', 'µs', 'cpuMicrosPerEvent');
  } finally {
    await server.stop();
  }
}

async function runOne(
  role: keyof typeof syncRoles,
  task: Task,
  server: RoleProcess,
): Promise<Run> {
  const client = new RoleProcess(role, ['--max-old-space-size=8192']);
  try {
    client.send(task);
    const synced = await client.next<Synced>();
    server.send({ events: task.events });
    const followed = await client.next<Followed>();
    return { ...synced, ...followed };
  } finally {
    await client.stop();
  }
}
