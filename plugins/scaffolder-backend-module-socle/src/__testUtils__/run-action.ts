import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { validate } from 'jsonschema';

/** What a run of an action left behind. */
export interface Run {
  output: Record<string, unknown>;
  /** Everything that was logged, as one text. */
  log: string;
  workspace: string;
  error?: Error;
}

/** An action, whatever its input. */
export interface RunnableAction {
  schema?: TemplateAction['schema'];
  handler(context: never): Promise<void>;
}

/** A folder for a task, that the operating system sweeps up. */
export function workspace(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'socle-action-'));
}

/** Runs an action as the scaffolder does: the schema first, then the handler. */
export async function runAction(
  action: RunnableAction,
  input: JsonObject,
  options: { workspacePath?: string; isDryRun?: boolean } = {},
): Promise<Run> {
  const lines: string[] = [];
  const write = (message: string, meta?: unknown) => {
    lines.push(`${message} ${meta ? JSON.stringify(meta) : ''}`);
  };
  const logger = mockServices.logger.mock({
    info: write,
    warn: write,
    error: write,
    debug: write,
  });
  const workspacePath = options.workspacePath ?? (await workspace());
  const run: Run = { output: {}, log: '', workspace: workspacePath };
  const invalid = validate(input, action.schema?.input ?? {}).errors;
  const context = {
    input,
    logger,
    workspacePath,
    isDryRun: options.isDryRun,
    task: { id: 'task' },
    user: { ref: 'user:default/ida' },
    templateInfo: { entityRef: 'template:default/new-service' },
    checkpoint: ({ fn }: { fn: () => unknown }) => fn(),
    createTemporaryDirectory: workspace,
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/ida'),
    output: (name: string, value: unknown) => {
      run.output[name] = value;
    },
  };
  try {
    if (invalid.length > 0) {
      throw new Error(`Invalid input: ${invalid.join(', ')}`);
    }
    await action.handler(context as never);
  } catch (error) {
    run.error = error as Error;
  }
  run.log = lines.join('\n');
  return run;
}

/** The files below a folder and what they say. */
export async function filesIn(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async file => [
        relative(root, file),
        await readFile(file, 'utf8'),
      ]),
    ),
  );
}
