/** The timers of one cluster: they keep no process alive and all end together. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();

  /** `pace` 10 makes a minute of the platform's life pass in six seconds. */
  constructor(readonly pace = 1) {}

  /** After so much of the platform's time. */
  after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      act();
    }, milliseconds / this.pace);
    timer.unref();
    this.running.add(timer);
  }

  /** In real time, since what looks at the heartbeats does so in real time. */
  every(milliseconds: number, act: () => void): void {
    const timer = setInterval(act, milliseconds);
    timer.unref();
    this.running.add(timer);
  }

  stop(): void {
    for (const timer of this.running) clearTimeout(timer);
    this.running.clear();
  }
}
