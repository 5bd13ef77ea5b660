import { KubeObject } from '../storage/object';
import { CrdSchemas, findDefinitions } from './__testUtils__/crd-schemas';
import { demoClusters } from './demo-clusters';

const objects = demoClusters(undefined).flatMap(cluster => cluster.objects);
const definitions = findDefinitions();
if (typeof definitions !== 'string') {
  process.stderr.write(`No check against CRDs: ${definitions.missing}.\n`);
}
const given = typeof definitions === 'string' ? describe : describe.skip;

given('the demo, against the operators’ own CRDs', () => {
  let schemas: CrdSchemas;
  beforeAll(() => {
    schemas = new CrdSchemas(definitions as string);
  });

  const nameOf = ({ kind, metadata }: KubeObject) =>
    `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

  it('is valid in all its objects, with no field that is not defined', () => {
    const faults = objects
      .filter(object => schemas.covers(object))
      .flatMap(object =>
        schemas.faults(object).map(fault => `${nameOf(object)}: ${fault}`),
      );
    expect(faults).toEqual([]);
  });

  it('is covered, save the kinds of Kubernetes itself', () => {
    const rest = objects.filter(object => !schemas.covers(object));
    const groups = new Set(
      rest.map(({ apiVersion }) => apiVersion.split('/').slice(0, -1).join('')),
    );
    expect([...groups].sort()).toEqual([
      '',
      'apps',
      'autoscaling',
      'batch',
      'coordination.k8s.io',
      'discovery.k8s.io',
      // Flux: its schemas are not at hand.
      'helm.toolkit.fluxcd.io',
      'kustomize.toolkit.fluxcd.io',
      'networking.k8s.io',
      'policy',
      'source.toolkit.fluxcd.io',
      'storage.k8s.io',
    ]);
  });

  it('would tell of a fault: a wrong type, a value that is not allowed, a field that is not known', () => {
    const volume = objects.find(({ kind }) => kind === 'Volume')!;
    const broken = structuredClone(volume);
    Object.assign(broken.spec as object, {
      numberOfReplicas: '3',
      accessMode: 'all',
      replicas: 3,
    });
    expect(schemas.faults(broken)).toEqual([
      expect.stringContaining('must NOT have additional properties'),
      expect.stringContaining('must be equal to one of the allowed values'),
      expect.stringContaining('must be integer'),
    ]);
  });
});
