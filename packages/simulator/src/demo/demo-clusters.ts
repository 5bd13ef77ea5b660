import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { platformObjects } from './build/platform-objects';
import { readPlatform } from './platform';
import { KubeObject } from '../storage/object';

/** @public A built-in demo cluster. */
export interface DemoCluster {
  name: string;
  title: string;
  version: string;
  objects: KubeObject[];
}

/**
 * The built-in demo clusters, as of `now`.
 * @public
 */
export function demoClusters(now: number = Date.now()): DemoCluster[] {
  return ['edgit-k8s'].map(folder => {
    const platform = readPlatform(join(demoFolder(), folder, 'platform.yaml'));
    const { name, title, version } = platform;
    return { name, title, version, objects: platformObjects(platform, now) };
  });
}

/** `demo/` of this package: beside `src` in the workspace, else below the root that the launcher states. */
function demoFolder(): string {
  let at = __dirname;
  while (at !== dirname(at)) {
    const found = join(at, 'demo');
    if (existsSync(join(found, 'edgit-k8s/platform.yaml'))) {
      return found;
    }
    at = dirname(at);
  }
  return join(process.env.SOCLE_ROOT ?? '.', 'packages/simulator/demo');
}
