import { startSimulator } from '@socle/simulator';
import { fromParent, toParent } from '../process';

/** What a server process is told to serve. */
export interface Served {
  pods: number;
  /** Pods that change per second. */
  churn: number;
}

/** Serves a generated cluster. */
export async function serverRole(): Promise<void> {
  const { pods, churn } = await fromParent<Served>();
  const simulator = await startSimulator({
    clusters: [],
    scale: { nodes: Math.ceil(pods / 100), pods, churn },
  });
  toParent({ url: simulator.url('scale'), token: simulator.token });
}
