import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KubeObject } from '../storage/object';
import { platformObjects } from './build/platform-objects';
import { readPlatform } from './platform';

/** @public A built-in demo cluster. */
export interface DemoCluster {
  name: string;
  title: string;
  version: string;
  objects: KubeObject[];
}

/**
 * The built-in demo clusters: each file under `packages/simulator/demo` is the table of one platform. `root` is the
 * project's folder, as the launcher states it.
 * @public
 */
export function demoClusters(
  root: string | undefined,
  now: number = Date.now(),
): DemoCluster[] {
  const folder = root
    ? join(root, 'packages', 'simulator', 'demo')
    : join(dirname(require.resolve('../../package.json')), 'demo');
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => {
      const platform = readPlatform(join(folder, file));
      const { name, title, version } = platform;
      return { name, title, version, objects: platformObjects(platform, now) };
    });
}
