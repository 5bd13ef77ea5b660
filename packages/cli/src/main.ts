import { run } from './run';
import { processTerminal } from './terminal';

// The code is set and not exited with, so that long output is written to its end.
run(process.argv.slice(2), processTerminal()).then(code => {
  process.exitCode = code;
});
