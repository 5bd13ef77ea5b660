import { isObject } from '@socle/backstage-plugin-socle-model';
import { KubeObject } from '@socle/simulator';

type Fields = { [field: string]: unknown };

const WORKLOADS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
]);

/** Without what the server gives itself, and the addresses of a network that it does not have. */
export function asWritten(object: KubeObject): KubeObject {
  const metadata = { ...object.metadata };
  delete metadata.uid;
  delete metadata.resourceVersion;
  delete metadata.creationTimestamp;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.managedFields;
  const written: KubeObject = { ...object, metadata };
  if (WORKLOADS.has(object.kind) && object.apiVersion === 'apps/v1') {
    return { ...written, spec: completed(written.spec) };
  }
  if (object.kind !== 'Service' || object.apiVersion !== 'v1') return written;
  const { clusterIP, clusterIPs, ...spec } = (object.spec ?? {}) as {
    clusterIP?: string;
    clusterIPs?: string[];
  };
  return {
    ...written,
    spec: clusterIP === 'None' ? { ...spec, clusterIP } : spec,
  };
}

/** A fixture that tells of a workload's state leaves out what a server must have: selector, labels and container. */
function completed(spec: unknown): Fields {
  const given = isObject(spec) ? spec : {};
  const template = isObject(given.template) ? given.template : {};
  const metadata = isObject(template.metadata) ? template.metadata : {};
  const pod = isObject(template.spec) ? template.spec : {};
  const selector = isObject(given.selector)
    ? given.selector
    : { matchLabels: { app: 'fixture' } };
  const labels = isObject(metadata.labels) ? metadata.labels : {};
  const wanted = isObject(selector.matchLabels) ? selector.matchLabels : {};
  const containers = Array.isArray(pod.containers) ? pod.containers : [{}];
  return {
    ...given,
    selector,
    template: {
      ...template,
      metadata: { ...metadata, labels: { ...labels, ...wanted } },
      spec: {
        ...pod,
        containers: containers.map((container, index) => ({
          name: `container-${index}`,
          image: 'fixture',
          ...(isObject(container) ? container : {}),
        })),
      },
    },
  };
}
