import { forbidden } from '../storage/api-error';
import { Cluster } from './cluster';
import { figuresAnswer } from './figures';
import { RecordedAnswer } from './recorded-answers';

/** The name under which answers of the API server itself are recorded. */
export const API_SERVER = 'apiserver';

/**
 * What an API server answers that is none of its objects: what is recorded of it, and the figures of its nodes. Rights
 * are looked at as for objects: `nodes/proxy` of the core group, `nodes` of `metrics.k8s.io`.
 */
export function ownAnswer(
  cluster: Cluster,
  method: string,
  path: string,
  search: string,
): RecordedAnswer | undefined {
  const recorded = cluster.systems.find(API_SERVER, method, path + search);
  const figures =
    !recorded && cluster.figures && method === 'GET'
      ? figuresAnswer(cluster, path)
      : undefined;
  const found =
    recorded ??
    (figures && {
      request: `${method} ${path}`,
      httpStatus: figures.code,
      body: figures.body,
    });
  if (!found) return undefined;
  const resource = resourceOf(path);
  if (resource) {
    const { group, plural } = resource;
    if (cluster.faults.denied('get', group, plural)) {
      throw forbidden(resource, 'get', cluster.user);
    }
  }
  return found;
}

function resourceOf(path: string) {
  const proxy = /^\/api\/v1\/nodes\/[^/]+\/proxy(\/|$)/.test(path);
  if (proxy) return { group: '', plural: 'nodes/proxy' };
  const [, group, plural] =
    /^\/apis\/([^/]+)\/[^/]+\/(?:namespaces\/[^/]+\/)?([^/]+)/.exec(path) ?? [];
  return group ? { group, plural } : undefined;
}
