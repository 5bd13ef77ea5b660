import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SimulatedRepository } from '../github/git/seed';
import { KubeObject } from '../storage/object';
import { ObjectFactory, uidOf } from './build/object-factory';
import { builtPlatform } from './build/platform-objects';
import { vaultAnswers } from './build/vault-answers';
import { ClusterFolder, readClusterFolder } from '../manifests/cluster-folder';
import { RecordedAnswer } from '../server/recorded-answers';
import { DemoPlatform, isFollowed, readPlatform } from './platform';
import { gitopsRepository, repositoryName } from './repository/repository';

/** @public A built-in demo cluster. */
export interface DemoCluster {
  name: string;
  title: string;
  version: string;
  objects: KubeObject[];
  /** What the systems beside it answer over HTTP. */
  systems?: Record<string, RecordedAnswer[]>;
  /** Its kubelets and its metrics API tell figures. */
  figures?: boolean;
  /** What happens to it while it runs. */
  scenario?: unknown;
}

/**
 * The built-in demo clusters: each file under `packages/simulator/demo` is the table of one platform; a folder of the
 * same name beside it holds what no table says (objects, `systems/`, `scenario.yaml`). `root` is the
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
    const platform = { ...read, head: headOf(read, heads) };
    const { name, title, version } = platform;
    const more = besideOf(root, platform, now);
    const { objects } = builtPlatform(platform, now, more.objects);
    const vault = vaultAnswers(platform, new ObjectFactory(now));
    const systems: Record<string, RecordedAnswer[]> =
      vault.length > 0 ? { vault } : {};
    for (const { system, answer } of more.systems) {
      (systems[system] ??= []).push(answer);
    }
    return {
      name,
      title,
      version,
      objects,
      systems,
      figures: more.figures,
      scenario: more.scenario,
    };
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
  return platforms(root)
    .filter(isFollowed)
    .map(platform =>
      gitopsRepository(platform, now, besideOf(root, platform, now).objects),
    );
}

function headOf(
  platform: DemoPlatform,
  heads: Record<string, string>,
): string | undefined {
  if (!isFollowed(platform)) return undefined;
  const { owner, name } = repositoryName(platform.repository);
  return heads[`${owner}/${name}`];
}

/** What the folder beside the table of a platform holds. */
function besideOf(
  root: string | undefined,
  { name }: DemoPlatform,
  now: number,
): ClusterFolder {
  const folder = join(folderOf(root), name);
  if (!existsSync(folder)) {
    return { objects: [], systems: [] };
  }
  const read = readClusterFolder(folder, now);
  return { ...read, objects: read.objects.map(withUid) };
}

/** Objects that the table's builders make refer to it as to their own. */
function withUid(object: KubeObject): KubeObject {
  const { apiVersion, kind, metadata } = object;
  const uid = uidOf(apiVersion, kind, metadata.namespace ?? '', metadata.name);
  return { ...object, metadata: { uid, generation: 1, ...metadata } };
}

function folderOf(root: string | undefined): string {
  return root
    ? join(root, 'packages', 'simulator', 'demo')
    : join(dirname(require.resolve('../../package.json')), 'demo');
}

function platforms(root: string | undefined): DemoPlatform[] {
  const folder = folderOf(root);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => readPlatform(join(folder, file)));
}
