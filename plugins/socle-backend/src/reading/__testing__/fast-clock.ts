import { Clock } from '../clock';

/** A clock that runs faster than the world's, so that waits of seconds take milliseconds. */
export function fastClock(factor: number): Clock {
  const began = Date.now();
  return {
    now: () => began + (Date.now() - began) * factor,
    after: (millis, callback) => {
      const timer = setTimeout(callback, millis / factor);
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
}

/** Waits until something holds; fails with what it was instead. */
export async function eventually(
  check: () => void,
  millis = 4_000,
): Promise<void> {
  const until = Date.now() + millis;
  for (;;) {
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() > until) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
