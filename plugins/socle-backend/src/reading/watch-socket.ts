import { validateHeaderName, validateHeaderValue } from 'node:http';
import {
  connect as connectTcp,
  isIP,
  Socket,
  SocketConstructorOpts,
} from 'node:net';
import {
  connect as connectTls,
  ConnectionOptions,
  SecureContext,
} from 'node:tls';
import { reasonOf, UnreachableError } from './api-error';
import { bodyReader } from './body-reader';
import { Clock } from './clock';
import { ByteListener, ByteStream } from './connection';
import { parseHead, ResponseHead } from './response-head';

const HEAD_BYTES = 64 * 1024;
const END_OF_HEAD = Buffer.from('\r\n\r\n');
/** What one wake-up may bring; the operating system holds the rest back. */
const BUFFER_BYTES = 128 * 1024;

/**
 * How long nothing is read after what came was read to its end: events that follow each other closely are then read
 * together, which halves what each costs. Nobody sees so small a delay: changes are judged a few times a second.
 */
const REST_MILLIS = 100;

/** What is asked for, and of whom. */
export interface SocketRequest {
  url: URL;
  headers: Record<string, string>;
  /** Of a server that is spoken to over TLS. */
  tls?: {
    context: SecureContext;
    servername?: string;
    rejectUnauthorized?: boolean;
  };
  clock: Clock;
  connectMillis: number;
  answerMillis: number;
  signal?: AbortSignal;
}

/** An answer whose body has not been read. */
export type SocketAnswer = ResponseHead & ByteStream;

class WatchSocket implements ByteStream {
  private socket: Socket | undefined;
  private head: Buffer | undefined = Buffer.alloc(0);
  private headBytes = 0;
  private push: ((bytes: Buffer) => void) | undefined;
  private listener: ByteListener | undefined;
  /** What came before there was a listener. */
  private early: Buffer[] = [];
  private untilClose = false;
  private ended: 'ended' | 'dropped' | undefined;
  private readonly timers: Array<() => void> = [];
  private readonly abort = () => this.fail(this.request.signal?.reason);

  constructor(
    private readonly request: SocketRequest,
    private readonly resolve: (answer: SocketAnswer) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  open(): void {
    const { tls, signal, connectMillis, answerMillis } = this.request;
    const head = headOf(this.request);
    const socket = this.connect();
    this.socket = socket;
    socket.setKeepAlive(true, 15_000);
    this.giveUp(answerMillis, 'no answer');
    const connected = this.giveUp(connectMillis, 'no connection');
    socket.once('connect', connected);
    socket.on('error', error => this.fail(error));
    socket.on('end', () => this.untilClose && this.finish('ended'));
    socket.on('close', () =>
      this.fail(new Error('the connection was closed before the answer')),
    );
    signal?.addEventListener('abort', this.abort);
    // The token goes to no server that has not shown who it is.
    socket.once(tls ? 'secureConnect' : 'connect', () =>
      socket.write(head, 'latin1'),
    );
  }

  follow(listener: ByteListener): void {
    this.listener = listener;
    const early = this.early;
    this.early = [];
    for (const bytes of early) {
      if (this.listener) {
        listener.bytes(bytes);
      }
    }
    if (this.ended && this.listener) {
      listener.end(this.ended);
    }
  }

  destroy(): void {
    this.listener = undefined;
    this.finish('dropped');
  }

  private connect(): Socket {
    const { url, tls } = this.request;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const onread = {
      buffer: Buffer.allocUnsafeSlow(BUFFER_BYTES),
      callback: (length: number, buffer: Uint8Array) => {
        this.take(buffer as Buffer, length);
        return length > buffer.length / 2 || !this.rest();
      },
    };
    if (!tls) {
      return connectTcp({ host, port: Number(url.port || 80), onread });
    }
    // Node takes `onread` here as well; its types do not say so.
    const options: ConnectionOptions & Pick<SocketConstructorOpts, 'onread'> = {
      host,
      port: Number(url.port || 443),
      servername: tls.servername ?? (isIP(host) ? '' : host),
      secureContext: tls.context,
      rejectUnauthorized: tls.rejectUnauthorized,
      ALPNProtocols: ['http/1.1'],
      onread,
    };
    return connectTls(options);
  }

  private take(buffer: Buffer, length: number): void {
    if (this.ended) {
      return;
    }
    try {
      const bytes = buffer.subarray(0, length);
      if (this.push) {
        this.push(bytes);
      } else {
        this.takeHead(bytes);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** Leaves what comes next to the operating system for a while. */
  private rest(): boolean {
    if (!this.listener || this.ended) {
      return false;
    }
    this.timers.push(
      this.request.clock.after(REST_MILLIS, () => {
        this.timers.length = 0;
        this.socket?.resume();
      }),
    );
    return true;
  }

  private takeHead(bytes: Buffer): void {
    // A copy: the buffer is used again.
    let head = Buffer.concat([this.head!, bytes]);
    for (;;) {
      const end = head.indexOf(END_OF_HEAD);
      const size = end < 0 ? head.length : end + END_OF_HEAD.length;
      if (this.headBytes + size > HEAD_BYTES) {
        throw new Error('the head of the answer does not end');
      }
      if (end < 0) {
        this.head = head;
        return;
      }
      this.headBytes += size;
      const answer = parseHead(head.toString('latin1', 0, end));
      head = head.subarray(size);
      if (answer.status === 101) {
        throw new Error('the answer is of another protocol');
      }
      if (answer.status >= 200) {
        this.answered(answer, head);
        return;
      }
    }
  }

  private answered(answer: ResponseHead, rest: Buffer): void {
    this.head = undefined;
    this.stopTimers();
    this.untilClose = answer.body === 'untilClose';
    this.push = bodyReader(
      answer.body,
      bytes => this.tell(bytes),
      () => this.finish('ended'),
    );
    this.resolve({
      ...answer,
      follow: listener => this.follow(listener),
      destroy: () => this.destroy(),
    });
    this.push(rest);
  }

  private tell(bytes: Buffer): void {
    if (this.listener) {
      this.listener.bytes(bytes);
    } else if (!this.ended && bytes.length > 0) {
      this.early.push(Buffer.from(bytes));
    }
  }

  private giveUp(millis: number, what: string): () => void {
    const cancel = this.request.clock.after(millis, () =>
      this.fail(
        new UnreachableError(
          `${what} within ${Math.round(millis / 1000)} seconds`,
        ),
      ),
    );
    this.timers.push(cancel);
    return cancel;
  }

  private stopTimers(): void {
    this.timers.splice(0).forEach(cancel => cancel());
  }

  private fail(error: unknown): void {
    const { signal } = this.request;
    if (signal?.aborted) {
      this.reject(signal.reason);
    } else {
      this.reject(
        error instanceof UnreachableError
          ? error
          : new UnreachableError(reasonOf(error)),
      );
    }
    this.finish('dropped');
  }

  private finish(how: 'ended' | 'dropped'): void {
    if (this.ended) {
      return;
    }
    this.ended = how;
    this.stopTimers();
    this.request.signal?.removeEventListener('abort', this.abort);
    this.socket?.destroy();
    this.listener?.end(how);
  }
}

/**
 * Sends a GET over a connection of its own and resolves with the head of the answer. Node's own client makes objects
 * and events for every piece of a body, which for a watch costs more than all that is done with its events; here the
 * bytes are read into one buffer and handed on.
 */
export function openWatchSocket(request: SocketRequest): Promise<SocketAnswer> {
  return new Promise((resolve, reject) => {
    new WatchSocket(request, resolve, reject).open();
  });
}

function headOf({ url, headers }: SocketRequest): string {
  const lines = [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `host: ${url.host}`,
    'connection: close',
  ];
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    lines.push(`${name}: ${value}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
