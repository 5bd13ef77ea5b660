import { ApiServer } from './api-server';
import { findBinaries } from './binaries';
import { discoveryCases } from './discovery.cases';
import { listCases } from './list.cases';
import { metadataCases } from './metadata.cases';
import { rightsCases } from './rights.cases';
import { selectorCases } from './selectors.cases';
import { watchCases } from './watch.cases';
import { startRealServer } from './real-server';
import { startSimulatedServer } from './simulated-server';
import { Suite } from './suite';

const binaries = findBinaries();
if (typeof binaries === 'string') {
  process.stderr.write(`No real API server: ${binaries}.\n`);
}
const servers: Array<[string, () => Promise<ApiServer>]> = [
  ['the simulator', startSimulatedServer],
];
if (typeof binaries !== 'string') {
  servers.push(['kube-apiserver', () => startRealServer(binaries)]);
}

jest.setTimeout(60_000);

describe.each(servers)('%s', (_name, startServer) => {
  const suite = new Suite();

  beforeAll(async () => suite.begin(await startServer()), 180_000);
  afterAll(() => suite.end());
  beforeEach(() => suite.beginCase());
  afterEach(() => suite.endCase());

  discoveryCases(suite);
  listCases(suite);
  watchCases(suite);
  selectorCases(suite);
  metadataCases(suite);
  rightsCases(suite);
});
