import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import { PassThrough } from 'node:stream';
import { createSecureContext, SecureContext } from 'node:tls';
import { Clock, systemClock } from './clock';
import {
  ByteStream,
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from './connection';
import { Credentials, CredentialSource } from './credentials';
import { reasonOf, UnreachableError } from './api-error';
import { connectionReason } from './connection-reason';
import { openWatchSocket, SocketAnswer } from './watch-socket';

const CONNECT_MILLIS = 10_000;
const ANSWER_MILLIS = 30_000;

/** Speaks to an API server over kept-alive HTTP(S) connections. */
export class HttpConnection implements ClusterConnection {
  private readonly plainAgent = new http.Agent({
    keepAlive: true,
    keepAliveMsecs: 15_000,
  });
  private tlsAgent:
    | { of: string; agent: https.Agent; context: SecureContext }
    | undefined;

  constructor(
    readonly name: string,
    private readonly credentials: CredentialSource,
    private readonly clock: Clock = systemClock,
    private readonly connectMillis = CONNECT_MILLIS,
  ) {}

  async request(
    path: string,
    request: ClusterRequest = {},
  ): Promise<ClusterResponse> {
    const first = await this.send(path, request);
    if (first.status !== 401 || !this.credentials.refused()) {
      return first;
    }
    // Reading it to its end could go on for good.
    first.body.destroy();
    return this.send(path, request);
  }

  async stream(
    path: string,
    request: ClusterRequest = {},
  ): Promise<ByteStream | ClusterResponse> {
    let answer = await this.open(path, request);
    if (answer?.status === 401 && this.credentials.refused()) {
      answer.destroy();
      answer = await this.open(path, request);
    }
    if (!answer) {
      return this.request(path, request);
    }
    return answer.status === 200 ? answer : readableOf(answer);
  }

  close(): void {
    this.plainAgent.destroy();
    this.tlsAgent?.agent.destroy();
  }

  private async send(
    path: string,
    request: ClusterRequest,
    again = true,
  ): Promise<ClusterResponse> {
    request.signal?.throwIfAborted();
    const credentials = await this.currentCredentials();
    const url = urlOf(credentials, path, request);
    const body =
      request.body === undefined ? undefined : JSON.stringify(request.body);
    const secure = url.protocol === 'https:';
    const sent = (secure ? https : http).request(url, {
      method: request.method ?? 'GET',
      agent:
        credentials.agent ??
        (secure ? this.secure(credentials).agent : this.plainAgent),
      headers: {
        ...(body === undefined
          ? {}
          : {
              'content-type': request.contentType ?? 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
        ...headersOf(credentials, request),
      },
      signal: request.signal,
    });
    try {
      const answer = await this.answer(sent, body, request.answerMillis);
      return {
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: answer,
      };
    } catch (error) {
      if (request.signal?.aborted) {
        throw request.signal.reason;
      }
      // A kept-alive connection that the server closed as it was taken up again says nothing about the server.
      const harmless = body === undefined || request.readsOnly;
      if (again && sent.reusedSocket && harmless && wasReset(error)) {
        return this.send(path, request, false);
      }
      throw error instanceof UnreachableError
        ? error
        : new UnreachableError(connectionReason(error));
    }
  }

  /** Over a connection of its own; undefined where only Node's client knows the way, such as through a proxy. */
  private async open(
    path: string,
    request: ClusterRequest,
  ): Promise<SocketAnswer | undefined> {
    request.signal?.throwIfAborted();
    const credentials = await this.currentCredentials();
    request.signal?.throwIfAborted();
    const url = urlOf(credentials, path, request);
    const secure = url.protocol === 'https:';
    if (
      credentials.agent ||
      url.username ||
      !(secure || url.protocol === 'http:')
    ) {
      return undefined;
    }
    const { servername, rejectUnauthorized } = credentials.tls;
    return openWatchSocket({
      url,
      headers: headersOf(credentials, request),
      tls: secure
        ? {
            context: this.secure(credentials).context,
            servername,
            rejectUnauthorized,
          }
        : undefined,
      clock: this.clock,
      connectMillis: this.connectMillis,
      answerMillis: request.answerMillis ?? ANSWER_MILLIS,
      signal: request.signal,
    });
  }

  private answer(
    sent: http.ClientRequest,
    body: string | undefined,
    answerMillis = ANSWER_MILLIS,
  ): Promise<IncomingMessage> {
    const giveUp = (millis: number, what: string) =>
      this.clock.after(millis, () =>
        sent.destroy(
          new UnreachableError(
            `${what} within ${Math.round(millis / 1000)} seconds`,
          ),
        ),
      );
    return new Promise((resolve, reject) => {
      const timers = [giveUp(answerMillis, 'no answer')];
      const done = () => timers.forEach(cancel => cancel());
      sent.on('socket', socket => {
        if (socket.connecting) {
          const cancel = giveUp(this.connectMillis, 'no connection');
          timers.push(cancel);
          socket.once('connect', cancel);
        }
      });
      sent.on('response', response => {
        done();
        resolve(response);
      });
      // Stays for good: an error after the answer is the body's to tell.
      sent.on('error', error => {
        done();
        reject(error);
      });
      sent.end(body);
    });
  }

  private secure({ tls }: Credentials) {
    const of = JSON.stringify(tls);
    if (this.tlsAgent?.of !== of) {
      // Requests under way keep the old one; its idle connections close by themselves.
      this.tlsAgent = {
        of,
        agent: new https.Agent({
          keepAlive: true,
          keepAliveMsecs: 15_000,
          ...tls,
        }),
        context: createSecureContext(tls),
      };
    }
    return this.tlsAgent;
  }

  private currentCredentials(): Promise<Credentials> {
    return new Promise((resolve, reject) => {
      const cancel = this.clock.after(ANSWER_MILLIS, () =>
        reject(new UnreachableError('no credentials within 30 seconds')),
      );
      this.credentials.get().then(
        credentials => {
          cancel();
          resolve(credentials);
        },
        error => {
          cancel();
          reject(new UnreachableError(`no credentials: ${reasonOf(error)}`));
        },
      );
    });
  }
}

function urlOf(
  { url: server }: Credentials,
  path: string,
  { query }: ClusterRequest,
): URL {
  const url = new URL(server.replace(/\/+$/, '') + path);
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) {
      url.searchParams.set(key, String(value));
    }
  }
  return url;
}

function headersOf(
  { headers }: Credentials,
  { accept }: ClusterRequest,
): Record<string, string> {
  return {
    accept: accept ?? 'application/json',
    // Compressed events would wait in the compressor, and near servers lists are faster without.
    'accept-encoding': 'identity',
    'user-agent': 'socle',
    ...headers,
  };
}

/** An answer that is read as any other: one that tells why there is no watch. */
function readableOf(answer: SocketAnswer): ClusterResponse {
  const body = new PassThrough();
  answer.follow({
    bytes: bytes => body.write(Buffer.from(bytes)),
    end: how =>
      how === 'ended'
        ? body.end()
        : body.destroy(new UnreachableError('the answer was cut off')),
  });
  body.once('close', () => answer.destroy());
  return { status: answer.status, headers: answer.headers, body };
}

function wasReset(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ECONNRESET' || code === 'EPIPE';
}
