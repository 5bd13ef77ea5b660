import { startSimulator } from '@socle/simulator';
import { fromParent, toParent } from '../process';

const BATCH = 25;
const EVERY_MILLIS = 10;

/** Serves a generated cluster, and restarts containers of its pods when told to. */
export async function serverRole(): Promise<void> {
  const { pods } = await fromParent<{ pods: number }>();
  const simulator = await startSimulator({
    clusters: [],
    scale: { nodes: Math.ceil(pods / 100), pods },
  });
  const cluster = simulator.cluster('scale');
  // Those that run: what has no container cannot restart one.
  const refs = cluster
    .list({ apiVersion: 'v1', kind: 'Pod' })
    .filter(
      pod =>
        (pod.status as { phase?: string } | undefined)?.phase === 'Running',
    )
    .map(({ metadata: { namespace, name } }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name,
    }));
  toParent({ url: simulator.url('scale'), token: simulator.token });
  let beats = 0;
  for (;;) {
    const { events } = await fromParent<{ events: number }>();
    for (let sent = 0; sent < events; sent++) {
      beats += 1;
      const ref = refs[(beats * 7919) % refs.length];
      const pod = cluster.get(ref)!;
      const status = pod.status as {
        containerStatuses?: Array<{ restartCount: number }>;
      };
      status.containerStatuses?.forEach(container => {
        container.restartCount = beats;
      });
      cluster.apply(pod);
      if (sent % BATCH === BATCH - 1) {
        await new Promise(resolve => setTimeout(resolve, EVERY_MILLIS));
      }
    }
  }
}
