/**
 * A Kubernetes API server in memory, with demo clusters, fault scenarios and a scale generator.
 *
 * @packageDocumentation
 */
export { demoClusters, demoRepositories } from './demo/demo-clusters';
export type { DemoCluster } from './demo/demo-clusters';
export { GithubStandIn } from './github/github';
export type { GithubOptions } from './github/github';
export type { GithubFault } from './github/faults';
export type { SimulatedCommit, SimulatedRepository } from './github/git/seed';
export { startSimulator } from './simulator';
export type {
  SimulatedCluster,
  Simulator,
  SimulatorOptions,
} from './simulator';
export type { ClusterControl } from './cluster-control';
export type { RecordedAnswer } from './server/recorded-answers';
export type { Denial } from './server/faults';
export type {
  KubeObject,
  ObjectMeta,
  ObjectRef,
  OwnerReference,
} from './storage/object';
export type { Silence } from './behaviour/hands';
export type { DeleteOptions } from './storage/objects';
export type { ScaleSizes } from './scale/sizes';
