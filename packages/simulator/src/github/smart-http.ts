import { spawn } from 'node:child_process';
import { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '../server/respond';
import { Git } from './git/git';

/** Clone and fetch over HTTP, by git's own server program. Pushing is refused: changes come by pull requests. */
export async function serveGit(
  git: Git,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const service = query.get('service') ?? path.split('/').pop();
  const known =
    path === '/info/refs'
      ? service === 'git-upload-pack'
      : path === '/git-upload-pack';
  if (!known) {
    const pushes = service === 'git-receive-pack';
    sendText(
      response,
      pushes ? 403 : 404,
      pushes ? 'This repository takes pull requests only.\n' : 'Not Found\n',
    );
    return;
  }
  const child = spawn('git', ['http-backend'], {
    env: {
      ...git.environment(),
      GIT_DIR: '',
      GIT_PROJECT_ROOT: git.directory,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query.toString(),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  response.on('close', () => child.kill());
  await relay(child.stdout, response);
}

/** Turns the answer of a CGI program into one of HTTP. */
async function relay(
  output: NodeJS.ReadableStream,
  response: ServerResponse,
): Promise<void> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of output) {
    if (head === undefined) {
      response.write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk as Buffer]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) continue;
    writeHead(head.toString('latin1', 0, end), response);
    response.write(head.subarray(end + 4));
    head = undefined;
  }
  if (head === undefined) response.end();
  else sendText(response, 500, 'git could not answer\n');
}

function writeHead(text: string, response: ServerResponse): void {
  const lines = text.split('\r\n').map(line => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = lines.find(([name]) => name.toLowerCase() === 'status')?.[1];
  response.writeHead(
    Number(status?.split(' ')[0] ?? 200),
    Object.fromEntries(
      lines.filter(([name]) => name && name.toLowerCase() !== 'status'),
    ),
  );
}
