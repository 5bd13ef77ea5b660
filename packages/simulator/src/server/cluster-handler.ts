import {
  aggregatedDiscovery,
  coreVersions,
  groupList,
  groupOnly,
  resourceList,
} from '../discovery/documents';
import {
  ApiError,
  noSuchResource,
  tooManyRequests,
  unauthorized,
} from '../storage/api-error';
import { Fields } from '../storage/object';
import { negotiate } from './accept';
import { ownAnswer } from './own-answers';
import { Cluster } from './cluster';
import { healthAnswer } from './health-checks';
import { readBody } from './request-body';
import { parseResourcePath } from './request-path';
import { Call, serveResource } from './resource-handler';
import { sendError, sendJson, sendText } from './respond';
import { answerReview } from './reviews';

const publicPaths = /^\/(version|healthz|livez|readyz)(\/|$)/;

export async function handleCluster(call: Call): Promise<void> {
  const { cluster, request, response, path } = call;
  const { faults } = cluster;
  if (faults.latencyMs > 0) {
    await new Promise(resolve => setTimeout(resolve, faults.latencyMs));
  }
  if (faults.unreachable) {
    request.socket.resetAndDestroy();
    return;
  }
  try {
    const given = request.headers.authorization;
    if (
      given !== `Bearer ${cluster.token}` &&
      (given || !publicPaths.test(path))
    ) {
      throw unauthorized();
    }
    if (faults.throttled > 0) {
      faults.throttled--;
      throw tooManyRequests(faults.retryAfterSeconds);
    }
    await route(call);
  } catch (error) {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const known =
      error instanceof ApiError
        ? error
        : new ApiError(
            500,
            'InternalError',
            `Internal error occurred: ${String(error)}`,
            {
              causes: [{ message: String(error) }],
            },
          );
    sendError(request, response, known);
  }
}

async function route(call: Call): Promise<void> {
  const { cluster, request, response, path, query } = call;
  const search = /\?.*$/.exec(request.url ?? '')?.[0] ?? '';
  const own = ownAnswer(cluster, request.method ?? 'GET', path, search);
  if (own) return cluster.systems.send(request, response, own);
  const health = healthAnswer(path, query, cluster.faults.failingChecks);
  if (health) return sendText(response, health.code, health.text);
  if (path === '/version') return send(call, 200, versionDocument(cluster));
  if (path === '/api' || path === '/apis') return discoverGroups(call);
  if (path === '/' || path === '')
    return send(call, 200, { paths: ['/api', '/apis', '/version'] });

  const group = /^\/apis\/([^/]+)$/.exec(path);
  const found = group
    ? groupOnly(cluster.types.all(), decodeURIComponent(group[1]))
    : undefined;
  if (found) return send(call, 200, found);

  const resource = parseResourcePath(path);
  if (!resource) return sendText(response, 404, '404 page not found\n');
  if (!resource.plural) {
    const document = resourceList(
      cluster.types.all(),
      resource.group,
      resource.version,
    );
    return document
      ? send(call, 200, document)
      : sendText(response, 404, '404 page not found\n');
  }
  if (
    request.method === 'POST' &&
    /^auth(entication|orization)\.k8s\.io$/.test(resource.group)
  ) {
    const review = answerReview(
      cluster,
      resource.plural,
      await readBody(request),
    );
    if (review) return send(call, 201, review);
  }
  const type = cluster.types.byResource(
    resource.group,
    resource.version,
    resource.plural,
  );
  if (!type) {
    // Kubernetes' own groups answer in its own words; those of custom resources do not know the path.
    if (cluster.types.isBuiltin(resource.group)) throw noSuchResource();
    return sendText(response, 404, '404 page not found\n');
  }
  if (resource.namespace && !type.namespaced) throw noSuchResource();
  return serveResource(call, type, resource);
}

function send(
  { request, response }: Call,
  code: number,
  document: Fields,
): void {
  sendJson(request, response, code, JSON.stringify(document));
}

function versionDocument(cluster: Cluster): Fields {
  const [major, minor] = cluster.version.replace(/^v/, '').split('.');
  return {
    major,
    minor,
    gitVersion: cluster.version,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: 'go1.25.0',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

function discoverGroups({ cluster, request, response, path }: Call): void {
  const wanted = negotiate(request.headers.accept, ['APIGroupDiscoveryList']);
  const types = cluster.types.all();
  if (wanted.as) {
    const half = path === '/api' ? 'core' : 'groups';
    const document = aggregatedDiscovery(types, half, wanted.version);
    sendJson(request, response, 200, JSON.stringify(document), {
      'Content-Type': `application/json;g=apidiscovery.k8s.io;v=${wanted.version};as=APIGroupDiscoveryList`,
    });
    return;
  }
  const document = path === '/api' ? coreVersions() : groupList(types);
  sendJson(request, response, 200, JSON.stringify(document));
}
