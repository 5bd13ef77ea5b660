import { join } from 'node:path';
import { DemoCluster, demoClusters } from '@socle/simulator';

const root = join(__dirname, '..', '..', '..');

/** The demo platform of a name, as of `now`. */
export function demoPlatform(name: string, now = Date.now()): DemoCluster {
  const found = demoClusters(root, now).find(cluster => cluster.name === name);
  if (!found) {
    throw new Error(`There is no demo platform ${name}.`);
  }
  return found;
}
