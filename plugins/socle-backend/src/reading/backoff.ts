import { Clock } from './clock';

/** How long to wait before trying again: doubling, with jitter so that many watches do not return at once. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly clock: Clock,
    private readonly firstMillis = 1_000,
    private readonly maxMillis = 30_000,
  ) {}

  /** Counts a failure and says how long to wait for it; never less than what the server asked for. */
  next(askedMillis = 0): number {
    const full = Math.min(
      this.maxMillis,
      this.firstMillis * 2 ** Math.min(this.failures, 20),
    );
    this.failures += 1;
    const jittered = full * (0.5 + this.clock.random() / 2);
    return askedMillis > 0
      ? askedMillis + this.clock.random() * this.firstMillis
      : jittered;
  }

  reset(): void {
    this.failures = 0;
  }
}
