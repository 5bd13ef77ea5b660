import { Conventions, ExistingFiles } from '@socle/emitter';
import { parseAllDocuments } from 'yaml';
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
  /** Hosts of its routes, and the file that has each. */
  hosts?: Array<{ host: string; path: string }>;
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
    ...(files && { hosts: hostsIn(files) }),
  };
}

/** Hosts that a route or an Ingress of the repository has. */
function hostsIn(files: ExistingFiles): Array<{ host: string; path: string }> {
  const found: Array<{ host: string; path: string }> = [];
  for (const [path, content] of files) {
    if (
      !/^kind: ["']?(HTTPRoute|GRPCRoute|TLSRoute|Ingress)\b/m.test(content)
    ) {
      continue;
    }
    for (const document of documentsOf(content)) {
      const { hostnames = [], rules = [] } = document?.spec ?? {};
      const hosts = [
        ...asList(hostnames),
        ...asList(rules).map(rule => (rule as Rule | null)?.host),
      ];
      for (const host of hosts) {
        if (typeof host === 'string') {
          found.push({ host, path });
        }
      }
    }
  }
  return found;
}

interface Rule {
  host?: unknown;
}

interface RouteDocument {
  spec?: { hostnames?: unknown; rules?: unknown };
}

function documentsOf(content: string): Array<RouteDocument | null> {
  try {
    return parseAllDocuments(content).map(
      document => document.toJS() as RouteDocument | null,
    );
  } catch {
    // A template of a chart is no YAML; its host then is not known.
    return [];
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
