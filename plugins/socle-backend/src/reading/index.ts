/**
 * Reads Kubernetes API servers. Nothing here knows Backstage, so that the benchmarks and the conformance suite run the
 * same code as the portal.
 */
export { readJson } from './answer';
export { ApiStatusError, UnreachableError, UnreadableError } from './api-error';
export { systemClock } from './clock';
export type { Clock } from './clock';
export { connectTo } from './connect';
export type {
  ByteListener,
  ByteStream,
  ClusterAccess,
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from './connection';
export { discover, pickVersion } from './discovery';
export { HttpClusterReader } from './http-cluster-reader';
export { KindParser } from './kind-parser';
export type { KindSink, KindTarget } from './kind-sink';
export { KindWatch } from './kind-watch';
export type { KindWatchOptions } from './kind-watch';
export { resourcePath } from './resource-path';
export type { ServedKind, ServedKinds } from './served-kinds';
export { Slots } from './slots';

export { watchStream } from './watch-stream';
