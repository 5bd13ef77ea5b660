import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SimulatedRepository } from '../github/git/seed';
import { KubeObject } from '../storage/object';
import { builtPlatform } from './build/platform-objects';
import { DemoPlatform, readPlatform } from './platform';
import { gitopsRepository, repositoryName } from './repository/repository';

/** @public A built-in demo cluster. */
export interface DemoCluster {
  name: string;
  title: string;
  version: string;
  objects: KubeObject[];
}

/**
 * The built-in demo clusters: each file under `packages/simulator/demo` is the table of one platform. `root` is the
 * project's folder, as the launcher states it. `heads` are the commits that their GitOps repositories are at, by
 * `owner/name`; made up where left out.
 * @public
 */
export function demoClusters(
  root: string | undefined,
  now: number = Date.now(),
  heads: Record<string, string> = {},
): DemoCluster[] {
  return platforms(root).map(read => {
    const { owner, name: repository } = repositoryName(read.repository);
    const platform = { ...read, head: heads[`${owner}/${repository}`] };
    const { name, title, version } = platform;
    const { objects } = builtPlatform(platform, now);
    return { name, title, version, objects };
  });
}

/**
 * The GitOps repositories that the demo clusters follow.
 * @public
 */
export function demoRepositories(
  root: string | undefined,
  now: number = Date.now(),
): SimulatedRepository[] {
  return platforms(root).map(platform => gitopsRepository(platform, now));
}

function platforms(root: string | undefined): DemoPlatform[] {
  const folder = root
    ? join(root, 'packages', 'simulator', 'demo')
    : join(dirname(require.resolve('../../package.json')), 'demo');
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => readPlatform(join(folder, file)));
}
