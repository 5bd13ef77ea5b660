import { connectTo } from '@socle/backstage-plugin-socle-backend/src/reading';
import { startSimulator } from '@socle/simulator';
import { ApiServer } from './api-server';

/** The simulator; who may read less has a cluster of its own, as a cluster there knows one caller. */
export async function startSimulatedServer(): Promise<ApiServer> {
  const simulator = await startSimulator({
    clusters: [{ name: 'suite', bookmarkEveryMs: 1_000 }, { name: 'limited' }],
  });
  simulator.cluster('limited').forbid({ resource: 'secrets' });
  const connect = (name: string) =>
    connectTo(name, {
      server: { url: simulator.url(name), token: simulator.token },
    });
  const admin = connect('suite');
  const limited = connect('limited');
  return {
    admin,
    limited,
    compact: async () => simulator.cluster('suite').compact(),
    stop: async () => {
      admin.close();
      limited.close();
      await simulator.close();
    },
  };
}
