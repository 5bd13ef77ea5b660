/**
 * Components and hooks that the Socle frontends share.
 *
 * @packageDocumentation
 */
export * from './api/api-ref';
export * from './api/socle-api';
export * from './api/socle-client';
export * from './chain/ChainSection';
export * from './chain/ChainView';
export * from './chain/LiveChain';
export * from './clusters/ClusterSelect';
export * from './clusters/use-cluster-param';
export * from './freshness/Freshness';
export { isAllRead } from './freshness/troubled-sources';
export * from './health/area-health';
export * from './health/EvidenceList';
export * from './health/Flags';
export * from './health/HealthChip';
export * from './health/HealthCountsBar';
export * from './health/HealthShape';
export { markOf, markOfEnd, type HealthMark } from './health/health-mark';
export * from './health/ReasonCell';
export * from './health/RunbookLink';
export * from './incidents/IncidentList';
export * from './live/use-live';
export { type AreaWords } from './overview/area-sentence';
export * from './overview/AreaHeadline';
export * from './overview/AreaSystems';
export * from './overview/Headline';
export * from './overview/OverviewCard';
export * from './overview/use-area-state';
export * from './page/PageFrame';
export { useCauseOf, type Cause } from './reasons/use-cause-of';
export * from './routing/ResourceLink';
export * from './routing/route-refs';
export * from './routing/use-ref-params';
export * from './routing/use-resource-href';
export * from './routing/use-runbook-href';
export * from './states/EmptyState';
export * from './states/ErrorState';
export * from './states/LiveContent';
export * from './states/LoadingState';
export * from './table/columns';
export * from './table/ExportButtons';
export { type FactFilter } from './table/fact-filters';
export * from './table/Pagination';
export * from './table/ResourceTable';
export {
  FILTER_NAMES,
  PAGE_SIZES,
  useTableState,
  type FilterName,
  type TableState,
  type TableStateControl,
} from './table/use-table-state';
export { formatAge, formatExact } from './time/age';
export * from './time/RelativeTime';
export * from './time/TextWithTimes';
export * from './time/use-language';
export * from './time/use-now';
export * from './translation/ref';
export { RelationName } from './values/FactName';
export * from './values/FactValue';
export { formatBytes, formatDuration, formatShare } from './values/units';
