import { existsSync } from 'node:fs';
import { KubeObject } from '@socle/simulator';
import { ApiServer } from '../kubernetes-api/api-server';
import { findBinaries } from '../kubernetes-api/binaries';
import { startRealServer } from '../kubernetes-api/real-server';
import { definitionsIn } from './definitions-in';
import { demoPlatform } from './demo-platform';
import { StrictServer } from './strict-server';

const binaries = findBinaries();
if (typeof binaries === 'string') {
  process.stderr.write(`No real API server: ${binaries}.\n`);
}
const withServer = typeof binaries === 'string' ? describe.skip : describe;
const crds = process.env.SOCLE_CRDS;
const withDefinitions = crds && existsSync(crds) ? it : it.skip;

jest.setTimeout(240_000);

/** Flux's definitions are not among those that are at hand. */
const UNDEFINED = /\.toolkit\.fluxcd\.io$/;

const groupOf = ({ apiVersion }: KubeObject) => apiVersion.split('/')[0];

// Names of one cluster stand in the others too: each has a server of its own.
withServer.each([
  ['edgit-k8s', 15],
  ['microk8s-lab', 15],
  ['onprem-prod', 15],
  ['hikube', 12],
])('a real kube-apiserver for %s', (cluster, kinds) => {
  const { objects } = demoPlatform(cluster);
  let server: ApiServer;
  let strict: StrictServer;

  beforeAll(async () => {
    if (typeof binaries === 'string') return;
    server = await startRealServer(binaries);
    strict = new StrictServer(server.admin);
    await strict.learnKinds();
  });
  afterAll(() => server?.stop());

  const nameOf = ({ kind, metadata }: KubeObject) =>
    `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

  async function refusals(wanted: KubeObject[]): Promise<string[]> {
    const found: string[] = [];
    for (const object of wanted) {
      const refusal = await strict.write(object);
      if (refusal) found.push(`${nameOf(object)}: ${refusal}`);
    }
    return found;
  }

  it('takes every object of Kubernetes’ own kinds, status included, without a field that it does not know', async () => {
    const own = objects.filter(object => strict.serves(object));
    const namespaces = own.filter(({ kind }) => kind === 'Namespace');
    await refusals(namespaces);
    const accounts = namespaces.map(({ metadata: { name } }) => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: name },
    }));
    await refusals(accounts);
    expect(
      await refusals(own.filter(({ kind }) => kind !== 'Namespace')),
    ).toEqual([]);
    expect(new Set(own.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(
      kinds,
    );
  });

  withDefinitions(
    'takes every object of the operators’ kinds, by their own definitions',
    async () => {
      const rest = objects.filter(
        object => !strict.serves(object) && !UNDEFINED.test(groupOf(object)),
      );
      const definitions = definitionsIn(crds!).filter(({ spec }) =>
        rest.some(({ apiVersion, kind }) => {
          const { group, names } = spec as {
            group: string;
            names: { kind: string };
          };
          return apiVersion.startsWith(`${group}/`) && names.kind === kind;
        }),
      );
      // Some operators ship the same definition in several files.
      const once = new Map(definitions.map(one => [one.metadata.name, one]));
      expect(await refusals([...once.values()])).toEqual([]);
      await strict.learn(rest);
      expect(await refusals(rest)).toEqual([]);
    },
  );
});
