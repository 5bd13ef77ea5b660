import { RawObject } from '@socle/backstage-plugin-socle-model';
import { KindSink, KindTarget } from '../reading/kind-sink';

/** A kind as the server serves it. */
export interface ServedKind {
  group: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** As the server prefers them. */
  versions: string[];
}

/** What a server serves, and the groups that did not answer: nothing may be concluded about those. */
export interface ServedKinds {
  kinds: ServedKind[];
  failedGroups: string[];
}

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
  close(): void;
}
