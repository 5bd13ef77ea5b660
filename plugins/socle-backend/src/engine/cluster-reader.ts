import { RawObject } from '@socle/backstage-plugin-socle-model';
import { ClusterRequest, ClusterResponse } from '../reading/connection';
import { KindSink, KindTarget } from '../reading/kind-sink';
import { ServedKinds } from '../reading/served-kinds';

/** What the engine needs of a cluster's API; the reader gives it over HTTP, tests give it from memory. */
export interface ClusterReader {
  version(): Promise<string>;
  discover(): Promise<ServedKinds>;
  watch(target: KindTarget, sink: KindSink): { stop(): void };
  /** One whole object, fetched now. */
  get(
    target: Pick<KindTarget, 'group' | 'version' | 'plural' | 'metadataOnly'>,
    namespace: string | undefined,
    name: string,
  ): Promise<RawObject>;
  /** Any request to the cluster's own API; a reader without it is not asked for what is beside its objects. */
  request?(path: string, request?: ClusterRequest): Promise<ClusterResponse>;
  close(): void;
}
