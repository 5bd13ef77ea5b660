import {
  at,
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';

/** One release of a chart that cannot be rendered here: only its values are known. */
export interface Release {
  name: string;
  chart: string;
  version: string;
  namespace: string;
  values: Fields;
}

/**
 * What such a chart most likely makes: a Deployment and its Service, and a claim where the values keep data. Names,
 * image, replicas, port and size are those of the values, where they are where most charts have them.
 */
export function likelyObjects(release: Release): KubeObject[] {
  const { name, chart, version, namespace, values } = release;
  const selector = {
    'app.kubernetes.io/name': chart,
    'app.kubernetes.io/instance': name,
  };
  const labels = {
    ...selector,
    'helm.sh/chart': `${chart}-${version}`,
    'app.kubernetes.io/managed-by': 'Helm',
  };
  const metadata = { name, namespace, labels };
  const port = numberAt(values, 80, 'service', 'port');
  const claim = claimOf(release, labels);
  const deployment: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: numberAt(values, 1, 'replicaCount'),
      selector: { matchLabels: selector },
      ...(claim ? { strategy: { type: 'Recreate' } } : {}),
      template: {
        metadata: { labels: selector },
        spec: {
          containers: [
            {
              name: chart,
              image: imageOf(release),
              ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
              resources: fieldsAt(values, 'resources'),
              envFrom: listAt(values, 'envFrom'),
              env: listAt(values, 'env'),
              ...(claim
                ? { volumeMounts: [{ name: 'data', mountPath: '/data' }] }
                : {}),
            },
          ],
          ...(claim
            ? {
                volumes: [
                  { name: 'data', persistentVolumeClaim: { claimName: name } },
                ],
              }
            : {}),
        },
      },
    },
  };
  const service: KubeObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      type: 'ClusterIP',
      selector,
      ports: [{ name: 'http', port, targetPort: 'http', protocol: 'TCP' }],
    },
  };
  return [...(claim ? [claim] : []), service, deployment];
}

function imageOf({ chart, version, values }: Release): string {
  const { image } = values;
  if (typeof image === 'string') return image;
  const repository = textAt(image, 'repository') || textAt(image, 'name');
  const registry = textAt(image, 'registry');
  const tag = at(image, 'tag');
  const path = repository || `library/${chart}`;
  return `${registry ? `${registry}/` : ''}${path}:${tag || version}`;
}

function claimOf(
  { name, namespace, values }: Release,
  labels: Record<string, string>,
): KubeObject | undefined {
  const persistence = fieldsAt(values, 'persistence');
  const size = textAt(persistence, 'size');
  const existing = textAt(persistence, 'existingClaim');
  if (!size || existing || persistence.enabled === false) return undefined;
  const storageClass =
    textAt(persistence, 'storageClassName') ||
    textAt(persistence, 'storageClass');
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace, labels },
    spec: {
      accessModes: [textAt(persistence, 'accessMode') || 'ReadWriteOnce'],
      resources: { requests: { storage: size } },
      ...(storageClass ? { storageClassName: storageClass } : {}),
    },
  };
}

function numberAt(values: Fields, otherwise: number, ...path: string[]) {
  const found = at(values, ...path);
  return typeof found === 'number' ? found : otherwise;
}

/** Values over values, maps joined, everything else replaced, as Helm does. */
export function joinedValues(base: Fields, over: Fields): Fields {
  const joined: Fields = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = joined[key];
    joined[key] =
      isFields(before) && isFields(value) ? joinedValues(before, value) : value;
  }
  return joined;
}
