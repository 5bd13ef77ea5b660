import { SystemDefinition } from '@socle/backstage-plugin-socle-model';

/** What the cluster's credential needs for the probes that ask its API server. */
export interface ProbeRights {
  nonResourceURLs: string[];
  resources: Array<{ group: string; plural: string }>;
  /** Of subresources that allow more than reading: a proxy reaches whatever lies behind it. */
  proxies: Array<{ group: string; plural: string }>;
}

/** Found by asking each probe what it would ask for, were there one object of each kind. */
export function probeRights(systems: readonly SystemDefinition[]): ProbeRights {
  const rights: ProbeRights = {
    nonResourceURLs: [],
    resources: [],
    proxies: [],
  };
  const probes = systems
    .flatMap(system => system.probes ?? [])
    .filter(probe => probe.target === 'cluster');
  const round = {
    target: { name: 'cluster', namespace: 'cluster', endpoints: [] },
    found: () => [],
    listed: () => ['namespace/name'],
  };
  for (const request of probes.flatMap(probe => probe.requests)) {
    for (const target of request.asks?.(round) ?? []) {
      const [path] = target.split('?');
      const resource = resourceOf(path);
      if (!resource) {
        rights.nonResourceURLs.push(path);
      } else if (resource.plural.endsWith('/proxy')) {
        rights.proxies.push(resource);
      } else {
        rights.resources.push(resource);
      }
    }
  }
  return rights;
}

function resourceOf(path: string) {
  const [, core, group, rest] =
    /^\/(?:(api)\/v1|apis\/([^/]+)\/[^/]+)\/(?:namespaces\/[^/]+\/)?(.+)$/.exec(
      path,
    ) ?? [];
  if (!core && !group) return undefined;
  const [plural, , subresource] = rest.split('/');
  return {
    group: group ?? '',
    plural: subresource ? `${plural}/${subresource}` : plural,
  };
}
