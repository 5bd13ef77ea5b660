import { ResourceType } from '../discovery/resource-type';
import { apiVersionOf } from '../storage/object';
import { Stored } from '../storage/stored';
import { Wanted } from './accept';

/** Writes a stored object as JSON, in the version and form that were asked for. */
export type View = (stored: Stored) => string;

function metadataOnly(version: string): View {
  const start = `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/${version}","metadata":`;
  return stored => `${start}${JSON.stringify(stored.read().metadata)}}`;
}

function head(type: ResourceType, version: string): string {
  const apiVersion = JSON.stringify(apiVersionOf(type.group, version));
  return `{"kind":${JSON.stringify(type.kind)},"apiVersion":${apiVersion},`;
}

export function viewOf(
  type: ResourceType,
  version: string,
  wanted: Wanted,
): View {
  if (wanted.as) return metadataOnly(wanted.version);
  const start = head(type, version);
  return stored => start + stored.body();
}

export function itemViewOf(
  type: ResourceType,
  version: string,
  wanted: Wanted,
): View {
  if (wanted.as || !type.builtin) return viewOf(type, version, wanted);
  return stored => `{${stored.body()}`;
}

/** The start of a list, up to its items. */
export function listHead(
  type: ResourceType,
  version: string,
  wanted: Wanted,
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  },
): string {
  const kind = wanted.as ? 'PartialObjectMetadataList' : `${type.kind}List`;
  const apiVersion = wanted.as
    ? `meta.k8s.io/${wanted.version}`
    : apiVersionOf(type.group, version);
  return `{"kind":"${kind}","apiVersion":"${apiVersion}","metadata":${JSON.stringify(
    metadata,
  )},"items":[`;
}

/** An object of the kind that says nothing but how far the watch has come. */
export function bookmark(
  type: ResourceType,
  version: string,
  wanted: Wanted,
  resourceVersion: number,
  annotations?: Record<string, string>,
): string {
  const metadata = JSON.stringify({
    resourceVersion: String(resourceVersion),
    creationTimestamp: null,
    ...(annotations && { annotations }),
  });
  const start = wanted.as
    ? `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/${wanted.version}",`
    : head(type, version);
  return `${start}"metadata":${metadata}}`;
}
