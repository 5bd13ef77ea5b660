import {
  ClusterConnection,
  ClusterRequest,
  readJson,
  resourcePath,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';

interface Kind {
  group: string;
  version: string;
  plural: string;
}

/** Writes what the reader is to read. */
export class SuiteClient {
  constructor(private readonly connection: ClusterConnection) {}

  create(kind: Kind, body: object, namespace?: string): Promise<unknown> {
    return this.send(resourcePath(kind, namespace), { method: 'POST', body });
  }

  merge(
    kind: Kind,
    namespace: string | undefined,
    name: string,
    body: object,
  ): Promise<unknown> {
    return this.send(resourcePath(kind, namespace, name), {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      body,
    });
  }

  delete(kind: Kind, namespace: string | undefined, name: string) {
    return this.send(resourcePath(kind, namespace, name), { method: 'DELETE' });
  }

  send(path: string, request?: ClusterRequest): Promise<unknown> {
    return readJson(this.connection, systemClock, path, request);
  }
}
