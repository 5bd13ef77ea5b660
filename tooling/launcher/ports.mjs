import { createServer } from 'node:net';
import { problem } from './says.mjs';

/** Throws with a sentence for people where the port is taken. */
export async function needPort(port, host = '127.0.0.1') {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error => {
      reject(
        error.code === 'EADDRINUSE'
          ? problem(
              `Port ${port} is taken by another program. Stop it, or choose another: npm start -- --port ${
                port + 1
              }`,
            )
          : error.code === 'EACCES'
          ? problem(
              `Port ${port} may not be used without more rights: choose one above 1023.`,
            )
          : error,
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** The port of `--port N` or `--port=N`; what else was given is refused. */
export function portOption(args, fallback) {
  let port = fallback;
  const rest = [];
  for (let index = 0; index < args.length; index += 1) {
    const match = /^--port(?:=(.*))?$/.exec(args[index]);
    if (!match) {
      rest.push(args[index]);
      continue;
    }
    const value = match[1] ?? args[(index += 1)];
    port = Number(value);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw problem(`--port must be a number from 1 to 65535, not "${value}".`);
    }
  }
  return { port, rest };
}
