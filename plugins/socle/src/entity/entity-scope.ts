import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAMESPACE,
  ANNOTATION_RESOURCE,
  ANNOTATION_SYSTEM,
  parseRefPath,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { ResourceQuery } from '@socle/backstage-plugin-socle-react';

/** What an entity stands for on the platform: one resource, or those of a system or namespace. */
export interface EntityScope {
  resource?: ResourceRef;
  query?: ResourceQuery;
}

/** Whether an entity says what it stands for on the platform. */
export function hasPlatformState(entity: Entity): boolean {
  const { resource, query } = scopeOf(entity);
  return resource !== undefined || query !== undefined;
}

/** Reads the annotations of an entity. */
export function scopeOf(entity: Entity): EntityScope {
  const annotations = entity.metadata.annotations ?? {};
  const path = annotations[ANNOTATION_RESOURCE];
  const system = annotations[ANNOTATION_SYSTEM];
  const cluster = annotations[ANNOTATION_CLUSTER];
  const namespace = annotations[ANNOTATION_NAMESPACE];
  const resource = path ? parseRefPath(path) : undefined;
  if (!system && !namespace) {
    return { resource };
  }
  return {
    resource,
    query: {
      // A system runs in one namespace but its resources stand in many.
      ...(system ? { system: [system] } : { namespace: [namespace] }),
      ...(cluster ? { cluster: [cluster] } : {}),
    },
  };
}
