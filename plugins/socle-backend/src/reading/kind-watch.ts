import { SourceState } from '@socle/backstage-plugin-socle-common';
import { stringAt } from '@socle/backstage-plugin-socle-model';
import { ApiStatusError } from './api-error';
import { readAnswer } from './answer';
import { Backoff } from './backoff';
import { Clock, pause, systemClock } from './clock';
import { ClusterConnection } from './connection';
import { faultOf } from './fault';
import { KindParser, WatchEvent } from './kind-parser';
import { KindSink, KindTarget } from './kind-sink';
import { listPages } from './list-pages';
import { acceptOf, resourcePath } from './resource-path';
import { Slots } from './slots';
import { StringCache } from './string-cache';
import { watchStream } from './watch-stream';

/** What a watch may be given other than the usual. */
export interface KindWatchOptions {
  clock?: Clock;
  pageSize?: number;
  /** Bounds the pages read at once, of all kinds that share it. */
  slots?: Slots;
  strings?: StringCache;
  /** How long neither event nor bookmark may come before the server is asked (servers send bookmarks each minute). */
  silenceMillis?: number;
  /** How long a page may take. */
  pageMillis?: number;
  pageSilenceMillis?: number;
  /** The server says that it does not serve the kind: discovery should look. */
  onNotServed?: () => void;
}

const PROBE_LIMITS = { totalMillis: 10_000, silenceMillis: 10_000 };
/** A watch that lived this long shows that the server is well. */
const SETTLED_MILLIS = 5_000;

/**
 * Reads one kind of one cluster for good: lists it, then watches it from where the list ended, and carries on from the
 * last resourceVersion whatever breaks. Only {@link KindWatch.stop} ends it.
 */
export class KindWatch {
  /** How often each thing happened, for metrics and tests. */
  readonly counts = { lists: 0, watches: 0, events: 0, unreadable: 0 };
  private readonly clock: Clock;
  private readonly parser: KindParser;
  private readonly slots: Slots;
  private readonly backoff: Backoff;
  private readonly stopping = new AbortController();
  private stream: AbortController | undefined;
  private resourceVersion: string | undefined;
  private listed = false;
  private doubtful = false;
  private waiting: AbortController | undefined;
  private shortWatches = 0;
  private told:
    | { state: SourceState; message?: string; at: number }
    | undefined;

  constructor(
    private readonly connection: ClusterConnection,
    private readonly target: KindTarget,
    private readonly sink: KindSink,
    private readonly options: KindWatchOptions = {},
  ) {
    this.clock = options.clock ?? systemClock;
    this.parser = new KindParser(target, options.strings);
    this.slots = options.slots ?? new Slots(1);
    this.backoff = new Backoff(this.clock);
  }

  start(): this {
    void this.run();
    return this;
  }

  stop(): void {
    this.stopping.abort();
    this.stream?.abort();
    this.waiting?.abort();
  }

  /** Something else reached the server again: do not wait until the back-off ends. */
  hurry(): void {
    if (this.told?.state === 'unreachable') {
      this.waiting?.abort();
    }
  }

  /** Something suggests that the server has gone: ask it now rather than after the silence. */
  suspect(): void {
    this.doubtful = true;
    this.stream?.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    this.tell('syncing');
    while (!signal.aborted) {
      let wait = 0;
      try {
        if (this.resourceVersion !== undefined && this.doubtful) {
          await this.probe();
        }
        this.resourceVersion ??= await this.list();
        wait = await this.watch(this.resourceVersion);
      } catch (error) {
        wait = signal.aborted ? 0 : this.failed(error);
      }
      if (wait > 0 && !signal.aborted) {
        this.waiting = new AbortController();
        await pause(this.clock, wait, this.waiting.signal);
        this.waiting = undefined;
      }
    }
  }

  private async list(): Promise<string> {
    this.counts.lists += 1;
    const resourceVersion = await listPages(
      {
        connection: this.connection,
        clock: this.clock,
        target: this.target,
        parser: this.parser,
        pageSize: this.options.pageSize ?? 500,
        limits: {
          totalMillis: this.options.pageMillis ?? 60_000,
          silenceMillis: this.options.pageSilenceMillis ?? 30_000,
        },
        slots: this.slots,
        signal: this.stopping.signal,
      },
      () => {
        if (this.told?.state !== 'live') {
          this.tell('syncing');
        }
        this.sink.listing();
      },
      page => page.items.forEach(item => this.sink.upsert(item)),
    );
    this.listed = true;
    this.doubtful = false;
    this.sink.listed();
    this.tell('live');
    return resourceVersion;
  }

  /** Watches until the stream ends; how long to wait before the next one. */
  private async watch(resourceVersion: string): Promise<number> {
    const { clock } = this;
    const stream = new AbortController();
    this.stream = stream;
    const began = clock.now();
    const eventsBefore = this.counts.events;
    this.counts.watches += 1;
    let end = await watchStream(
      {
        connection: this.connection,
        clock,
        target: this.target,
        parser: this.parser,
        resourceVersion,
        timeoutSeconds: 300 + Math.floor(clock.random() * 300),
        silenceMillis: this.options.silenceMillis ?? 90_000,
        limits: PROBE_LIMITS,
        signal: stream.signal,
      },
      () => this.tell('live'),
      event => this.take(event),
    ).catch(error => {
      if (stream.signal.aborted) {
        return 'silent' as const;
      }
      throw error;
    });
    if (stream.signal.aborted) {
      end = 'silent';
    }
    this.doubtful ||= end !== 'ended';
    if (end === 'silent' || clock.now() - began >= SETTLED_MILLIS) {
      this.backoff.reset();
      this.shortWatches = 0;
      return 0;
    }
    const told = this.counts.events > eventsBefore;
    this.shortWatches = told ? 0 : this.shortWatches + 1;
    if (this.shortWatches >= 3) {
      this.tell('stale', 'the server ends the watch as soon as it is opened');
    }
    return this.backoff.next();
  }

  private take(event: WatchEvent): void {
    this.counts.events += 1;
    this.backoff.reset();
    if (event.type === 'BOOKMARK') {
      this.resourceVersion = event.resourceVersion ?? this.resourceVersion;
    } else {
      const { object } = event;
      if (event.type === 'DELETED') {
        this.sink.remove(
          stringAt(object, 'metadata', 'namespace'),
          stringAt(object, 'metadata', 'name')!,
        );
      } else {
        this.sink.upsert(object);
      }
      this.resourceVersion =
        stringAt(object, 'metadata', 'resourceVersion') ?? this.resourceVersion;
    }
    this.tell('live');
  }

  /**
   * Asks for one object, to tell a quiet kind from a dead connection. Without a resourceVersion, as `0` has servers
   * ignore the limit. A server whose resourceVersion has gone back was restored from a backup, and a watch from the
   * future would stay silent: then all is listed again.
   */
  private async probe(): Promise<void> {
    const page = this.parser.page(
      await readAnswer(
        this.connection,
        this.clock,
        resourcePath(this.target),
        {
          accept: acceptOf(this.target, 'probe'),
          query: { limit: 1 },
          signal: this.stopping.signal,
          answerMillis: PROBE_LIMITS.totalMillis,
        },
        PROBE_LIMITS,
      ),
    );
    this.doubtful = false;
    if (isBefore(page.resourceVersion, this.resourceVersion)) {
      this.resourceVersion = undefined;
    }
  }

  private failed(error: unknown): number {
    const fault = faultOf(error, this.listed);
    if (fault.state === 'unreachable') {
      this.doubtful = true;
    }
    if (fault.relist) {
      this.resourceVersion = undefined;
    }
    if (fault.notServed) {
      this.options.onNotServed?.();
    }
    const wait = this.backoff.next(fault.waitMillis);
    const expired = error instanceof ApiStatusError && error.expired;
    if (expired && wait <= 1_000) {
      // A resourceVersion that is too old is no fault of the server: list at once, unless it comes again and again.
      return 0;
    }
    if (!(error instanceof ApiStatusError) && fault.relist) {
      this.counts.unreadable += 1;
    }
    this.tell(fault.state, fault.message);
    return wait;
  }

  private tell(state: SourceState, message?: string): void {
    const at = this.clock.now();
    const { told } = this;
    if (told?.state === state && told.message === message) {
      if (state !== 'live' || at - told.at < 1_000) {
        return;
      }
    }
    this.told = { state, message, at };
    this.sink.state(state, message);
  }
}

/** Whether one resourceVersion is older than another; versions that are no numbers cannot be compared. */
function isBefore(one: string, other: string | undefined): boolean {
  return (
    other !== undefined &&
    /^\d+$/.test(one) &&
    /^\d+$/.test(other) &&
    BigInt(one) < BigInt(other)
  );
}
