import { assess } from './assess/command';
import { UsageError } from './usage-error';
import { ExitCode, Terminal } from './terminal';
import { verifyRepo } from './verify-repo/command';

type Command = (args: string[], terminal: Terminal) => Promise<ExitCode>;

const COMMANDS: Record<string, { run: Command; title: string }> = {
  assess: {
    run: assess,
    title: 'judge manifests, dumps, support bundles or a live cluster',
  },
  'verify-repo': {
    run: verifyRepo,
    title: 'check the files of a GitOps repository',
  },
};

/** Runs one command; never throws. */
export async function run(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (
    name === undefined ||
    name === '--help' ||
    name === '-h' ||
    name === 'help'
  ) {
    terminal.out(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.err(`There is no command "${name}".\n\n${help()}`);
    return 2;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\nSee: socle ${name} --help\n`);
    } else {
      terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
    return 2;
  }
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map(name => name.length));
  const lines = Object.entries(COMMANDS).map(
    ([name, { title }]) => `  ${name.padEnd(width)}  ${title}`,
  );
  return `Usage: socle COMMAND [options]\n\n${lines.join(
    '\n',
  )}\n\nEach command explains itself with --help.\n`;
}
