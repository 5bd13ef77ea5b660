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

/** Kubernetes' own kinds come with the kind first; custom resources have their fields in alphabetical order. */
function head(type: ResourceType, version: string): string {
  const apiVersion = `"apiVersion":${JSON.stringify(
    apiVersionOf(type.group, version),
  )}`;
  const kind = `"kind":${JSON.stringify(type.kind)}`;
  return type.builtin ? `{${kind},${apiVersion},` : `{${apiVersion},${kind},`;
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

export interface ListMeta {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

/** What stands around the items: before them for Kubernetes' own kinds, and in part after them for custom resources. */
export function listFrame(
  type: ResourceType,
  version: string,
  wanted: Wanted,
  metadata: ListMeta,
): { before: string; after: string } {
  const group = wanted.as ? 'meta.k8s.io' : type.group;
  const apiVersion = `"apiVersion":"${apiVersionOf(
    group,
    wanted.version || version,
  )}"`;
  const kind = `"kind":"${wanted.as || `${type.kind}List`}"`;
  if (wanted.as || type.builtin) {
    const meta = JSON.stringify(metadata);
    return {
      before: `{${kind},${apiVersion},"metadata":${meta},"items":[`,
      after: ']}\n',
    };
  }
  const meta = JSON.stringify({ continue: '', ...metadata });
  return {
    before: `{${apiVersion},"items":[`,
    after: `],${kind},"metadata":${meta}}\n`,
  };
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
    ...(annotations && { annotations }),
  });
  const start = wanted.as
    ? `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/${wanted.version}",`
    : head(type, version);
  return `${start}"metadata":${metadata}}`;
}
