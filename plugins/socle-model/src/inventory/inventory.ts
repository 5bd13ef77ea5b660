import { Area, PlatformComponent } from '@socle/backstage-plugin-socle-common';
import { KindId, kindId } from '../definition/kind';
import { isTrackedByApplication } from '../definition/ownership';
import { Resource } from '../definition/resource';
import { SystemDefinition } from '../definition/system';
import { ResourceStore } from '../graph/store';
import { applicationComponent } from './application-component';
import { base, kubernetes, namespaceOf, systemOf } from './component-base';
import { entityName } from './entity-name';
import { foundSystems, FoundSystem } from './found-systems';

const WORKLOADS = [
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/DaemonSet',
] as const;

/**
 * What a cluster's platform is made of: one component per application that Argo CD delivers, one per system and
 * workload that nobody delivers that way, and the resources they stand on. Identity only, no live state.
 * @public
 */
export function inventory(
  store: ResourceStore,
  cluster: string,
): PlatformComponent[] {
  const found = new Map<string, PlatformComponent>();
  const add = (component: PlatformComponent) => {
    if (component.name && !found.has(`${component.kind}/${component.name}`)) {
      found.set(`${component.kind}/${component.name}`, component);
    }
  };
  const systems = foundSystems(store);
  add(clusterItself(cluster));
  const applications = [...store.ofKind('argoproj.io/Application')];
  applications.forEach(application =>
    add(applicationComponent(store, cluster, application, systems)),
  );
  const delivered = new Set(
    applications.flatMap(({ facts }) => namespaceOf(facts) ?? []),
  );
  for (const { system, namespaces } of systems) {
    const own = [...namespaces].filter(namespace => !delivered.has(namespace));
    if (own.length > 0) {
      add(systemComponent(cluster, system, own[0]));
    }
  }
  for (const workload of WORKLOADS.flatMap(kind => inOrder(store, kind))) {
    if (
      !delivered.has(workload.meta.namespace ?? '') &&
      !isTrackedByApplication(workload.facts.trackingId)
    ) {
      const component = workloadComponent(cluster, workload, systems);
      const taken = found.get(`Component/${component.name}`);
      // A workload called as its system or application is that; one of another namespace is not.
      add(
        taken && taken.namespace !== component.namespace
          ? {
              ...component,
              name: entityName(`${component.namespace}-${component.title}`),
            }
          : component,
      );
    }
  }
  for (const { kind, system } of store.registry.all()) {
    const { type, area = system.area } = kind.entity ?? {};
    for (const resource of type ? inOrder(store, kindId(kind)) : []) {
      const component = resourceComponent(cluster, resource, type!, area);
      // A database and the cache beside it may well go by one name.
      add(
        found.has(`Resource/${component.name}`)
          ? { ...component, name: entityName(`${kind.kind}-${component.name}`) }
          : component,
      );
    }
  }
  return [...found.values()];
}

/** By namespace and name, so that the same objects get the same names whatever order they came in. */
function inOrder(store: ResourceStore, kind: KindId): Resource[] {
  const at = ({ meta }: Resource) => `${meta.namespace ?? ''}/${meta.name}`;
  return [...store.ofKind(kind)].sort((a, b) => (at(a) < at(b) ? -1 : 1));
}

function clusterItself(cluster: string): PlatformComponent {
  return {
    ...base(cluster, cluster, 'Resource', 'kubernetes-cluster', 'cluster'),
    title: cluster,
    dependsOn: [],
  };
}

function systemComponent(
  cluster: string,
  system: SystemDefinition,
  namespace: string,
): PlatformComponent {
  return {
    ...base(cluster, system.id, 'Component', 'service', system.area),
    title: system.title,
    system: system.id,
    namespace,
    description: system.description,
    links: system.docs
      ? [{ url: system.docs, title: `${system.title} documentation` }]
      : [],
    annotations: kubernetes(
      cluster,
      namespace,
      `app.kubernetes.io/name=${system.id}`,
    ),
  };
}

function workloadComponent(
  cluster: string,
  workload: Resource,
  systems: FoundSystem[],
): PlatformComponent {
  const { meta, kind, version } = workload;
  const system = systemOf(systems, meta.namespace, meta.name);
  const area = areaOfWorkload(workload, system);
  return {
    ...base(cluster, meta.name, 'Component', 'workload', area),
    title: meta.name,
    ...(system ? { system: system.id } : {}),
    ...(meta.namespace ? { namespace: meta.namespace } : {}),
    annotations: {
      'socle.dev/resource': `${cluster}/${kind.group}/${version}/${kind.kind}/${
        meta.namespace ?? '_'
      }/${meta.name}`,
      ...(meta.namespace
        ? {
            'backstage.io/kubernetes-namespace': meta.namespace,
            'backstage.io/kubernetes-cluster': cluster,
          }
        : {}),
    },
  };
}

function resourceComponent(
  cluster: string,
  resource: Resource,
  type: string,
  area: Area,
): PlatformComponent {
  const { meta, kind, version } = resource;
  const name = meta.namespace ? `${meta.namespace}-${meta.name}` : meta.name;
  return {
    ...base(cluster, name, 'Resource', type, area),
    title: meta.name,
    ...(meta.namespace ? { namespace: meta.namespace } : {}),
    annotations: {
      'socle.dev/resource': `${cluster}/${kind.group || 'core'}/${version}/${
        kind.kind
      }/${meta.namespace ?? '_'}/${meta.name}`,
    },
  };
}

function areaOfWorkload(
  { meta, facts }: Resource,
  system: SystemDefinition | undefined,
): Area {
  if (meta.namespace === 'kube-system') return 'cluster';
  return facts.database ? 'data' : system?.area ?? 'application';
}
