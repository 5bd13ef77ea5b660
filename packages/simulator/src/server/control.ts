import { IncomingMessage, ServerResponse } from 'node:http';
import { ActionError, actions } from '../scenario/action';
import { ClusterControl } from '../cluster-control';
import { GithubStandIn } from '../github/github';
import { ApiError } from '../storage/api-error';
import { ControlHandler } from './http-server';
import { readBody } from './request-body';
import { sendJson } from './respond';

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function describe(control: ClusterControl) {
  return {
    name: control.name,
    resourceVersion: control.resourceVersion,
    openWatches: control.openWatches(),
  };
}

/**
 * `GET /control/clusters[/NAME]` and `POST /control/clusters/NAME/ACTION`, where an action is that of a scenario; and
 * `POST /control/github/ACTION`.
 */
export function controlHandler(
  controls: ReadonlyMap<string, ClusterControl>,
  token: string,
  github?: GithubStandIn,
): ControlHandler {
  const answer = async (
    request: IncomingMessage,
    path: string,
  ): Promise<unknown> => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      throw new ApiError(401, 'Unauthorized', 'Unauthorized');
    }
    const [root, name, action, ...more] = path
      .split('/')
      .filter(Boolean)
      .map(decodeURIComponent);
    if (root === 'github' && github && name && request.method === 'POST') {
      if (!github.control(name, await readBody(request)))
        throw new ApiError(404, 'NotFound', `There is no action "${name}"`);
      return { done: name };
    }
    if (root !== 'clusters' || more.length > 0) {
      throw new ApiError(404, 'NotFound', `There is no /control${path}`);
    }
    if (!name) return { clusters: [...controls.values()].map(describe) };
    const control = controls.get(name);
    if (!control)
      throw new ApiError(404, 'NotFound', `There is no cluster "${name}"`);
    if (!action) return describe(control);
    const act = actions[camelCase(action)];
    if (!act || !Object.hasOwn(actions, camelCase(action))) {
      throw new ApiError(404, 'NotFound', `There is no action "${action}"`);
    }
    if (request.method !== 'POST') {
      throw new ApiError(
        405,
        'MethodNotAllowed',
        'Actions are called with POST',
      );
    }
    await act(control, await readBody(request));
    return { done: camelCase(action), ...describe(control) };
  };
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ) => {
    try {
      sendJson(
        request,
        response,
        200,
        JSON.stringify(await answer(request, path)),
      );
    } catch (error) {
      const known =
        error instanceof ApiError
          ? error
          : new ApiError(
              error instanceof ActionError ? 400 : 422,
              'BadRequest',
              error instanceof Error ? error.message : String(error),
            );
      sendJson(request, response, known.code, JSON.stringify(known.toStatus()));
    }
  };
}
