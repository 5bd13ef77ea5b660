import { catalogFields } from '../catalog/catalog-fields';
import {
  appName,
  cpu,
  filePath,
  folderPath,
  helmValues,
  host,
  labelMap,
  line,
  namespaceName,
  port,
  purposeName,
  repositoryUrl,
  secretKey,
  size,
  urlPath,
  valueDefinitions,
  valueText,
  variableName,
  version,
} from '../input/fields';
import { JsonSchema } from '../input/json-schema';

/** An object that knows its fields and no others. */
export function record(
  properties: Record<string, JsonSchema>,
  required: string[] = [],
  more: JsonSchema = {},
): JsonSchema {
  return {
    type: 'object',
    properties,
    required,
    additionalProperties: false,
    ...more,
  };
}

export const list = (
  items: JsonSchema,
  maxItems: number,
  more: JsonSchema = {},
): JsonSchema => ({ type: 'array', items, maxItems, ...more });

const choice = (title: string, ...options: string[]): JsonSchema => ({
  type: 'string',
  title,
  enum: options,
});

const yesOrNo = (title: string, byDefault: boolean): JsonSchema => ({
  type: 'boolean',
  title,
  default: byDefault,
});

export const secretSchema = (more: Record<string, JsonSchema>): JsonSchema =>
  record(
    {
      purpose: purposeName,
      keys: list(record({ key: secretKey, property: secretKey }, ['key']), 40, {
        minItems: 1,
      }),
      ...more,
    },
    ['purpose', 'keys'],
  );

export const routeFields: Record<string, JsonSchema> = {
  host,
  path: urlPath,
  service: { ...namespaceName, title: 'Service' },
  port,
  targetPort: port,
};

export const egressSchema: JsonSchema = record(
  {
    namespace: namespaceName,
    podLabels: labelMap,
    ports: list(port, 20, { minItems: 1 }),
  },
  ['namespace', 'ports'],
);

export const networkFields: Record<string, JsonSchema> = {
  from: list(
    record(
      { namespace: namespaceName, ports: list(port, 20, { minItems: 1 }) },
      ['namespace', 'ports'],
    ),
    20,
  ),
  egress: list(egressSchema, 40),
  internet: yesOrNo('Addresses outside the cluster may be reached', false),
};

export const volumeFields: Record<string, JsonSchema> = {
  name: purposeName,
  size,
  accessMode: choice(
    'Access mode',
    'ReadWriteOnce',
    'ReadWriteMany',
    'ReadWriteOncePod',
  ),
  storageClass: { ...namespaceName, title: 'StorageClass' },
};

const portName: JsonSchema = {
  type: 'string',
  description:
    'A port name: lower-case letters, digits and hyphens, at most 15 characters.',
  pattern: '^(?=.*[a-z])[a-z0-9](?:[a-z0-9]|-(?!-))*$',
  maxLength: 15,
  not: { pattern: '-$' },
};

const shared: Record<string, JsonSchema> = {
  name: appName,
  title: { ...line, title: 'Title' },
  description: { ...line, title: 'Description' },
  namespace: namespaceName,
  ownsNamespace: yesOrNo('This app makes its namespace', true),
  podSecurity: choice('Pod security', 'restricted', 'baseline', 'privileged'),
  project: { ...namespaceName, title: 'Project' },
  level: choice(
    'Level',
    'crds',
    'infrastructure',
    'vault',
    'external-secrets',
    'secret-store',
    'gateway',
    'database',
    'platform',
    'workload',
  ),
  stateful: yesOrNo('It keeps data', false),
  podLabels: labelMap,
  replicas: {
    type: 'integer',
    title: 'Pods',
    description: 'A number of pods: 1 to 50.',
    minimum: 1,
    maximum: 50,
  },
  route: record(routeFields, ['port']),
  network: record(networkFields),
  monitoring: record(
    {
      port: portName,
      portNumber: port,
      path: urlPath,
      interval: {
        type: 'string',
        description: 'A time such as 30s or 1m.',
        pattern: '^[1-9][0-9]{0,3}(?:s|m)$',
      },
    },
    ['port', 'portNumber'],
  ),
  catalog: record(catalogFields),
};

const valuesPath: JsonSchema = {
  type: 'string',
  description:
    'Keys of the values joined by dots, such as auth.existingSecret.',
  pattern: '^[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*){0,9}$',
  maxLength: 200,
};

const gitRevision: JsonSchema = {
  type: 'string',
  title: 'Revision',
  description: 'A tag with a version in it, or a full commit: no branch.',
  pattern:
    '^(?:[0-9a-f]{40}|(?:[A-Za-z][A-Za-z0-9_/-]*[-/])?v?[0-9]+\\.[0-9]+(?:\\.[0-9]+)?(?:[-+.][0-9A-Za-z.-]+)?)$',
  maxLength: 100,
  not: { pattern: '\\.\\.|//' },
};

const chartName: JsonSchema = {
  type: 'string',
  title: 'Chart',
  description: 'Letters, digits and single . _ -, at most 100 characters.',
  pattern: '^[A-Za-z0-9](?:[A-Za-z0-9]|[._-](?![._-]))*$',
  maxLength: 100,
  not: { pattern: '[._-]$' },
};

/** Pattern A, B and, without charts of Git repositories, C. */
export function chartAppSchema(title: string, fromGit: boolean): JsonSchema {
  return record(
    {
      ...shared,
      chart: fromGit
        ? record(
            {
              repository: repositoryUrl,
              name: chartName,
              version,
              path: folderPath,
              revision: gitRevision,
            },
            ['repository'],
          )
        : record({ repository: repositoryUrl, name: chartName, version }, [
            'repository',
            'name',
            'version',
          ]),
      values: helmValues,
      shipsCrds: yesOrNo('The chart installs CRDs', false),
      secrets: list(
        secretSchema({
          valuesPath,
          valuesForm: choice('Form', 'name', 'envFrom'),
        }),
        20,
      ),
      volumes: list(record(volumeFields, ['name', 'size']), 20),
    },
    ['name', 'chart'],
    { title, definitions: valueDefinitions },
  );
}

const image: JsonSchema = {
  type: 'string',
  title: 'Image',
  description:
    'An image with a tag other than latest, or with a digest, such as ghcr.io/acme/shop:1.4.2.',
  pattern:
    '^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{2,5})?/)?[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*(?::(?!latest(?:@|$))[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$',
  maxLength: 400,
};

const argument: JsonSchema = {
  ...valueText,
  maxLength: 4096,
};

/** Pattern D. */
export function rawManifestsSchema(title: string): JsonSchema {
  return record(
    {
      ...shared,
      workload: record(
        {
          image,
          command: list(argument, 50),
          args: list(argument, 100),
          ports: list(record({ name: portName, port }, ['name', 'port']), 20, {
            minItems: 1,
          }),
          env: list(
            record({ name: variableName, value: argument }, ['name', 'value']),
            100,
          ),
          resources: record({ cpu, memory: size, memoryLimit: size }, [
            'cpu',
            'memory',
            'memoryLimit',
          ]),
          healthPath: urlPath,
          runAsUser: {
            type: 'integer',
            description: 'A user other than root: 1 to 2147483647.',
            minimum: 1,
            maximum: 2147483647,
          },
          writableRoot: yesOrNo('The image writes to its file system', false),
        },
        ['image', 'ports', 'resources'],
      ),
      secrets: list(secretSchema({ mountPath: filePath }), 20),
      volumes: list(
        record({ ...volumeFields, mountPath: filePath }, [
          'name',
          'size',
          'mountPath',
        ]),
        20,
      ),
    },
    ['name', 'workload'],
    { title },
  );
}
