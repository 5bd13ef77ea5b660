import {
  DATA_SERVICE_GAPS,
  DataServiceItem,
  healthRank,
  ListAnswer,
  refPath,
} from '@socle/backstage-plugin-socle-common';
import {
  findDataServices,
  parseTime,
} from '@socle/backstage-plugin-socle-model';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';
import { find, lastKnown } from './answers';
import { matchesFacts } from './fact-filter';
import { remembering } from './remembering';
import {
  isKind,
  pageOf,
  parseResourceQuery,
  ResourceQuery,
  SortValue,
} from './resource-query';

const dataServicesIn = remembering(findDataServices);

/** The data services of some clusters, filtered, sorted and paged; `all` leaves the paging out. */
export function dataServicesOf(
  clusters: readonly ClusterEngine[],
  params: { [name: string]: unknown },
  mayRead: MayRead,
  all = false,
): Omit<ListAnswer<DataServiceItem>, 'sources'> {
  const query = parseResourceQuery(params);
  const items = clusters.flatMap(engine =>
    dataServicesIn(engine, mayRead)
      .map(item => asLastKnown(engine, item))
      .filter(item => matches(item, query)),
  );
  const { rows, ...rest } = pageOf(
    items,
    all ? { ...query, limit: Infinity, offset: 0, cursor: undefined } : query,
    'health',
    { value: sortValue, id: ({ ref }) => refPath(ref) },
  );
  return { items: rows, ...rest };
}

/** What was told over HTTP is as old as its answer, here as in the list of resources. */
function asLastKnown(
  engine: ClusterEngine,
  item: DataServiceItem,
): DataServiceItem {
  const resource = find(engine, item.ref);
  return resource
    ? { ...item, health: lastKnown(engine, resource, item.health) }
    : item;
}

function matches(item: DataServiceItem, query: ResourceQuery): boolean {
  const { ref, system, health, facts } = item;
  const isAny = (wanted: string[], value: string) =>
    wanted.length === 0 || wanted.includes(value);
  const group = ref.apiVersion.includes('/')
    ? ref.apiVersion.split('/')[0]
    : '';
  return (
    isAny(query.system, system) &&
    isAny(query.area, item.area) &&
    isAny(query.namespace, ref.namespace ?? '_') &&
    isAny(query.health, health.status) &&
    isAny(query.reason, health.reason ?? '') &&
    (query.kind.length === 0 ||
      query.kind.some(wanted => isKind(wanted, group, ref.kind))) &&
    (query.flag.length === 0 ||
      query.flag.some(flag => health.flags?.includes(flag))) &&
    matchesFacts(facts, query.fact) &&
    (query.q === undefined || textsOf(item).some(text => has(text, query.q!)))
  );
}

function textsOf({ ref, health, facts }: DataServiceItem) {
  return [
    ref.name,
    ref.namespace,
    ref.kind,
    health.reason,
    health.message,
    facts.engine,
    facts.engineTitle,
    facts.version,
  ];
}

function has(text: string | undefined, part: string): boolean {
  return text?.toLowerCase().includes(part) ?? false;
}

/** The worst first, where there is a worst. */
function sortValue(item: DataServiceItem, field: string): SortValue {
  const { ref, system, health, facts } = item;
  switch (field) {
    case 'health':
      return healthRank(health.status);
    case 'backup':
      return DATA_SERVICE_GAPS.indexOf(facts.backup);
    case 'cluster':
      return ref.cluster;
    case 'name':
      return ref.name;
    case 'namespace':
      return ref.namespace ?? '';
    case 'kind':
      return ref.kind;
    case 'system':
      return system;
    case 'reason':
      return health.reason;
    case 'since':
      return parseTime(health.since);
    default:
      return Object.hasOwn(facts, field)
        ? facts[field as keyof typeof facts]
        : undefined;
  }
}

export const DATA_SERVICE_COLUMNS = [
  'cluster',
  'kind',
  'namespace',
  'name',
  'family',
  'engine',
  'version',
  'ready',
  'wanted',
  'health',
  'reason',
  'message',
  'since',
  'claims',
  'capacityBytes',
  'usedBytes',
  'backup',
  'backupMessage',
  'lastGoodAt',
  'lastGoodTool',
  'recoverableFrom',
  'restore',
  'restoredAt',
  'schedules',
];

/** A data service as one line. */
export function dataServiceRow({ ref, health, facts }: DataServiceItem) {
  return {
    cluster: ref.cluster,
    kind: ref.kind,
    namespace: ref.namespace,
    name: ref.name,
    ...facts,
    health: health.status,
    reason: health.reason,
    message: health.message,
    since: health.since,
  };
}
