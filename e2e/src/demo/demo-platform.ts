import { DemoCluster, demoClusters } from '@socle/simulator';

/** The demo platform of a name, as of `now`. */
export function demoPlatform(name: string, now = Date.now()): DemoCluster {
  const found = demoClusters(undefined, now).find(
    cluster => cluster.name === name,
  );
  if (!found) {
    throw new Error(`There is no demo platform ${name}.`);
  }
  return found;
}
