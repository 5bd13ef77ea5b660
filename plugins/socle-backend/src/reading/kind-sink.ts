import { RawObject } from '@socle/backstage-plugin-socle-model';
import { SourceState } from '@socle/backstage-plugin-socle-common';

/** One kind of one cluster at the version that is read. */
export interface KindTarget {
  group: string;
  version: string;
  plural: string;
  kind: string;
  /** Ask for PartialObjectMetadata only. */
  metadataOnly: boolean;
  /** Keep `metadata.managedFields` when parsing. */
  needsManagedFields: boolean;
  fieldSelector?: string;
  labelSelector?: string;
  /** The paths to parse (see `KindDefinition.reads`); undefined for all but managedFields. */
  reads?: readonly string[];
}

/**
 * Where a watch puts what it reads. All calls are synchronous and in the order the server stated them.
 */
export interface KindSink {
  /** A list begins: what is not upserted until {@link KindSink.listed} is gone. */
  listing(): void;
  /** An object as it is now. */
  upsert(raw: RawObject): void;
  remove(namespace: string | undefined, name: string): void;
  /** Everything that exists at this moment has been upserted. */
  listed(): void;
  /** How the source is. `live` is told again at each sign of life (event or bookmark) no more than once a second. */
  state(state: SourceState, message?: string): void;
}
