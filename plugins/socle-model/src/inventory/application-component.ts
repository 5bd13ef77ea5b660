import { Area, PlatformComponent } from '@socle/backstage-plugin-socle-common';
import { Resource } from '../definition/resource';
import { SystemDefinition } from '../definition/system';
import { ResourceStore } from '../graph/store';
import { objectAt } from '../reading/raw';
import { Registered } from '../reading/registered';
import {
  base,
  kubernetes,
  namespaceOf,
  systemOf,
  text,
} from './component-base';
import { entityName } from './entity-name';
import { FoundSystem } from './found-systems';

/** The component of an application that Argo CD delivers. */
export function applicationComponent(
  store: ResourceStore,
  cluster: string,
  application: Resource,
  systems: FoundSystem[],
): PlatformComponent {
  const { facts, meta } = application;
  const namespace = namespaceOf(facts);
  const said = objectAt(facts, 'registered') as Registered;
  const system = systemOf(systems, namespace, meta.name);
  const area = (said.area as Area | undefined) ?? system?.area ?? 'application';
  return {
    ...base(cluster, meta.name, 'Component', said.type ?? 'service', area),
    title: said.title ?? titleOf(meta.name, system),
    ...(system ? { system: system.id } : {}),
    ...(namespace ? { namespace } : {}),
    ...(said.owner ? { owner: said.owner } : {}),
    ...(said.lifecycle ? { lifecycle: said.lifecycle } : {}),
    ...(said['catalog-system'] ? { partOf: said['catalog-system'] } : {}),
    ...(said.docs ? { docs: said.docs } : {}),
    description: said.description ?? system?.description,
    links: strings(facts.externalURLs).map(url => ({
      url,
      title: hostOf(url),
    })),
    dependsOn: [
      ...base(cluster, meta.name, 'Component', 'service', area).dependsOn,
      ...groundOf(store, namespace),
    ],
    annotations: {
      'socle.dev/resource': `${cluster}/argoproj.io/${
        application.version
      }/Application/${meta.namespace ?? '_'}/${meta.name}`,
      'argocd/app-name': meta.name,
      ...(text(facts.project)
        ? { 'argocd/project-name': text(facts.project)! }
        : {}),
      ...(namespace
        ? kubernetes(
            cluster,
            namespace,
            `app.kubernetes.io/instance=${meta.name}`,
          )
        : {}),
    },
    tags: [
      'argo-cd',
      ...(text(facts.pattern)
        ? [`pattern-${text(facts.pattern)!.toLowerCase()}`]
        : []),
    ],
  };
}

/** The storage classes and secret stores that what runs in a namespace rests on. */
function groundOf(
  store: ResourceStore,
  namespace: string | undefined,
): string[] {
  if (!namespace) {
    return [];
  }
  const names = new Set<string>();
  for (const claim of store.ofKind('/PersistentVolumeClaim')) {
    const name = text(claim.facts.class);
    if (claim.meta.namespace === namespace && name) {
      names.add(`resource:${entityName(name)}`);
    }
  }
  for (const secret of store.ofKind('external-secrets.io/ExternalSecret')) {
    if (secret.meta.namespace !== namespace) continue;
    for (const link of store.linksOf(secret)) {
      if (
        link.rel === 'store' &&
        link.kinds.includes('external-secrets.io/ClusterSecretStore')
      ) {
        names.add(
          `resource:${entityName(link.to.slice(link.to.lastIndexOf('/') + 1))}`,
        );
      }
    }
  }
  return [...names];
}

function titleOf(name: string, system: SystemDefinition | undefined): string {
  return system && system.id === name ? system.title : name;
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/]+)/.exec(url)?.[1] ?? url;
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
}
