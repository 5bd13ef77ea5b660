import { LoggerService } from '@backstage/backend-plugin-api';
import { SourceState } from '@socle/backstage-plugin-socle-common';
import {
  KindId,
  ProbeDefinition,
  ProbeTarget,
} from '@socle/backstage-plugin-socle-model';
import { Backoff } from '../reading/backoff';
import { Clock, pause } from '../reading/clock';
import { ask, Asked } from './ask';
import { Patience } from './patience';
import { ProbeMemory } from './probe-memory';
import { runRound } from './probe-round';
import { ProbeState, stateAfter } from './probe-state';
import { ReadObjects } from './read-objects';

const LONGEST_WAIT_MILLIS = 300_000;
/** A credential is renewed by somebody, and an API server that was away has more to be read again than this. */
const LONGEST_WAIT_FOR_RIGHTS_MILLIS = 60_000;
const NOT_READY_MILLIS = 1_000;

/** What the rounds of one source tell. */
export interface RunnerEvents {
  /** After each round. */
  told(memory: ProbeMemory, complete: boolean | undefined): void;
  /** Undefined: the cluster has no such thing. Called before `told`. */
  state(
    state: SourceState | undefined,
    message: string | undefined,
    round: { failed: boolean },
  ): void;
  /** Names of the objects of a kind in the cluster's API; undefined where they were not all read. */
  listed(kind: KindId): readonly string[] | undefined;
}

export interface RunnerOptions {
  source: string;
  probe: ProbeDefinition;
  target: ProbeTarget;
  connection: Asked;
  /** A new one for each round. */
  reader(): ReadObjects;
  url?: string;
  /** Which credential is used, for a person. */
  credential: string;
  everySeconds: number;
  timeoutSeconds: number;
  /** Whether rounds may begin; looked at each second. */
  ready?(): boolean;
  clock: Clock;
  logger: LoggerService;
}

/** Asks one instance for good, round after round. Only {@link ProbeRunner.stop} ends it. */
export class ProbeRunner {
  private readonly memory: ProbeMemory;
  private readonly stopping = new AbortController();
  private readonly backoff: Backoff;
  private last: SourceState | undefined;
  private waiting: AbortController | undefined;
  /** Until when the server asked to be left alone. */
  private notBefore = 0;

  constructor(
    private readonly options: RunnerOptions,
    private readonly events: RunnerEvents,
  ) {
    this.memory = new ProbeMemory(options.probe.requests.map(({ id }) => id));
    this.backoff = new Backoff(
      options.clock,
      options.everySeconds * 1000,
      Math.max(LONGEST_WAIT_MILLIS, options.everySeconds * 1000),
    );
  }

  start(): this {
    void this.run();
    return this;
  }

  stop(): void {
    this.stopping.abort();
    this.waiting?.abort();
  }

  /** Something else reached the server again: do not wait until the back-off ends. */
  hurry(): void {
    const wished = this.notBefore > this.options.clock.now();
    if (!wished && (this.last === 'unreachable' || this.last === 'stale')) {
      this.backoff.reset();
      this.waiting?.abort();
    }
  }

  private async run(): Promise<void> {
    const { clock, ready } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let wait = NOT_READY_MILLIS;
      if (ready?.() ?? true) {
        try {
          wait = await this.round();
        } catch (error) {
          if (signal.aborted) return;
          // A mistake of ours must not end the asking.
          wait = this.settled(
            {
              state: 'stale',
              message: error instanceof Error ? error.message : String(error),
              failed: true,
            },
            this.backoff.next(),
          );
        }
      }
      this.waiting = new AbortController();
      await pause(clock, wait, this.waiting.signal);
    }
  }

  private async round(): Promise<number> {
    const { probe, target, connection, clock, url } = this.options;
    const { signal } = this.stopping;
    const patience = new Patience(clock, signal);
    const result = await runRound({
      probe,
      target,
      memory: this.memory,
      read: this.options.reader(),
      listed: kind => this.events.listed(kind),
      signal,
      ask: (request, path) =>
        patience.with(() =>
          ask(connection, request, path, {
            clock,
            url,
            signal,
            timeoutMillis: this.options.timeoutSeconds * 1000,
          }),
        ),
    });
    signal.throwIfAborted();
    const after = stateAfter(result, this.options.credential);
    this.notBefore = clock.now() + (after?.waitMillis ?? 0);
    const wait = after?.failed ? this.waitAfter(after) : this.rest(after);
    this.settled(after, wait);
    const forbidden = after?.failed && after.state === 'notPermitted';
    // What may not be read any more is not known to be absent.
    this.events.told(this.memory, forbidden ? false : result.complete);
    return wait;
  }

  private waitAfter({ state, waitMillis = 0 }: ProbeState): number {
    const { probe, everySeconds } = this.options;
    const wait = this.backoff.next(waitMillis);
    return state === 'notPermitted' || probe.target === 'cluster'
      ? Math.min(
          wait,
          Math.max(
            waitMillis,
            everySeconds * 1000,
            LONGEST_WAIT_FOR_RIGHTS_MILLIS,
          ),
        )
      : wait;
  }

  /** Rounds of several instances drift apart, so that they do not all begin at once. */
  private rest(after: ProbeState | undefined): number {
    this.backoff.reset();
    const { clock, everySeconds } = this.options;
    return Math.max(
      after?.waitMillis ?? 0,
      everySeconds * 1000 * (0.95 + clock.random() / 10),
    );
  }

  private settled(after: ProbeState | undefined, wait: number): number {
    const { logger, source } = this.options;
    if (after?.state !== this.last) {
      if (after?.message && after.state !== 'live') {
        logger.warn(`${source}: ${after.state}, ${after.message}`);
      } else if (this.last !== undefined) {
        logger.info(`${source}: ${after?.state ?? 'not served'}`);
      }
      this.last = after?.state;
    }
    this.events.state(after?.state, after?.message, {
      failed: after?.failed ?? false,
    });
    return wait;
  }
}
