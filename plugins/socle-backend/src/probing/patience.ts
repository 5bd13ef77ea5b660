import { Clock, pause } from '../reading/clock';
import { RefusedError } from './ask';

/** How long a round may wait in all for a server that asks to be asked later, rather than be ended by it. */
const MOST_MILLIS = 30_000;
const USUAL_MILLIS = 1_000;

/** 503 is not one: a server that is in trouble with one thing often tells of it by another. */
const ASKED_TOO_MUCH = 429;

/** Whether a server said that it is asked too much: whatever else it is asked it will refuse as well. */
export function isBusy(status: number | undefined): boolean {
  return status === ASKED_TOO_MUCH;
}

/** Waits where a server asks for it, as long as a round has time for that. */
export class Patience {
  private left = MOST_MILLIS;

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {}

  /** Does it again after each wait; rejects with the last refusal once there is no time left. */
  async with<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        const wait = waitOf(error);
        if (wait === undefined || wait > this.left) {
          throw error;
        }
        this.left -= wait;
        await pause(this.clock, wait, this.signal);
        this.signal.throwIfAborted();
      }
    }
  }
}

function waitOf(error: unknown): number | undefined {
  return error instanceof RefusedError && isBusy(error.status)
    ? error.retryAfterMillis ?? USUAL_MILLIS
    : undefined;
}
