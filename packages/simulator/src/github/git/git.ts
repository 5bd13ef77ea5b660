import { spawn } from 'node:child_process';

/** git said no; the message is what it wrote to standard error. */
export class GitError extends Error {
  constructor(readonly code: number | null, message: string) {
    super(message);
  }
}

export interface GitOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
  /** Exit codes that are answers, not errors. */
  accept?: (code: number) => boolean;
}

/** The git command line over one bare repository: never a shell, and nothing of this machine's own configuration. */
export class Git {
  constructor(readonly directory: string) {}

  async text(args: string[], options: GitOptions = {}): Promise<string> {
    return (await this.run(args, options)).toString('utf8');
  }

  async run(args: string[], options: GitOptions = {}): Promise<Buffer> {
    return (await this.outcome(args, options)).output;
  }

  outcome(
    args: string[],
    { input, env, accept = () => false }: GitOptions = {},
  ): Promise<{ code: number; output: Buffer }> {
    return new Promise((resolve, reject) => {
      const child = spawn('git', ['-c', 'core.quotepath=off', ...args], {
        cwd: this.directory,
        env: { ...this.environment(), ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const output: Buffer[] = [];
      const errors: Buffer[] = [];
      child.stdout.on('data', chunk => output.push(chunk));
      child.stderr.on('data', chunk => errors.push(chunk));
      child.on('error', error =>
        reject(new Error(`git cannot be started: ${error.message}`)),
      );
      // It may end before it has read everything, and says why itself.
      child.stdin.on('error', () => {});
      child.on('close', code => {
        if (code === 0 || (code !== null && accept(code))) {
          resolve({ code, output: Buffer.concat(output) });
        } else {
          const said = Buffer.concat(errors).toString('utf8').trim();
          reject(new GitError(code, said || `git ${args[0]} failed`));
        }
      });
      child.stdin.end(input);
    });
  }

  environment(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.directory,
      LC_ALL: 'C',
      GIT_DIR: this.directory,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'GitHub',
      GIT_AUTHOR_EMAIL: 'noreply@github.com',
      GIT_COMMITTER_NAME: 'GitHub',
      GIT_COMMITTER_EMAIL: 'noreply@github.com',
    };
  }
}
