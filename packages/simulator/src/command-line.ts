import { parseArgs } from 'node:util';
import { ScaleSizes } from './scale/sizes';

/** An invocation that cannot be understood; the message says why. */
export class UsageError extends Error {}

export interface CommandLine {
  help: boolean;
  clusters: { name: string; dir: string }[];
  port: number;
  scenario?: string;
  scale?: ScaleSizes;
  token?: string;
  demo: boolean;
  still: boolean;
  pace: number;
}

export const usage = `Serves folders of manifests as Kubernetes API servers, in memory, on 127.0.0.1.

  simulator --cluster NAME=DIR [--cluster NAME=DIR …] [options]
  simulator --demo

Options:
  --cluster NAME=DIR   serve the manifests in DIR (*.yaml at any depth) as cluster NAME
  --demo               serve the built-in demo clusters and play their scenarios
  --port N             the port to listen on (default: any free one)
  --token T            the bearer token of every cluster (default: made up)
  --scenario FILE      what happens over time (YAML; see the README)
  --scale SIZES        a generated cluster "scale": nodes=200,pods=50000,volumes=500,apps=100,churn=50
                       (churn: changed pods per second)
  --pace N             let dead nodes be noticed and copies rebuilt N times as fast
  --still              nothing moves by itself: no heartbeats, no scenarios of folders
  --help               this text

When it is ready it prints one line of JSON:
  {"ready":true,"port":…,"clusters":[{"name":…,"url":…,"token":…}]}
  and with --demo "github":{"url":…,"apiBaseUrl":…,"token":…,"repository":…}
`;

function wholeNumber(text: string, option: string): number {
  if (!/^\d+$/.test(text))
    throw new UsageError(`${option} wants a whole number, not "${text}".`);
  return Number(text);
}

function clusterOf(text: string): { name: string; dir: string } {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(equals, 0));
  const dir = text.slice(equals + 1);
  if (equals < 1 || dir === '') {
    throw new UsageError(`--cluster wants NAME=DIR, not "${text}".`);
  }
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
    throw new UsageError(
      `"${name}" is no name for a cluster: lower case letters, digits, "-" and "." only.`,
    );
  }
  return { name, dir };
}

const sizeNames = ['nodes', 'pods', 'volumes', 'apps', 'churn'] as const;

function scaleOf(text: string): ScaleSizes {
  const sizes: ScaleSizes = {};
  for (const part of text.split(',')) {
    const [name, value = ''] = part.split('=');
    const known = sizeNames.find(size => size === name.trim());
    if (!known) {
      throw new UsageError(
        `--scale knows ${sizeNames.join(', ')}, not "${name}".`,
      );
    }
    sizes[known] = wholeNumber(value.trim(), `--scale ${known}`);
  }
  return sizes;
}

export function readCommandLine(args: string[]): CommandLine {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      strict: true,
      options: {
        cluster: { type: 'string', multiple: true },
        demo: { type: 'boolean' },
        port: { type: 'string' },
        token: { type: 'string' },
        scenario: { type: 'string' },
        scale: { type: 'string' },
        pace: { type: 'string' },
        still: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
    );
  }
  const command: CommandLine = {
    help: values.help ?? false,
    clusters: (values.cluster ?? []).map(clusterOf),
    port: wholeNumber(values.port ?? '0', '--port'),
    scenario: values.scenario,
    scale: values.scale === undefined ? undefined : scaleOf(values.scale),
    token: values.token,
    demo: values.demo ?? false,
    still: values.still ?? false,
    pace: Number(values.pace ?? '1'),
  };
  if (!(command.pace > 0))
    throw new UsageError(
      `--pace wants a number above 0, not "${values.pace}".`,
    );
  if (command.port > 65_535)
    throw new UsageError(`${command.port} is no port.`);
  if (values.token === '') throw new UsageError('--token must not be empty.');
  const names = command.clusters.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new UsageError(`Cluster "${twice}" is given twice.`);
  if (!command.help && !command.demo && !command.scale && names.length === 0) {
    throw new UsageError(
      'Say what to serve: --cluster NAME=DIR, --demo or --scale SIZES.',
    );
  }
  return command;
}
