#!/usr/bin/env node
// Brings the right Node and yarn, installs the workspace, then runs one command. Runs itself on any Node from 20 on.
import { fail, HELP } from './launcher/says.mjs';

const commands = {
  start: () => import('./commands/start.mjs'),
  dev: () => import('./commands/dev.mjs'),
  test: () => import('./commands/test.mjs'),
  verify: () => import('./commands/verify.mjs'),
  docs: () => import('./commands/docs.mjs'),
  e2e: () => import('./commands/e2e.mjs'),
  assess: () => import('./commands/assess.mjs'),
  'verify-repo': () => import('./commands/verify-repo.mjs'),
  simulator: () => import('./commands/simulator.mjs'),
  bench: () => import('./commands/bench.mjs'),
};

const [name, ...args] = process.argv.slice(2);
if (!name || name === 'help' || name === '--help') {
  process.stdout.write(HELP);
} else if (!Object.hasOwn(commands, name)) {
  fail(`There is no command "${name}".\n\n${HELP}`);
} else {
  try {
    const { run } = await commands[name]();
    process.exitCode = await run(args);
  } catch (error) {
    fail(error.forPeople ? error.message : error.stack);
  }
}
