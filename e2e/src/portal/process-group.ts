import { ChildProcess, spawn } from 'node:child_process';

const LAST_LINES = 60;

/** One process. */
export class Running {
  readonly ended: Promise<number | null>;
  private readonly said: string[] = [];
  private readonly listeners = new Set<(line: string) => void>();

  constructor(readonly name: string, private readonly child: ChildProcess) {
    this.ended = new Promise(resolve => {
      child.once('exit', resolve);
      child.once('error', error => {
        this.said.push(error.message);
        resolve(null);
      });
    });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(line => this.hear(line));
      });
    }
  }

  /** Resolves with the first line that `wanted` likes; fails when the process ends before. */
  async line(wanted: (line: string) => boolean): Promise<string> {
    const already = this.said.find(wanted);
    if (already !== undefined) return already;
    const said = new Promise<string>(resolve => {
      this.listeners.add(line => wanted(line) && resolve(line));
    });
    const early = this.ended.then(code => {
      throw this.trouble(`ended with ${code}`);
    });
    return Promise.race([said, early]);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 8_000);
    await this.ended;
    clearTimeout(timer);
  }

  /** What went wrong, with what it said last. */
  trouble(what: string): Error {
    return new Error(`${this.name} ${what}:\n${this.said.join('\n')}`);
  }

  private hear(line: string): void {
    this.said.push(line);
    if (this.said.length > LAST_LINES) this.said.shift();
    this.listeners.forEach(listener => listener(line));
  }
}

/** Processes that end with the journeys, however those end. */
export class ProcessGroup {
  private readonly running = new Set<ChildProcess>();

  constructor() {
    process.once('exit', () =>
      this.running.forEach(child => child.kill('SIGKILL')),
    );
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => process.exit(130));
    }
  }

  /** Starts one and keeps what it said last, for when it goes wrong. */
  start(name: string, args: string[], env: NodeJS.ProcessEnv): Running {
    const child = spawn(process.execPath, args, {
      env,
      cwd: env.SOCLE_ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.running.add(child);
    const running = new Running(name, child);
    running.ended.then(() => this.running.delete(child));
    return running;
  }
}
