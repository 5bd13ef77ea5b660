import {
  apiVersionOf,
  Fields,
  groupOf,
  KubeObject,
  ObjectRef,
  textAt,
  versionOf,
} from '../../storage/object';

export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** What an object is called in `status.resources`. */
export function keyOf(ref: ObjectRef): string {
  return [
    groupOf(ref.apiVersion),
    ref.kind,
    ref.namespace ?? '',
    ref.name,
  ].join('/');
}

export function refOf({ apiVersion, kind, metadata }: KubeObject): ObjectRef {
  const { namespace, name } = metadata;
  return { apiVersion, kind, namespace, name };
}

/** An entry of `status.resources`. */
export function entryOf(ref: ObjectRef, status: string): Fields {
  const group = groupOf(ref.apiVersion);
  return {
    ...(group ? { group } : {}),
    version: versionOf(ref.apiVersion),
    kind: ref.kind,
    ...(ref.namespace ? { namespace: ref.namespace } : {}),
    name: ref.name,
    status,
  };
}

export function refOfEntry(entry: unknown): ObjectRef {
  return {
    apiVersion: apiVersionOf(textAt(entry, 'group'), textAt(entry, 'version')),
    kind: textAt(entry, 'kind'),
    namespace: textAt(entry, 'namespace') || undefined,
    name: textAt(entry, 'name'),
  };
}

export function tracked(application: string, object: KubeObject): KubeObject {
  const { apiVersion, kind, metadata } = object;
  const id = `${application}:${groupOf(apiVersion)}/${kind}:${
    metadata.namespace ?? ''
  }/${metadata.name}`;
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, [TRACKING_ID]: id },
    },
  };
}

const FIRST = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
];

/** By wave, then by kind, as Argo CD applies them. */
export function inOrder(objects: KubeObject[]): KubeObject[] {
  const wave = ({ metadata }: KubeObject) =>
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0) || 0;
  const kind = (object: KubeObject) => {
    const at = FIRST.indexOf(object.kind);
    return at < 0 ? FIRST.length : at;
  };
  return [...objects].sort((a, b) => wave(a) - wave(b) || kind(a) - kind(b));
}
