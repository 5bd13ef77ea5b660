import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { UnreachableError } from './api-error';
import { bodyOf, ReadingLimits } from './answer';
import { Clock } from './clock';
import { ClusterConnection } from './connection';
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

/**
 * After each piece of a stream nothing is read for so long, so that a burst of events costs one read instead of one
 * each. An event that comes alone is not held back.
 */
const GATHER_MILLIS = 20;

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
  const response = await connection.request(resourcePath(target), {
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
  if (response.status !== 200) {
    await bodyOf(response, clock, of.limits, signal);
    throw new UnreachableError(`a watch answered with ${response.status}`);
  }
  const { body } = response;
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
    body.on('data', (chunk: Buffer) => {
      if (body.destroyed || signal.aborted) {
        return;
      }
      heardAt = clock.now();
      gather(body);
      try {
        lines.push(chunk);
      } catch (error) {
        end(() => reject(error));
      }
    });
    // A line that the end cuts off was not told: the next watch begins before it.
    body.on('end', () =>
      end(() => resolve(lines.unfinished > 0 ? 'dropped' : 'ended')),
    );
    body.on('error', () => end(() => resolve('dropped')));
    body.on('close', () => end(() => resolve('dropped')));
  });
}

/** Lets what comes next wait in the kernel for a moment, where the body is that of an HTTP answer. */
function gather(body: Readable): void {
  const socket = body instanceof IncomingMessage ? body.socket : undefined;
  if (socket && !socket.isPaused()) {
    socket.pause();
    setTimeout(() => socket.resume(), GATHER_MILLIS);
  }
}
