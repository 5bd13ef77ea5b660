import { ClusterConnection } from '@socle/backstage-plugin-socle-backend/src/reading';

/** An API server that the suite runs against. */
export interface ApiServer {
  /** May do everything. */
  readonly admin: ClusterConnection;
  /** May read everything but Secrets. */
  readonly limited: ClusterConnection;
  /** Forgets all revisions before now: older resourceVersions and continue tokens expire. */
  compact(): Promise<void>;
  stop(): Promise<void>;
}
