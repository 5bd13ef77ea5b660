import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error';

export interface VerifyRepoOptions {
  help: boolean;
  folder: string;
  conventions?: string;
  expect?: 'A' | 'B' | 'C' | 'D';
  format: 'text' | 'json' | 'sarif';
}

export const VERIFY_REPO_HELP = `Usage: socle verify-repo FOLDER [options]

Checks the files of a GitOps repository, or of a part of one: charts and images are pinned, no secret
stands in Git, Secrets that are named are made, values files are there, Applications leave themselves
out of what they deploy, and so on. Each finding says the file, the line and how to mend it.

The root of a Git checkout is taken as the whole repository: what is not in it is missing. Of any
other folder, what is not in it is not known, and nothing is said of it.

  --conventions FILE    YAML or JSON with what your platform has otherwise than by default
                        (as socle.conventions in app-config.yaml)
  --expect A|B|C|D      the pattern that every Application is meant to follow
  --json                one JSON array on standard output, nothing else
  --sarif               SARIF 2.1.0 on standard output
  -h, --help            this text

Exit code: 0 no error was found, 1 some was, 2 something could not be read.
`;

/** Reads the command line; throws a UsageError where it makes no sense. */
export function parseVerifyRepoOptions(args: string[]): VerifyRepoOptions {
  const { values, positionals } = parse(args);
  const { expect } = values;
  if (values.json && values.sarif) {
    throw new UsageError('--json and --sarif exclude each other.');
  }
  if (!values.help && positionals.length !== 1) {
    throw new UsageError('Give one folder.');
  }
  if (expect !== undefined && !/^[ABCD]$/.test(expect)) {
    throw new UsageError('--expect takes A, B, C or D.');
  }
  return {
    help: values.help ?? false,
    folder: positionals[0] ?? '.',
    conventions: values.conventions,
    expect: expect as VerifyRepoOptions['expect'],
    format: formatOf(values),
  };
}

function formatOf(values: {
  json?: boolean;
  sarif?: boolean;
}): VerifyRepoOptions['format'] {
  if (values.json) return 'json';
  return values.sarif ? 'sarif' : 'text';
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        conventions: { type: 'string' },
        expect: { type: 'string' },
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
    );
  }
}
