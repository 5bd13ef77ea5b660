import { IncomingMessage, ServerResponse } from 'node:http';
import {
  aggregatedDiscovery,
  coreVersions,
  groupList,
  groupOnly,
  resourceList,
} from '../discovery/documents';
import { ResourceType } from '../discovery/resource-type';
import {
  ApiError,
  methodNotAllowed,
  notAcceptable,
  noSuchResource,
  tooManyRequests,
  unauthorized,
} from '../storage/api-error';
import { Fields } from '../storage/object';
import { Stored } from '../storage/stored';
import { negotiate, Wanted } from './accept';
import { Cluster } from './cluster';
import { healthAnswer } from './health-checks';
import { listPage, Page } from './list';
import { ListOptions, parseListOptions } from './list-options';
import { readBody } from './request-body';
import { parseResourcePath, ResourcePath } from './request-path';
import { sendError, sendJson, sendText, streamJson } from './respond';
import { answerReview } from './reviews';
import { itemViewOf, listHead, viewOf } from './view';
import { WatchStream } from './watch';
import { create, patch, remove, removeAll, replace, WriteCall } from './write';

interface Call {
  cluster: Cluster;
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
}

const metadataForms = ['PartialObjectMetadata', 'PartialObjectMetadataList'];
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
    if (cluster.types.hasVersion(resource.group, resource.version))
      throw noSuchResource();
    return sendText(response, 404, '404 page not found\n');
  }
  if (resource.namespace && !type.namespaced) throw noSuchResource();
  return serve(call, type, resource);
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

async function serve(
  call: Call,
  type: ResourceType,
  path: ResourcePath,
): Promise<void> {
  const { cluster, request, query } = call;
  const wanted = negotiate(request.headers.accept, metadataForms);
  const write: WriteCall = { cluster, type, path, query, request };
  const allow = (verb: string) => {
    cluster.count(verb, type.plural);
    cluster.authorize(verb, type, path.namespace, path.name);
  };
  switch (request.method) {
    case 'GET':
    case 'HEAD': {
      if (path.name) {
        allow('get');
        return getOne(call, type, path, wanted);
      }
      const options = parseListOptions(query, type);
      allow(options.watch ? 'watch' : 'list');
      return options.watch
        ? watch(call, type, path, options, wanted)
        : sendPage(
            call,
            type,
            path,
            listPage(cluster, type, path.namespace, options),
            wanted,
          );
    }
    case 'POST':
      allow('create');
      return sendWritten(call, type, path, await create(write), wanted);
    case 'PUT':
      allow('update');
      return sendWritten(call, type, path, await replace(write), wanted);
    case 'PATCH':
      allow('patch');
      return sendWritten(call, type, path, await patch(write), wanted);
    case 'DELETE': {
      if (!path.name) {
        allow('deletecollection');
        const page = listPage(
          cluster,
          type,
          path.namespace,
          parseListOptions(query, type),
        );
        await removeAll(write, page.rows);
        return sendPage(call, type, path, page, wanted);
      }
      allow('delete');
      const { code, body } = await remove(write);
      if (typeof body !== 'string') {
        return sendWritten(call, type, path, { code, object: body }, wanted);
      }
      return sendJson(request, call.response, code, body);
    }
    default:
      throw methodNotAllowed();
  }
}

function single(wanted: Wanted): Wanted {
  if (wanted.as === 'PartialObjectMetadataList') {
    throw notAcceptable(
      'you requested PartialObjectMetadataList, but the requested object is not a list',
    );
  }
  return wanted;
}

function getOne(
  call: Call,
  type: ResourceType,
  path: ResourcePath,
  wanted: Wanted,
): void {
  if (path.subresource && !(path.subresource === 'status' && type.hasStatus)) {
    throw noSuchResource();
  }
  const stored = call.cluster.objects.get(
    type,
    path.namespace,
    path.name ?? '',
  );
  const view = viewOf(type, path.version, single(wanted));
  sendJson(call.request, call.response, 200, view(stored));
}

function sendWritten(
  call: Call,
  type: ResourceType,
  path: ResourcePath,
  written: { code: number; object: Stored },
  wanted: Wanted,
): void {
  const view = viewOf(type, path.version, single(wanted));
  sendJson(call.request, call.response, written.code, view(written.object));
}

function sendPage(
  call: Call,
  type: ResourceType,
  path: ResourcePath,
  { rows, metadata }: Page,
  wanted: Wanted,
): Promise<void> {
  if (wanted.as === 'PartialObjectMetadata') {
    throw notAcceptable(
      'you requested PartialObjectMetadata, but the requested object is a list',
    );
  }
  const view = itemViewOf(type, path.version, wanted);
  function* pieces() {
    yield listHead(type, path.version, wanted, metadata);
    let separator = '';
    for (const row of rows) {
      yield separator + view(row);
      separator = ',';
    }
    yield ']}\n';
  }
  return streamJson(call.request, call.response, pieces());
}

function watch(
  call: Call,
  type: ResourceType,
  path: ResourcePath,
  options: ListOptions,
  wanted: Wanted,
): void {
  const { cluster, response } = call;
  const { namespace, version } = path;
  const request = { type, version, namespace, options, wanted: single(wanted) };
  new WatchStream(cluster, request, response).start();
}
