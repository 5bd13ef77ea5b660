import { Answer, GithubError, notFound, ok } from './answer';
import { Call, Handler, Hosted, Routes } from './call';
import { commitRoutes } from './commits';
import { contentRoutes } from './contents';
import { conversationRoutes } from './conversation';
import { gitObjectRoutes } from './git-objects';
import { ACCOUNT, userShape } from './people';
import { pullRoutes } from './pulls';
import { refRoutes } from './refs';

interface Route {
  method: string;
  pattern: RegExp;
  handler: Handler;
}

const repositoryRoutes: Route[] = Object.entries({
  ...commitRoutes,
  ...contentRoutes,
  ...refRoutes,
  ...gitObjectRoutes,
  ...pullRoutes,
  ...conversationRoutes,
} satisfies Routes).map(([line, handler]) => {
  const [method, path] = line.split(' ');
  return { method, pattern: patternOf(path), handler };
});

function patternOf(path: string): RegExp {
  const source = path
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*(\w+)/g, '(?<$1>.+)');
  return new RegExp(`^${source}/?$`);
}

/** Answers one call below `/api/v3`; `path` is still encoded. */
export async function answerApi(
  call: Call,
  path: string,
  hostedOf: (owner: string, name: string) => Hosted | undefined,
): Promise<Answer> {
  if (path === '/user') {
    return ok({
      ...userShape(ACCOUNT.login, call.addresses),
      name: ACCOUNT.name,
      email: ACCOUNT.email,
    });
  }
  const about = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path);
  const [, owner = '', name = '', rest = ''] = about ?? [];
  const hosted = hostedOf(decodeURIComponent(owner), decodeURIComponent(name));
  if (!hosted) throw notFound();
  const method = call.method === 'HEAD' ? 'GET' : call.method;
  const fitting = repositoryRoutes.filter(({ pattern }) => pattern.test(rest));
  const route = fitting.find(one => one.method === method);
  if (!route) {
    throw fitting.length > 0
      ? new GithubError(405, 'Method Not Allowed')
      : notFound();
  }
  const groups = route.pattern.exec(rest)?.groups ?? {};
  const params = Object.fromEntries(
    Object.entries(groups).map(([key, value]) => [
      key,
      decodeURIComponent(value),
    ]),
  );
  return route.handler({ ...call, ...hosted, params });
}
