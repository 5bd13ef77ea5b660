import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import { Clock, systemClock } from './clock';
import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from './connection';
import { Credentials, CredentialSource } from './credentials';
import { reasonOf, UnreachableError } from './api-error';

const CONNECT_MILLIS = 10_000;
const ANSWER_MILLIS = 30_000;

/** Speaks to an API server over kept-alive HTTP(S) connections. */
export class HttpConnection implements ClusterConnection {
  private readonly plainAgent = new http.Agent({
    keepAlive: true,
    keepAliveMsecs: 15_000,
  });
  private tlsAgent: { of: string; agent: https.Agent } | undefined;

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
    first.body.resume();
    return this.send(path, request);
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
    const url = new URL(credentials.url.replace(/\/+$/, '') + path);
    for (const [key, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, String(value));
      }
    }
    const body =
      request.body === undefined ? undefined : JSON.stringify(request.body);
    const secure = url.protocol === 'https:';
    const sent = (secure ? https : http).request(url, {
      method: request.method ?? 'GET',
      agent:
        credentials.agent ??
        (secure ? this.secureAgent(credentials) : this.plainAgent),
      headers: {
        accept: request.accept ?? 'application/json',
        // Compressed events would wait in the compressor, and near servers lists are faster without.
        'accept-encoding': 'identity',
        'user-agent': 'socle',
        ...(body === undefined
          ? {}
          : {
              'content-type': request.contentType ?? 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
        ...credentials.headers,
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
      if (again && sent.reusedSocket && body === undefined && wasReset(error)) {
        return this.send(path, request, false);
      }
      throw error instanceof UnreachableError
        ? error
        : new UnreachableError(reasonOf(error));
    }
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

  private secureAgent({ tls }: Credentials): https.Agent {
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
      };
    }
    return this.tlsAgent.agent;
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

function wasReset(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ECONNRESET' || code === 'EPIPE';
}
