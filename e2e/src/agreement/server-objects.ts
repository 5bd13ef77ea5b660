import {
  ClusterConnection,
  ClusterRequest,
  readJson,
  resourcePath,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { objectsAt, stringAt } from '@socle/backstage-plugin-socle-model';
import { KubeObject } from '@socle/simulator';
import { asWritten } from './as-written';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

interface Served {
  plural: string;
  namespaced: boolean;
  hasStatus: boolean;
}

interface Place {
  path: string;
  hasStatus: boolean;
  body: KubeObject;
}

/** Puts objects into a real API server as their operators would have left them there, and takes them out again. */
export class ServerObjects {
  private readonly served = new Map<string, Promise<Map<string, Served>>>();
  private readonly spaces = new Set<string>();
  private readonly accounts = new Set<string>();
  private written: string[] = [];

  constructor(private readonly admin: ClusterConnection) {}

  /** Defines kinds and waits until they are served. Nothing here converts between versions. */
  async define(definitions: readonly KubeObject[]): Promise<void> {
    const paths = new Set<string>();
    for (const definition of definitions) {
      const { conversion, ...spec } = definition.spec as {
        conversion?: unknown;
        group: string;
        names: { plural: string };
        versions: Array<{ name: string; served: boolean }>;
      };
      const defined = await this.tried('POST', DEFINITIONS, {
        ...definition,
        spec,
      });
      if (typeof defined === 'string') continue;
      for (const { name } of spec.versions.filter(({ served }) => served)) {
        paths.add(`/apis/${spec.group}/${name}/${spec.names.plural}`);
      }
    }
    const until = Date.now() + 60_000;
    for (const path of paths) {
      while (typeof (await this.tried('GET', path)) === 'string') {
        if (Date.now() > until) throw new Error(`${path} is not served`);
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    }
    this.served.clear();
  }

  /** What the server says where it does not take an object, status included. */
  async write(object: KubeObject): Promise<string | undefined> {
    const place = await this.placeOf(object);
    if (typeof place === 'string') return place;
    const { path, body, hasStatus } = place;
    const { namespace, name } = body.metadata;
    if (namespace) await this.prepare(namespace, accountOf(body));
    const there =
      object.kind === 'Namespace' && this.spaces.has(name)
        ? await this.tried('GET', `${path}/${name}`)
        : undefined;
    const kept = there
      ? await this.tried('PUT', `${path}/${name}`, after(there, body))
      : await this.tried('POST', path, body);
    if (typeof kept === 'string') return kept;
    if (object.kind === 'Namespace') this.spaces.add(name);
    else this.written.push(`${path}/${name}`);
    if (!hasStatus || body.status === undefined) return undefined;
    const told = await this.tried('PUT', `${path}/${name}/status`, {
      ...(kept as KubeObject),
      status: body.status,
    });
    return typeof told === 'string' ? told : undefined;
  }

  /** Takes out all that was written, whatever holds it; namespaces stay, for no controller would end them. */
  async clear(): Promise<void> {
    const { written } = this;
    this.written = [];
    for (const path of written) {
      await this.tried('PATCH', path, { metadata: { finalizers: null } });
      await this.tried('DELETE', `${path}?gracePeriodSeconds=0`);
    }
  }

  private async placeOf(object: KubeObject): Promise<Place | string> {
    const { apiVersion, kind } = object;
    const served = (await this.kindsOf(apiVersion)).get(kind);
    if (!served) return 'is not served';
    const [version, group = ''] = apiVersion.split('/').reverse();
    const { plural, namespaced, hasStatus } = served;
    const metadata = {
      ...object.metadata,
      ...(namespaced
        ? { namespace: object.metadata.namespace ?? 'default' }
        : {}),
    };
    const path = resourcePath(
      { group, version, plural },
      namespaced ? metadata.namespace : undefined,
    );
    return { path, hasStatus, body: asWritten({ ...object, metadata }) };
  }

  private kindsOf(apiVersion: string): Promise<Map<string, Served>> {
    let known = this.served.get(apiVersion);
    if (!known) {
      const root = apiVersion.includes('/') ? '/apis' : '/api';
      known = this.tried('GET', `${root}/${apiVersion}`).then(kindsIn);
      this.served.set(apiVersion, known);
    }
    return known;
  }

  /** What the server wants there before it takes an object into a namespace. */
  private async prepare(namespace: string, account: string): Promise<void> {
    if (!this.spaces.has(namespace)) {
      this.spaces.add(namespace);
      await this.tried('POST', '/api/v1/namespaces', {
        metadata: { name: namespace },
      });
    }
    const at = `${namespace}/${account}`;
    if (!this.accounts.has(at)) {
      this.accounts.add(at);
      await this.tried(
        'POST',
        `/api/v1/namespaces/${namespace}/serviceaccounts`,
        { metadata: { name: account } },
      );
    }
  }

  private async tried(
    method: ClusterRequest['method'],
    path: string,
    body?: object,
  ): Promise<unknown> {
    const contentType =
      method === 'PATCH' ? 'application/merge-patch+json' : undefined;
    try {
      return await readJson(this.admin, systemClock, path, {
        method,
        body,
        contentType,
      });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

function kindsIn(answer: unknown): Map<string, Served> {
  const resources = objectsAt(answer, 'resources');
  const names = new Set(resources.map(one => stringAt(one, 'name')));
  const found = new Map<string, Served>();
  for (const one of resources) {
    const [plural, kind] = [stringAt(one, 'name'), stringAt(one, 'kind')];
    if (plural && kind && !plural.includes('/')) {
      const hasStatus = names.has(`${plural}/status`);
      found.set(kind, {
        plural,
        namespaced: one.namespaced === true,
        hasStatus,
      });
    }
  }
  return found;
}

function accountOf({ kind, spec }: KubeObject): string {
  const named = stringAt(spec, 'serviceAccountName');
  return kind === 'Pod' && named ? named : 'default';
}

function after(there: unknown, body: KubeObject): KubeObject {
  const resourceVersion = stringAt(there, 'metadata', 'resourceVersion');
  return { ...body, metadata: { ...body.metadata, resourceVersion } };
}
