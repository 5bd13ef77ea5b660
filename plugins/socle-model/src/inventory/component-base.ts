import { Area, PlatformComponent } from '@socle/backstage-plugin-socle-common';
import { Resource } from '../definition/resource';
import { SystemDefinition } from '../definition/system';
import { stringAt } from '../reading/raw';
import { entityName } from './entity-name';
import { FoundSystem } from './found-systems';

/** What every component of a cluster starts from: it stands on the cluster. */
export function base(
  cluster: string,
  name: string,
  kind: PlatformComponent['kind'],
  type: string,
  area: Area,
): PlatformComponent {
  return {
    cluster,
    name: entityName(name),
    title: name,
    kind,
    type,
    area,
    links: [],
    dependsOn: [`resource:${entityName(cluster)}`],
    annotations: {},
    tags: [],
  };
}

/** Everybody's: what runs there says nothing of its neighbours. */
const SHARED = new Set(['kube-system', 'default']);

/** The system that runs in a namespace; the one of the same name where there are several, or where it is shared. */
export function systemOf(
  systems: FoundSystem[],
  namespace: string | undefined,
  name: string,
): SystemDefinition | undefined {
  const here = systems.filter(
    found => namespace && found.namespaces.has(namespace),
  );
  const named = here.find(found => found.system.id === name);
  const only = SHARED.has(namespace ?? '') ? undefined : here[0];
  return (named ?? only)?.system;
}

/** The annotations by which Backstage's Kubernetes plugin finds the workloads. */
export function kubernetes(
  cluster: string,
  namespace: string,
  selector: string,
) {
  return {
    'backstage.io/kubernetes-cluster': cluster,
    'backstage.io/kubernetes-namespace': namespace,
    'backstage.io/kubernetes-label-selector': selector,
  };
}

/** The namespace that an Application delivers to. */
export function namespaceOf(facts: Resource['facts']): string | undefined {
  return stringAt(facts, 'destination', 'namespace');
}

/** A fact that is a non-empty string. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
