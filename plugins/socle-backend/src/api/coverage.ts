import { InputError } from '@backstage/errors';
import {
  COVERAGE_GAPS,
  CoverageGap,
  CoverageItem,
  ListAnswer,
  refPath,
} from '@socle/backstage-plugin-socle-common';
import { findCoverage } from '@socle/backstage-plugin-socle-model';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';
import { remembering } from './remembering';
import { pageOf, parseResourceQuery, ResourceQuery } from './resource-query';

const coverageIn = remembering(findCoverage);

type Params = { [name: string]: unknown };

/** The coverage of some clusters, filtered, sorted and paged; `all` leaves the paging out. */
export function coverageOf(
  clusters: readonly ClusterEngine[],
  params: Params,
  mayRead: MayRead,
  all = false,
): Omit<ListAnswer<CoverageItem>, 'sources'> {
  const query = parseResourceQuery(params);
  const gaps = gapsOf(params);
  const subjects = words(params.subject);
  const items = clusters.flatMap(engine =>
    coverageIn(engine, mayRead).filter(
      item =>
        (gaps.length === 0 || gaps.includes(item.gap)) &&
        (subjects.length === 0 || subjects.includes(item.subject)) &&
        matches(item, query),
    ),
  );
  const { rows, ...rest } = pageOf(
    items,
    all ? { ...query, limit: Infinity, offset: 0, cursor: undefined } : query,
    'gap',
    { value: sortValue, id: ({ ref }) => refPath(ref) },
  );
  return { items: rows, ...rest };
}

function words(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .flatMap(one => String(one).split(','))
    .filter(Boolean);
}

function gapsOf(params: Params): CoverageGap[] {
  const asked = words(params.gap);
  const wrong = asked.find(
    word => !(COVERAGE_GAPS as readonly string[]).includes(word),
  );
  if (wrong) {
    throw new InputError(
      `gap must be one of ${COVERAGE_GAPS.join(', ')}, not "${wrong}"`,
    );
  }
  return asked as CoverageGap[];
}

function matches(
  { ref, message }: CoverageItem,
  query: ResourceQuery,
): boolean {
  const { namespace, q } = query;
  return (
    (namespace.length === 0 || namespace.includes(ref.namespace ?? '_')) &&
    (q === undefined ||
      [ref.name, ref.namespace ?? '', message].some(text =>
        text.toLowerCase().includes(q),
      ))
  );
}

/** The worst gap first, unless something else is asked for. */
function sortValue(
  item: CoverageItem,
  field: string,
): string | number | undefined {
  switch (field) {
    case 'gap':
      return COVERAGE_GAPS.indexOf(item.gap);
    case 'age':
      return item.lastGood?.ageSeconds;
    case 'cluster':
      return item.ref.cluster;
    case 'namespace':
      return item.ref.namespace ?? '';
    case 'name':
      return item.ref.name;
    case 'subject':
      return item.subject;
    case 'restore':
      return item.restore.state;
    default:
      throw new InputError(
        `sort must be one of gap, age, cluster, namespace, name, subject, restore, not "${field}"`,
      );
  }
}

export const COVERAGE_COLUMNS = [
  'cluster',
  'subject',
  'kind',
  'namespace',
  'name',
  'gap',
  'message',
  'lastGood',
  'ageSeconds',
  'tool',
  'tools',
  'schedules',
  'restore',
  'restoredAt',
];

/** A claim or a database as one line. */
export function coverageRow(item: CoverageItem) {
  const { ref, subject, gap, message, lastGood, tools, restore } = item;
  const schedules = tools.flatMap(tool =>
    tool.schedules.map(schedule => schedule.ref.name),
  );
  return {
    cluster: ref.cluster,
    subject,
    kind: ref.kind,
    namespace: ref.namespace,
    name: ref.name,
    gap,
    message,
    lastGood: lastGood?.at,
    ageSeconds: lastGood?.ageSeconds,
    tool: lastGood?.tool,
    tools: [...new Set(tools.map(tool => tool.tool))].join(' '),
    schedules: [...new Set(schedules)].join(' '),
    restore: restore.state,
    restoredAt: restore.at,
  };
}
