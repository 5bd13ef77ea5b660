/**
 * Judges manifests, dumps and live clusters without a portal.
 *
 * @packageDocumentation
 */
import { run } from './run';
import { ExitCode, processTerminal } from './terminal';

export type { ExitCode } from './terminal';

/**
 * Runs a command as the `socle` executable does, on this process's standard input and output.
 * @public
 */
export function main(args: readonly string[]): Promise<ExitCode> {
  return run(args, processTerminal());
}
