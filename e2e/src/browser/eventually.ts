/** Repeats until what is asserted holds, or throws what was wrong last. */
export async function eventually<T>(
  assertion: () => Promise<T>,
  { withinMs = 15_000, everyMs = 200 } = {},
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, everyMs));
    }
  }
}
