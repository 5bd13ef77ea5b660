import { spawn } from 'node:child_process';
import { problem } from './says.mjs';

const running = new Set();
let stopping = false;

/** Ends every child with its own children; a second signal ends them at once. */
export function stopAll(signal = 'SIGTERM') {
  stopping = true;
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      child.kill(signal);
    }
  }
}

let handled = false;
function handleSignals() {
  if (handled) return;
  handled = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const hard = stopping;
      stopAll(hard ? 'SIGKILL' : 'SIGTERM');
      setTimeout(() => stopAll('SIGKILL'), 5000).unref();
      if (running.size === 0) process.exit(130);
    });
  }
  process.on('exit', () => stopAll('SIGKILL'));
}

/** Starts a command in a process group of its own; resolves `ended` with its exit code. */
export function start(command, args, options = {}) {
  handleSignals();
  const child = spawn(command, args, {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    ...options,
  });
  running.add(child);
  const ended = new Promise((resolve, reject) => {
    child.on('error', error => {
      running.delete(child);
      reject(problem(`Could not run ${command}: ${error.message}`));
    });
    child.on('exit', (code, signal) => {
      running.delete(child);
      resolve(signal ? 130 : code);
    });
  });
  return { child, ended };
}

/** Runs a command to its end in the foreground; its exit code. */
export function run(command, args, options = {}) {
  return start(command, args, options).ended;
}

/** Runs a command quietly; on failure its output is part of the error. */
export async function quietly(what, command, args, options = {}) {
  const { child, ended } = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = chunk => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await ended;
  if (code !== 0) {
    throw problem(`${what} failed (exit code ${code}):\n${output}`);
  }
}
