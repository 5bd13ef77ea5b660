const text = { type: 'string' } as const;
const parameter = (
  name: string,
  description: string,
  schema: object = text,
  where: 'query' | 'path' = 'query',
) => ({
  name,
  in: where,
  required: where === 'path',
  description,
  schema,
  ...(where === 'query' ? { allowReserved: true } : {}),
});
const several = { type: 'array', items: text };
const number = { type: 'integer' };
const cluster = parameter(
  'cluster',
  'Names of clusters; all where none is given',
  several,
);
const language = parameter('language', 'en or fr; English where it is another');
const filters = [
  cluster,
  parameter('system', 'Ids of systems, e.g. longhorn', several),
  parameter('area', 'Areas, e.g. storage', several),
  parameter('kind', 'Kinds: Pod, core/Pod or longhorn.io/Volume', several),
  parameter('namespace', 'Namespaces; _ for cluster-scoped resources', several),
  parameter(
    'health',
    'failed, degraded, unknown, progressing or healthy',
    several,
  ),
  parameter('flag', 'Flags, e.g. orphaned', several),
  parameter('reason', 'Reason codes', several),
  parameter('fact', 'Facts by name and value, e.g. pattern:A', several),
  parameter('q', 'Text in name, namespace, kind, reason or message'),
  parameter('sort', 'A field or fact; a leading - reverses'),
  parameter('with', 'links: adds the relations of each resource', several),
];
const paging = [
  parameter('limit', 'Most items, 1 to 1000 (default 50)', number),
  parameter('offset', 'Items to leave out', number),
  parameter('cursor', 'nextCursor of the answer before'),
];
const coverageFilters = [
  parameter(
    'gap',
    'noBackup, failed, localOnly, late, unknown or none',
    several,
  ),
  parameter('subject', 'claim or database', several),
];
const refPath = [
  'cluster',
  'group',
  'version',
  'kind',
  'namespace',
  'name',
].map(name => parameter(name, `The resource's ${name}`, text, 'path'));
const ref = parameter('ref', 'cluster/group/version/kind/namespace/name');

const json = (description: string, schema: object = { type: 'object' }) => ({
  '200': { description, content: { 'application/json': { schema } } },
  default: {
    description: 'A Backstage error',
    content: { 'application/json': { schema: { type: 'object' } } },
  },
});
const file = (description: string) => ({
  '200': {
    description,
    content: {
      'application/json': { schema: {} },
      'text/csv': { schema: text },
      'text/plain': { schema: text },
    },
  },
  default: {
    description: 'A Backstage error',
    content: { 'application/json': { schema: { type: 'object' } } },
  },
});
const get = (
  operationId: string,
  summary: string,
  parameters: object[],
  responses: object,
) => ({ get: { operationId, summary, parameters, responses } });
const array = { type: 'array', items: { type: 'object' } };

/** The HTTP API below `/api/socle`, served at `/openapi.json`; requests are validated against it. */
export const spec = {
  openapi: '3.0.3',
  info: {
    title: 'Socle',
    version: '1',
    description: 'The live state of self-hosted Kubernetes platforms.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/clusters': get(
      'GetClusters',
      'Clusters with their health and freshness',
      [cluster],
      json('Clusters', array),
    ),
    '/v1/systems': get(
      'GetSystems',
      'Systems found in clusters',
      [cluster, language],
      json('Systems'),
    ),
    '/v1/resources': get(
      'GetResources',
      'Resources, filtered, sorted and paged',
      [...filters, ...paging],
      json('Resources'),
    ),
    '/v1/resources/{cluster}/{group}/{version}/{kind}/{namespace}/{name}': get(
      'GetResource',
      'One resource with its relations',
      refPath,
      json('A resource'),
    ),
    '/v1/resources/{cluster}/{group}/{version}/{kind}/{namespace}/{name}/yaml':
      get(
        'GetResourceYaml',
        'The whole object, fetched now, without secrets',
        refPath,
        file('YAML'),
      ),
    '/v1/chains/{view}': get(
      'GetChain',
      'The chain through one resource',
      [parameter('view', 'storage', text, 'path'), cluster, ref],
      json('A chain'),
    ),
    '/v1/incidents': get(
      'GetIncidents',
      'Root causes and what they take down',
      [cluster],
      json('Incidents'),
    ),
    '/v1/coverage': get(
      'GetCoverage',
      'The last good backup of each claim and database, and the gap',
      [
        cluster,
        ...coverageFilters,
        parameter('namespace', 'Namespaces', several),
        parameter('q', 'Text in name, namespace or message'),
        parameter(
          'sort',
          'gap, age, cluster, namespace, name, subject or restore; a leading - reverses',
        ),
        ...paging,
      ],
      json('Claims and databases'),
    ),
    '/v1/data-services': get(
      'GetDataServices',
      'Instances of databases, caches, brokers and stores, with their pods, claims and backups',
      [...filters, ...paging],
      json('Data services'),
    ),
    '/v1/timeline': get(
      'GetTimeline',
      'Changes of health, newest first',
      [
        cluster,
        ref,
        parameter('from', 'RFC 3339'),
        parameter('to', 'RFC 3339'),
        parameter('limit', 'Most rows, 1 to 1000 (default 200)', number),
      ],
      json('Transitions'),
    ),
    '/v1/inventory': get(
      'GetInventory',
      'What the platform is made of: identity only',
      [cluster],
      json('Components by cluster'),
    ),
    '/v1/reasons': get(
      'GetReasons',
      'What each reason means, in a language',
      [language],
      json('Reasons'),
    ),
    '/v1/export/{file}': get(
      'GetExport',
      'The same data as a file: resources.csv, incidents.json, storage.mmd …',
      [
        parameter('file', 'VIEW.json, VIEW.csv or VIEW.mmd', text, 'path'),
        ...filters,
        ...coverageFilters,
        ref,
      ],
      file('A file'),
    ),
  },
} as const;
