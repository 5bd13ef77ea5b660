/** Time and chance, so that tests can bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after a while; the returned function calls it off. */
  after(millis: number, callback: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (millis, callback) => {
    const timer = setTimeout(callback, millis);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Resolves after a while, at once when aborted. */
export function pause(
  clock: Clock,
  millis: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted || millis <= 0) {
      resolve();
      return;
    }
    let cancel = () => {};
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    cancel = clock.after(millis, end);
    signal.addEventListener('abort', end);
  });
}
