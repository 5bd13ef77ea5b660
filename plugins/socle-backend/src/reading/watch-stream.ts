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
