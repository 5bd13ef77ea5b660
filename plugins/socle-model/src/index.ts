/**
 * What Socle knows about each system, as pure functions over plain data.
 *
 * @packageDocumentation
 */
export * from './definition/kind';
export * from './definition/link';
export * from './definition/probe';
export * from './definition/probe-answers';
export * from './definition/probe-objects';
export * from './definition/registry';
export * from './definition/resource';
export * from './definition/system';
export { titleIn, type SystemTranslation } from './definition/translation';
export { neighboursAt } from './graph/context';
export { refOf } from './graph/stored-resource';
export * from './graph/store';
export * from './judging/judge';
export * from './judging/thresholds';
export * from './judging/verdict';
export * from './reading/conditions';
export * from './reading/json';
export * from './reading/databases';
export * from './reading/meta';
export * from './reading/quantities';
export * from './reading/raw';
export * from './reading/times';
export * from './systems';
export { bySeverity, findIncidents } from './graph/incidents';
export { healthOf, runbookOf } from './graph/health-of';
export { buildChain } from './views/chain';
export { views } from './views';
export * from './views/view';
export { findCoverage, findsNotBackedUp } from './views/coverage';
export { storageView } from './views/storage';
export { secretView } from './views/secret';
export { deliveryView } from './views/delivery';
export { dataView } from './views/data';
export { findDataServices } from './views/data-services/find';
export * from './systems/argo-cd/patterns';
export { inventory } from './inventory/inventory';
export { clusterHealth } from './inventory/cluster-health';
export type { ClusterVerdict } from './inventory/cluster-health';
export { entityName } from './inventory/entity-name';
export { distributionVersion, resourcesOf } from './inventory/recognised';
export { languageOf, reasonsIn } from './inventory/reasons';
