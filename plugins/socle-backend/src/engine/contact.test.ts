import { Contact } from './contact';

const START = Date.parse('2026-02-01T00:00:00Z');

function contact(ask: () => Promise<unknown>) {
  let at = START;
  const told: string[] = [];
  const made = new Contact(
    ask,
    {
      answered: () => told.push('answered'),
      failed: error => told.push(String(error)),
    },
    () => at,
  );
  return {
    made,
    told,
    later(seconds: number) {
      at += seconds * 1_000;
    },
    get trusted() {
      return (made.trustedUntil - START) / 1_000;
    },
  };
}

describe('Contact', () => {
  it('does not ask while the server is heard', async () => {
    const ask = jest.fn(async () => {});
    const c = contact(ask);
    for (let seconds = 0; seconds < 60; seconds += 4) {
      c.later(4);
      await c.made.check();
      c.made.heard();
    }
    expect(ask).not.toHaveBeenCalled();
    expect(c.trusted).toBe(70);
  });

  it('asks a silent server, and an answer is as good as an event', async () => {
    const c = contact(async () => {});
    c.later(30);
    expect(c.trusted).toBe(10);
    await c.made.check();
    expect(c.told).toEqual(['answered']);
    expect(c.trusted).toBe(40);
  });

  it('asks once at a time, and again after a failure', async () => {
    let fail = (_: Error) => {};
    const ask = jest.fn(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    const c = contact(ask);
    c.later(30);
    const first = c.made.check();
    await c.made.check();
    expect(ask).toHaveBeenCalledTimes(1);
    fail(new Error('no answer'));
    await first;
    expect(c.told).toEqual(['Error: no answer']);
    expect(c.trusted).toBe(10);
    c.made.check();
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
