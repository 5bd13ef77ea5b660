import { ChildProcess, fork } from 'node:child_process';

/** A process that runs one role of this same bundle, and talks in messages. */
export class RoleProcess {
  private readonly child: ChildProcess;
  private readonly inbox: unknown[] = [];
  private readonly waiting: Array<{
    resolve(message: unknown): void;
    reject(error: Error): void;
  }> = [];

  constructor(role: string, nodeArgs: string[] = []) {
    this.child = fork(process.argv[1], ['--role', role], {
      execArgv: ['--expose-gc', '--enable-source-maps', ...nodeArgs],
    });
    this.child.on('message', message => {
      const next = this.waiting.shift();
      if (next) {
        next.resolve(message);
      } else {
        this.inbox.push(message);
      }
    });
    this.child.on('exit', code =>
      this.waiting
        .splice(0)
        .forEach(({ reject }) =>
          reject(new Error(`${role} ended with code ${code}`)),
        ),
    );
  }

  send(message: object): void {
    this.child.send(message);
  }

  /** The next message. */
  next<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.inbox.length > 0) {
        resolve(this.inbox.shift() as T);
      } else {
        this.waiting.push({ resolve: it => resolve(it as T), reject });
      }
    });
  }

  async stop(): Promise<void> {
    this.waiting.splice(0);
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    this.child.removeAllListeners('exit');
    const gone = new Promise(resolve => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** The next message from the process that started this one. */
export function fromParent<T>(): Promise<T> {
  return new Promise(resolve => process.once('message', resolve));
}

export function toParent(message: object): void {
  process.send?.(message);
}
