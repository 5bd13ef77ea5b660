import { isDeepStrictEqual } from 'node:util';
import {
  ClusterConnection,
  discover,
  readJson,
  resourcePath,
  ServedKind,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { KubeObject } from '@socle/simulator';

/** What a server makes of an object: nothing where it takes it as it is. */
export type Refusal = string | undefined;

/** Writes objects to a real API server that refuses fields it does not know, the status as well. */
export class StrictServer {
  private kinds: ServedKind[] = [];

  constructor(private readonly admin: ClusterConnection) {}

  async learnKinds(): Promise<void> {
    this.kinds = (await discover(this.admin, systemClock)).kinds;
  }

  /** Waits until kinds that were just defined are served. */
  async learn(objects: KubeObject[], milliseconds = 30_000): Promise<void> {
    const until = Date.now() + milliseconds;
    await this.learnKinds();
    while (!objects.every(object => this.serves(object))) {
      if (Date.now() > until) return;
      await new Promise(resolve => setTimeout(resolve, 500));
      await this.learnKinds();
    }
  }

  serves(object: KubeObject): boolean {
    return this.kindOf(object) !== undefined;
  }

  async write(object: KubeObject): Promise<Refusal> {
    const kind = this.kindOf(object);
    if (!kind) return 'is not served';
    const body = asWritten(object);
    const { namespace, name } = object.metadata;
    const version = object.apiVersion.split('/').pop()!;
    const target = { group: kind.group, version, plural: kind.plural };
    try {
      await this.send('POST', resourcePath(target, namespace), body);
      if (body.status) {
        const path = `${resourcePath(target, namespace, name)}/status`;
        const now = (await readJson(
          this.admin,
          systemClock,
          resourcePath(target, namespace, name),
        )) as KubeObject;
        // Where the status has no address of its own it is a part like any other, and was taken already.
        if (isDeepStrictEqual(now.status, body.status)) return undefined;
        await this.send('PUT', path, {
          ...body,
          metadata: {
            ...body.metadata,
            resourceVersion: now.metadata.resourceVersion,
          },
        });
      }
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** What the server would make of an object that Argo CD applies, or why it would not; nothing is stored. */
  async dryRun(object: KubeObject): Promise<KubeObject | string> {
    const path = this.pathOf(object);
    if (path === undefined) return 'is not served';
    try {
      return (await readJson(
        this.admin,
        systemClock,
        `${path}?dryRun=All&fieldValidation=Strict&fieldManager=argocd-controller`,
        {
          method: 'PATCH',
          contentType: 'application/apply-patch+yaml',
          body: object,
        },
      )) as KubeObject;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private pathOf(object: KubeObject): string | undefined {
    const kind = this.kindOf(object);
    const { namespace, name } = object.metadata;
    const version = object.apiVersion.split('/').pop()!;
    return (
      kind &&
      resourcePath(
        { group: kind.group, version, plural: kind.plural },
        kind.namespaced ? namespace : undefined,
        name,
      )
    );
  }

  private send(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
  ): Promise<unknown> {
    return readJson(this.admin, systemClock, `${path}?fieldValidation=Strict`, {
      method,
      body,
    });
  }

  private kindOf({ apiVersion, kind }: KubeObject): ServedKind | undefined {
    const [version, group = ''] = apiVersion.split('/').reverse();
    return this.kinds.find(
      one =>
        one.group === group &&
        one.kind === kind &&
        one.versions.includes(version),
    );
  }
}

/** Without what the server gives itself, and the addresses of a network that it does not have. */
function asWritten(object: KubeObject): KubeObject {
  const { uid, creationTimestamp, deletionTimestamp, ...metadata } =
    object.metadata;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.managedFields;
  const written: KubeObject = { ...object, metadata };
  if (object.kind === 'Service') {
    const { clusterIP, clusterIPs, ...spec } = object.spec as {
      clusterIP?: string;
      clusterIPs?: string[];
    };
    return { ...written, spec };
  }
  return written;
}
