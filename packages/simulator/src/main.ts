import { basename } from 'node:path';
import { readCommandLine, usage, UsageError } from './command-line';
import { demoClusters, demoRepositories } from './demo/demo-clusters';
import { GithubStandIn } from './github/github';
import { readYaml } from './manifests/cluster-folder';
import { startSimulator } from './simulator';

async function run(args: string[]): Promise<void> {
  const command = readCommandLine(args);
  if (command.help) {
    process.stdout.write(usage);
    return;
  }
  const github = command.demo ? await demoGithub(command.token) : undefined;
  const demo = command.demo
    ? demoClusters(process.env.SOCLE_ROOT, Date.now(), await headsOf(github))
    : [];
  const named = new Set(command.clusters.map(({ name }) => name));
  const simulator = await startSimulator({
    clusters: [
      ...demo.filter(({ name }) => !named.has(name)),
      ...command.clusters,
    ],
    port: command.port,
    token: command.token,
    github,
    living: !command.still,
    pace: command.pace,
    scale: command.scale,
    scenario:
      command.scenario === undefined ? undefined : readYaml(command.scenario),
    scenarioName:
      command.scenario === undefined ? undefined : basename(command.scenario),
    onProblem: message => process.stderr.write(`${message}\n`),
  });
  const stop = () => {
    simulator.close().finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const { port } = simulator;
  process.stdout.write(
    `${JSON.stringify({
      ready: true,
      port,
      clusters: simulator.clusters(),
      ...(github && { github: github.describe(port) }),
    })}\n`,
  );
}

/** Holds the repositories that the demo clusters follow. */
async function demoGithub(token?: string): Promise<GithubStandIn> {
  const repositories = demoRepositories(process.env.SOCLE_ROOT);
  return GithubStandIn.create({ repositories, token });
}

async function headsOf(
  github: GithubStandIn | undefined,
): Promise<Record<string, string>> {
  const names = github?.repositories() ?? [];
  const heads = await Promise.all(
    names.map(async name => [name, await github?.head(name)]),
  );
  return Object.fromEntries(heads);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof UsageError ? '\nTry --help.' : '';
  process.stderr.write(`simulator: ${message}${hint}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
