import { dump } from 'js-yaml';
import { Fields, fieldsAt, isFields, KubeObject } from '../../storage/object';

/** Annotations that servers and controllers write. */
const WRITTEN =
  /^(argocd\.argoproj\.io\/tracking-id|deployment\.kubernetes\.io\/|pv\.kubernetes\.io\/|volume\.kubernetes\.io\/)/;

/** YAML as it would stand in Git: without what the cluster writes into an object. */
export function manifestText({
  apiVersion,
  kind,
  metadata,
  status: _status,
  spec,
  ...rest
}: KubeObject): string {
  const { name, namespace, labels, annotations, finalizers } = metadata;
  const kept = Object.fromEntries(
    Object.entries(annotations ?? {}).filter(([key]) => !WRITTEN.test(key)),
  );
  return yamlText({
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace ? { namespace } : {}),
      ...(labels ? { labels } : {}),
      ...(Object.keys(kept).length > 0 ? { annotations: kept } : {}),
      ...(kind === 'Application' && finalizers ? { finalizers } : {}),
    },
    ...(isFields(spec) ? { spec: specOf(kind, spec) } : {}),
    ...rest,
  });
}

export function yamlText(document: object): string {
  return dump(document, { noRefs: true, lineWidth: 110 });
}

function specOf(kind: string, spec: Fields): Fields {
  if (kind === 'Service') {
    const { clusterIP: _one, clusterIPs: _all, ...given } = spec;
    return given;
  }
  if (kind === 'PersistentVolumeClaim') {
    const { volumeName: _bound, ...given } = spec;
    return given;
  }
  if (kind === 'StatefulSet' && Array.isArray(spec.volumeClaimTemplates)) {
    const volumeClaimTemplates = spec.volumeClaimTemplates.map(
      ({ status: _status, ...template }: Fields) => template,
    );
    return { ...spec, volumeClaimTemplates };
  }
  return spec;
}

/** A workload whose memory limit is another one than in the cluster, where somebody changed it by hand. */
export function beforeTheHand(object: KubeObject): KubeObject {
  const copy = structuredClone(object);
  const { containers } = fieldsAt(copy, 'spec', 'template', 'spec');
  for (const container of Array.isArray(containers) ? containers : [])
    Object.assign(fieldsAt(container, 'resources', 'limits'), {
      memory: '512Mi',
    });
  return copy;
}
