/**
 * 0: nothing is failed. 1: something is. 2: something could not be read, or was asked for in a wrong way.
 * @public
 */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes, and what it may know of its surroundings: tests hand in their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Standard input in full; undefined where a person sits at it. */
  stdin(): Promise<Uint8Array> | undefined;
  /** Whether standard output understands colour. */
  colour: boolean;
  now(): number;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // The reader may stop reading (`| head`): that is no error of ours.
  stdout.on('error', error => {
    if ((error as { code?: string }).code !== 'EPIPE') {
      throw error;
    }
  });
  return {
    out: text => void stdout.write(text),
    err: text => void stderr.write(text),
    stdin: () => (stdin.isTTY ? undefined : readAll(stdin)),
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    now: () => Date.now(),
  };
}

async function readAll(
  stream: AsyncIterable<string | Uint8Array>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}
