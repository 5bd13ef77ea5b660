import { Conventions } from '@socle/emitter';
import { PlatformConventions } from '../conventions/platform-conventions';
import { repositoryAddress } from '../repository/repository-address';
import { ReadRepository } from './preview';

/** What forms know of the platform: names that are taken, and what may be chosen. */
export interface PlatformAnswer {
  /** Clusters with conventions of their own. */
  clusters: string[];
  domains: string[];
  projects: Conventions['projects'];
  reserved: Conventions['reserved'];
  storageClass: string;
  repository: { url: string; state: 'read' | 'notRead'; message?: string };
  /** Names of the apps in the repository; left out where it was not read. */
  apps?: string[];
}

export function platformAnswer(
  platform: PlatformConventions,
  cluster: string | undefined,
  { files, message }: ReadRepository,
): PlatformAnswer {
  const conventions = platform.of(cluster);
  const { domains, projects, reserved, storage, gitops } = conventions;
  const below = `${gitops.appsRoot}/`;
  const apps =
    files &&
    new Set(
      [...files.keys()]
        .filter(path => path.startsWith(below))
        .map(path => path.slice(below.length).split('/'))
        .filter(parts => parts.length > 1)
        .map(([app]) => app),
    );
  return {
    clusters: platform.clusters,
    domains: domains.map(({ name }) => name),
    projects,
    reserved,
    storageClass: storage.className,
    repository: {
      url: repositoryAddress(conventions).url,
      ...(files ? { state: 'read' } : { state: 'notRead', message }),
    },
    ...(apps && { apps: [...apps].sort() }),
  };
}
