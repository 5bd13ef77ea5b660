import { Clock, pause } from '../reading/clock';
import { RefusedError } from './ask';

/** How long a round may wait in all for a server that asks to be asked later, rather than be ended by it. */
const MOST_MILLIS = 30_000;
const USUAL_MILLIS = 1_000;

/** Whether a server said that it is asked too much, or not to be asked for a while. */
export function isBusy(status: number, retryAfterMillis?: number): boolean {
  return status === 429 || (status === 503 && retryAfterMillis !== undefined);
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
  return error instanceof RefusedError &&
    isBusy(error.status, error.retryAfterMillis)
    ? error.retryAfterMillis ?? USUAL_MILLIS
    : undefined;
}
