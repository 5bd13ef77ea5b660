import { parseArgs } from 'node:util';
import { parseTime } from '@socle/backstage-plugin-socle-model';
import { UsageError } from '../usage-error';

export interface AssessOptions {
  help: boolean;
  paths: string[];
  at?: number;
  context?: string;
  format: 'table' | 'json' | 'sarif';
  all: boolean;
  kubeconfig?: string;
  kubeContext?: string;
}

export const ASSESS_HELP = `Usage: socle assess PATH… [options]
       kubectl get pods -o yaml | socle assess [options]
       socle assess --kubeconfig FILE [--kube-context NAME] [options]

Judges Kubernetes objects by Socle's rules and says of each how it is and why.

PATH is a file or a folder (.yaml, .yml and .json below it), or - for standard input: manifests,
output of "kubectl get -o yaml|json", support bundles, recorded HTTP answers. What an object
refers to and is not in the input counts as not known, not as missing.

  --at TIME             time that ages are judged by (RFC 3339); now where left out
  --context FILE        what a reader of the repository or the live object knows of an Application;
                        a file inside a Git checkout needs none
  --kubeconfig FILE     judge a live cluster; only reads
  --kube-context NAME   the context of the kubeconfig, where not its current one
  --all                 with --kubeconfig, list what is well and what has no state too
  --json                one JSON array on standard output, nothing else
  --sarif               SARIF 2.1.0 on standard output
  -h, --help            this text

Exit code: 0 nothing is failed, 1 something is, 2 something could not be read.
`;

/** Reads the command line; throws a UsageError where it makes no sense. */
export function parseOptions(args: string[]): AssessOptions {
  const { values, positionals } = parse(args);
  if (values.json && values.sarif) {
    throw new UsageError('--json and --sarif exclude each other.');
  }
  if (values['kube-context'] !== undefined && values.kubeconfig === undefined) {
    throw new UsageError('--kube-context needs --kubeconfig.');
  }
  if (values.kubeconfig !== undefined && positionals.length > 0) {
    throw new UsageError('Give either paths or --kubeconfig, not both.');
  }
  return {
    help: values.help ?? false,
    paths: positionals,
    at: timeOf(values.at),
    context: values.context,
    format: formatOf(values),
    all: values.all ?? false,
    kubeconfig: values.kubeconfig,
    kubeContext: values['kube-context'],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        context: { type: 'string' },
        kubeconfig: { type: 'string' },
        'kube-context': { type: 'string' },
        all: { type: 'boolean' },
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

function formatOf(values: { json?: boolean; sarif?: boolean }) {
  if (values.json) return 'json';
  return values.sarif ? 'sarif' : 'table';
}

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = parseTime(text);
  if (time === undefined) {
    throw new UsageError(
      `--at takes a time such as 2026-09-15T12:00:00Z, not "${text}".`,
    );
  }
  return time;
}
