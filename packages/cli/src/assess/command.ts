import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { findFiles, Unread } from '../input/find-files';
import { decode } from '../input/decode';
import { InputFile, inputOf, readInput } from '../input/read';
import { judgeCluster } from '../live/judge-cluster';
import { json } from '../output/json';
import { sarif } from '../output/sarif';
import { countsOf, table } from '../output/table';
import { readContext } from '../repository/context-file';
import { applicationFacts } from '../repository/application-facts';
import { ExitCode, Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { judgeEntries } from './judge-entries';
import { ASSESS_HELP, AssessOptions, parseOptions } from './options';
import { Assessment } from './assessment';
import { isFinding } from './row';

/** `socle assess`. */
export async function assess(
  args: string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = parseOptions(args);
  if (options.help) {
    terminal.out(ASSESS_HELP);
    return 0;
  }
  const registry = new SystemRegistry(systems);
  const at = options.at ?? terminal.now();
  const assessment = options.kubeconfig
    ? await ofCluster(options, options.kubeconfig, registry, at)
    : await ofFiles(options, terminal, registry, at);
  show(assessment, options, terminal, registry);
  if (assessment.unread.length > 0) {
    return 2;
  }
  return assessment.rows.some(row => row.health.status === 'failed') ? 1 : 0;
}

function ofCluster(
  options: AssessOptions,
  kubeconfig: string,
  registry: SystemRegistry,
  at: number,
): Promise<Assessment> {
  return judgeCluster({
    kubeconfig,
    context: options.kubeContext,
    registry,
    at,
  });
}

async function ofFiles(
  options: AssessOptions,
  terminal: Terminal,
  registry: SystemRegistry,
  at: number,
): Promise<Assessment> {
  const context = options.context
    ? await readContext(options.context)
    : undefined;
  const unread: Unread[] = [];
  const inputs: InputFile[] = [];
  const { paths } = options;
  const found = await findFiles(paths.filter(path => path !== '-'));
  unread.push(...found.unread);
  for (const file of found.files) {
    const input = await readInput(file);
    if ('message' in input) unread.push(input);
    else inputs.push(input);
  }
  if (paths.length === 0 || paths.includes('-')) {
    const input = await readStdin(terminal);
    if ('message' in input) unread.push(input);
    else inputs.push(input);
  }
  const facts = await applicationFacts(inputs, context);
  const rows = judgeEntries(
    inputs.map(input => input.entries),
    { registry, at, moreFacts: entry => facts.get(entry.raw) ?? {} },
  );
  for (const row of rows.filter(
    ({ health }) => health.reason === 'Unreadable',
  )) {
    unread.push({
      file:
        row.document > 0 ? `${row.file}, document ${row.document}` : row.file,
      message: row.health.message.replace(/^Unreadable: /, ''),
    });
  }
  return { rows, unread, notes: notesOn(inputs, paths) };
}

async function readStdin(terminal: Terminal): Promise<InputFile | Unread> {
  const bytes = await terminal.stdin();
  if (!bytes) {
    throw new UsageError('Name a file or a folder, or pipe something in.');
  }
  if (bytes.length === 0) {
    // What was to fill the pipe has most likely failed: that is not the same as an empty list.
    return { file: '-', message: 'standard input is empty' };
  }
  try {
    return inputOf('-', decode(bytes));
  } catch (error) {
    return {
      file: '-',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function notesOn(
  inputs: readonly InputFile[],
  paths: readonly string[],
): string[] {
  const others = inputs.filter(input => input.others > 0);
  const notes: string[] = [];
  if (others.length > 0) {
    const documents = others.reduce((sum, input) => sum + input.others, 0);
    const named = others
      .slice(0, 3)
      .map(input => input.file)
      .join(', ');
    const more = others.length > 3 ? ', …' : '';
    notes.push(
      `${
        documents === 1 ? '1 document is' : `${documents} documents are`
      } no Kubernetes object: ${named}${more}`,
    );
  }
  if (inputs.every(input => input.entries.length === 0)) {
    notes.push(
      `There is no Kubernetes object in ${
        paths.join(', ') || 'standard input'
      }.`,
    );
  }
  return notes;
}

function show(
  { rows, unread, notes }: Assessment,
  options: AssessOptions,
  terminal: Terminal,
  registry: SystemRegistry,
): void {
  for (const { file, message } of unread) {
    terminal.err(`Could not read ${file}: ${message}\n`);
  }
  notes.forEach(note => terminal.err(`${note}\n`));
  if (options.format === 'json') {
    terminal.out(json(rows));
  } else if (options.format === 'sarif') {
    terminal.out(sarif(rows, unread, registry));
  } else if (options.kubeconfig && !options.all) {
    const findings = rows.filter(isFinding);
    terminal.out(
      table(findings, terminal.colour).replace(
        /[^\n]*\n$/,
        `${countsOf(rows)}\n`,
      ),
    );
  } else {
    terminal.out(table(rows, terminal.colour));
  }
}
