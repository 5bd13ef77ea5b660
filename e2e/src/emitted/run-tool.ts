import { execFile } from 'node:child_process';

/** What a program answered. */
export interface Answer {
  ok: boolean;
  out: string;
  /** All that it said, for a test that fails. */
  said: string;
}

/** Runs a program beside the servers of this process. */
export function runTool(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Answer> {
  return new Promise(resolve => {
    execFile(
      command,
      args,
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
        maxBuffer: 256 * 1024 * 1024,
        timeout: 60_000,
      },
      (error, out, err) => {
        const said = `${err}\n${error ? out : ''}`.trim();
        resolve({ ok: !error, out, said });
      },
    );
  });
}

/** Does something with each of many, a few at a time. */
export async function forEach<T>(
  many: readonly T[],
  work: (one: T) => Promise<void>,
  atOnce = 4,
): Promise<void> {
  const rest = [...many];
  const worker = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      await work(one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
