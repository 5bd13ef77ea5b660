import {
  ChartAppInput,
  defaultConventions,
  emit,
  verifyRepository,
} from '@socle/emitter';
import { median } from './figure';

const RUNS = 200;
const APPS = 1000;

/** An app with every companion there is. */
function answers(name: string): ChartAppInput {
  return {
    name,
    chart: {
      repository: 'https://charts.example.org',
      name: 'ledger',
      version: '3.2.1',
    },
    values: { replicaCount: 2, service: { port: 8080 } },
    replicas: 2,
    secrets: ['admin', 'database', 'oidc'].map(purpose => ({
      purpose,
      keys: [{ key: 'username' }, { key: 'password' }],
      valuesPath: `${purpose}.existingSecret`,
    })),
    route: { port: 8080 },
    network: { egress: [{ namespace: 'databases', ports: [5432] }] },
    volumes: [{ name: 'data', size: '20Gi' }],
    monitoring: { port: 'metrics', portNumber: 9090 },
    catalog: {},
  };
}

/** How long it takes to emit one app in full, and to verify a repository of a thousand. */
export async function emitBench(): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    emit('app:helm-configs', answers(`ledger-${run}`), defaultConventions);
    times.push(performance.now() - started);
  }
  print('one app, all files', 'ms', median(times), 10);

  const contents = new Map<string, string>();
  for (let index = 0; index < APPS; index += 1) {
    for (const file of emit('app:helm-configs', answers(`ledger-${index}`))
      .files) {
      contents.set(file.path, file.content);
    }
  }
  const started = performance.now();
  const findings = verifyRepository(contents, { root: true });
  const seconds = (performance.now() - started) / 1000;
  if (findings.length > 0) {
    throw new Error(`${findings.length} findings in what was emitted.`);
  }
  print(`${APPS} apps, ${contents.size} files verified`, 's', seconds, 10);
}

function print(figure: string, unit: string, socle: number, limit: number) {
  const rounded = Number(socle.toPrecision(3));
  process.stdout.write(
    `${JSON.stringify({
      bench: 'emit',
      figure,
      unit,
      socle: rounded,
      limit,
    })}\n`,
  );
}
