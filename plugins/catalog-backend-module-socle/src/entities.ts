import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAMESPACE,
  ANNOTATION_SYSTEM,
  InventoryAnswer,
  PlatformComponent,
} from '@socle/backstage-plugin-socle-common';
import { Settings } from './settings';

type ClusterInventory = InventoryAnswer['clusters'][number];

/** Where entities of one cluster say that they come from; also the provider's location key. */
export function locationOf(cluster: string): string {
  return `socle:${cluster}`;
}

/**
 * The entities of one cluster: a catalog namespace of its own, a System per area, and a Component or Resource for
 * each thing found. Identity only: live state would make the catalog process them again at every flip.
 */
export function entitiesOf(
  inventory: ClusterInventory,
  settings: Settings,
): Entity[] {
  const { name: cluster, title, components } = inventory;
  const areas = [
    ...new Set(components.map(component => component.area)),
  ].sort();
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Domain',
      metadata: {
        name: settings.domain,
        title: settings.domainTitle,
        description: 'The platform and everything that runs on it.',
        annotations: located('platform'),
      },
      spec: { owner: settings.owner },
    },
    ...areas.map(area => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        namespace: cluster,
        name: area,
        title: `${title}: ${area}`,
        description: `Everything of cluster ${title} in the area ${area}.`,
        annotations: { ...located(cluster), [ANNOTATION_CLUSTER]: cluster },
      },
      spec: { owner: settings.owner, domain: `default/${settings.domain}` },
    })),
    ...components.map(component => entityOf(component, settings)),
  ];
}

function located(of: string) {
  return {
    [ANNOTATION_LOCATION]: locationOf(of),
    [ANNOTATION_ORIGIN_LOCATION]: locationOf(of),
  };
}

function entityOf(component: PlatformComponent, settings: Settings): Entity {
  const { cluster, kind } = component;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace: cluster,
      name: component.name,
      title: component.title,
      ...(component.description ? { description: component.description } : {}),
      annotations: {
        ...located(cluster),
        ...documented(component, settings),
        ...component.annotations,
        [ANNOTATION_CLUSTER]: cluster,
        ...(component.system ? { [ANNOTATION_SYSTEM]: component.system } : {}),
        ...(component.namespace
          ? { [ANNOTATION_NAMESPACE]: component.namespace }
          : {}),
      },
      links: component.links,
      tags: component.tags,
    },
    spec: {
      type: component.type,
      owner: component.owner ?? settings.owner,
      system: component.partOf ?? `${cluster}/${component.area}`,
      ...(kind === 'Component'
        ? { lifecycle: component.lifecycle ?? settings.lifecycle }
        : {}),
      dependsOn: component.dependsOn
        .map(ref => inNamespace(ref, cluster))
        .filter(
          ref => ref !== `${kind.toLowerCase()}:${cluster}/${component.name}`,
        ),
    },
  };
}

/**
 * Its own documentation where it says one. A system that Socle knows is told of in Socle's, which names the runbook of
 * each of its reasons; so are the runbooks of whatever runs on the platform.
 */
function documented(
  { docs, system, kind }: PlatformComponent,
  { runbooks }: Settings,
): Record<string, string> {
  if (docs) {
    return { 'backstage.io/techdocs-entity': docs };
  }
  if (!system && kind !== 'Component') {
    return {};
  }
  return {
    'backstage.io/techdocs-entity': runbooks,
    'backstage.io/techdocs-entity-path': system
      ? `/systems/#${system}`
      : '/guide/apps/',
  };
}

/** `resource:longhorn` of a cluster is `resource:<cluster>/longhorn`; a full ref stays. */
function inNamespace(ref: string, cluster: string): string {
  return ref.includes('/') ? ref : ref.replace(':', `:${cluster}/`);
}
