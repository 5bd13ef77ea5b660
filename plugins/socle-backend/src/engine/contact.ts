/** After so long without a word the API server is asked whether it is there. */
const SILENT_MILLIS = 5_000;
/** So long after its last word what is known counts as what is. Leaders renew their leases within 15 seconds. */
const TRUSTED_MILLIS = 10_000;

/** What follows from asking. */
export interface ContactEvents {
  answered(): void;
  failed(error: unknown): void;
}

/**
 * When a cluster was last heard of. A connection that hangs says nothing for as long as its time-outs take, and what is
 * renewed every few seconds looks expired before the first of them is over.
 */
export class Contact {
  private last: number;
  private asking = false;

  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly events: ContactEvents,
    private readonly now: () => number,
  ) {
    this.last = now();
  }

  /** The API server said something, whatever it was. */
  heard(): void {
    this.last = this.now();
  }

  /** The time that what is known is good for, in milliseconds since 1970. */
  get trustedUntil(): number {
    return this.last + TRUSTED_MILLIS;
  }

  /** Asks where nothing was heard for a while, once at a time. */
  async check(): Promise<void> {
    if (this.asking || this.now() - this.last < SILENT_MILLIS) return;
    this.asking = true;
    try {
      await this.ask();
      this.heard();
      this.asking = false;
      this.events.answered();
    } catch (error) {
      this.asking = false;
      this.events.failed(error);
    }
  }
}
