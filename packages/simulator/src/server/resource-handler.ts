import { IncomingMessage, ServerResponse } from 'node:http';
import { ResourceType } from '../discovery/resource-type';
import {
  methodNotAllowed,
  notAcceptable,
  noSuchResource,
} from '../storage/api-error';
import { Stored } from '../storage/stored';
import { negotiate, Wanted } from './accept';
import { Cluster } from './cluster';
import { listPage, Page } from './list';
import { ListOptions, parseListOptions } from './list-options';
import { ResourcePath } from './request-path';
import { sendJson, streamJson } from './respond';
import { itemViewOf, listFrame, viewOf } from './view';
import { WatchStream } from './watch';
import { create, patch, remove, removeAll, replace, WriteCall } from './write';

/** One request to one cluster; the path is that under the cluster's base path. */
export interface Call {
  cluster: Cluster;
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
}

const metadataForms = ['PartialObjectMetadata', 'PartialObjectMetadataList'];

/** List, watch, get and write of one resource. */
export async function serveResource(
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
  const frame = listFrame(type, path.version, wanted, metadata);
  function* pieces() {
    yield frame.before;
    let separator = '';
    for (const row of rows) {
      yield separator + view(row);
      separator = ',';
    }
    yield frame.after;
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
