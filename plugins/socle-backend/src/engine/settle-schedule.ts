/** Soon enough for a page to follow within two seconds, seldom enough that a burst is judged once. */
const SETTLE_MILLIS = 150;
/** While the first lists come in, judging would be done over and over. */
const SYNCING_MILLIS = 1_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Decides when changes are judged: shortly after they come, and at the next deadline without any. */
export class SettleSchedule {
  private timer: NodeJS.Timeout | undefined;
  private due = Infinity;
  private stopped = false;

  constructor(
    private readonly settle: () => number | undefined,
    private readonly syncing: () => boolean,
    /** An error in a timer would end the whole backend. */
    private readonly onError: (error: unknown) => void,
  ) {}

  request(): void {
    this.at(Date.now() + (this.syncing() ? SYNCING_MILLIS : SETTLE_MILLIS));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private at(time: number): void {
    if (this.stopped || time >= this.due) {
      return;
    }
    clearTimeout(this.timer);
    this.due = time;
    this.timer = setTimeout(
      () => this.run(),
      Math.min(Math.max(0, time - Date.now()), LONGEST_TIMER),
    );
    this.timer.unref();
  }

  private run(): void {
    this.due = Infinity;
    try {
      const deadline = this.settle();
      if (deadline !== undefined) {
        // One that has passed already must not keep this going without a pause.
        this.at(Math.max(deadline, Date.now() + SETTLE_MILLIS));
      }
    } catch (error) {
      this.onError(error);
    }
  }
}
