import { Readable } from 'node:stream';
import { UnreachableError } from './api-error';
import { bodyOf, ReadingLimits } from './answer';
import { Clock } from './clock';
import {
  ByteStream,
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from './connection';
import { KindParser, WatchEvent } from './kind-parser';
import { KindTarget } from './kind-sink';
import { LineSplitter } from './line-splitter';
import { acceptOf, resourcePath } from './resource-path';

export interface WatchRequest {
  connection: ClusterConnection;
  clock: Clock;
  target: KindTarget;
  parser: KindParser;
  resourceVersion: string;
  /** After how long the server is to end the stream. */
  timeoutSeconds: number;
  /** How long neither event nor bookmark may come. */
  silenceMillis: number;
  limits: ReadingLimits;
  signal: AbortSignal;
}

/** `ended` by the server as asked, `dropped` by the network, `silent` for too long. */
export type WatchEnd = 'ended' | 'dropped' | 'silent';

/**
 * Reads one watch until it ends. Rejects where it could not be opened, with the server's error where it sent an ERROR
 * event, and with what `onEvent` or the parser throws.
 */
export async function watchStream(
  { connection, clock, target, parser, signal, ...of }: WatchRequest,
  onOpen: () => void,
  onEvent: (event: WatchEvent) => void,
): Promise<WatchEnd> {
  const answer = await open(connection, resourcePath(target), {
    accept: acceptOf(target, 'watch'),
    query: {
      watch: 1,
      allowWatchBookmarks: true,
      resourceVersion: of.resourceVersion,
      timeoutSeconds: of.timeoutSeconds,
      fieldSelector: target.fieldSelector,
      labelSelector: target.labelSelector,
    },
    signal,
  });
  if ('status' in answer && answer.status !== 200) {
    await bodyOf(answer, clock, of.limits, signal);
    throw new UnreachableError(`a watch answered with ${answer.status}`);
  }
  const body = 'follow' in answer ? answer : followable(answer.body);
  onOpen();
  return new Promise((resolve, reject) => {
    let heardAt = clock.now();
    let cancel = () => {};
    const end = (settle: () => void) => {
      cancel();
      body.destroy();
      settle();
    };
    const check = () => {
      const left = heardAt + of.silenceMillis - clock.now();
      if (left <= 0) {
        end(() => resolve('silent'));
      } else {
        cancel = clock.after(left, check);
      }
    };
    check();
    const lines = new LineSplitter(line => onEvent(parser.event(line)));
    body.follow({
      bytes: bytes => {
        if (signal.aborted) {
          return;
        }
        heardAt = clock.now();
        try {
          lines.push(bytes);
        } catch (error) {
          end(() => reject(error));
        }
      },
      // A line that the end cuts off was not told: the next watch begins before it.
      end: how => end(() => resolve(lines.unfinished > 0 ? 'dropped' : how)),
    });
  });
}

function open(
  connection: ClusterConnection,
  path: string,
  request: ClusterRequest,
): Promise<ByteStream | ClusterResponse> {
  return connection.stream
    ? connection.stream(path, request)
    : connection.request(path, request);
}

/** The body of an ordinary answer, in the form of a stream of bytes. */
function followable(body: Readable): ByteStream {
  return {
    follow: ({ bytes, end }) => {
      body.on('data', (chunk: Buffer) => {
        if (!body.destroyed) {
          bytes(chunk);
        }
      });
      body.on('end', () => end('ended'));
      body.on('error', () => end('dropped'));
      body.on('close', () => end('dropped'));
    },
    destroy: () => body.destroy(),
  };
}
