import { objectSelection, pathOf } from './object-selection';
import { SelectiveParser } from './selective-json';

const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'ledger',
    namespace: 'till',
    uid: 'u-1',
    resourceVersion: '7',
    labels: { app: 'till', 'example.org/tier': 'gold' },
    annotations: { 'example.org/owner': 'ann', note: 'n' },
    managedFields: [{ manager: 'kubectl' }],
  },
  spec: { volumeName: 'pv-1', resources: { requests: { storage: '1Gi' } } },
  status: { phase: 'Bound', capacity: { storage: '1Gi' } },
};

const read = (
  of: Parameters<typeof objectSelection>[0],
  object: unknown = claim,
) =>
  new SelectiveParser(objectSelection(of)).parse(
    Buffer.from(JSON.stringify(object)),
  );

const basics = {
  name: 'ledger',
  namespace: 'till',
  uid: 'u-1',
  resourceVersion: '7',
};

describe('objectSelection', () => {
  it('keeps all but managedFields where nothing is said', () => {
    const { managedFields, ...metadata } = claim.metadata;
    expect(read({})).toEqual({
      metadata,
      spec: claim.spec,
      status: claim.status,
    });
  });

  it('keeps managedFields where they are needed', () => {
    expect(read({ needsManagedFields: true })).toMatchObject({
      metadata: { managedFields: [{ manager: 'kubectl' }] },
    });
  });

  it.each([
    ['spec.volumeName', { spec: { volumeName: 'pv-1' } }],
    ['status.phase', { status: { phase: 'Bound' } }],
    ['status', { status: claim.status }],
    [
      'spec.resources.*.storage',
      { spec: { resources: { requests: { storage: '1Gi' } } } },
    ],
    ['metadata.labels', { metadata: { labels: claim.metadata.labels } }],
    [
      'metadata.labels.example.org/tier',
      { metadata: { labels: { 'example.org/tier': 'gold' } } },
    ],
    [
      "metadata.annotations['example.org/owner']",
      { metadata: { annotations: { 'example.org/owner': 'ann' } } },
    ],
  ])('%s', (path, wanted) => {
    const { metadata, ...rest } = wanted as { metadata?: object };
    expect(read({ reads: [path] })).toEqual({
      status: { phase: null },
      ...rest,
      metadata: { ...basics, ...metadata },
    });
  });

  it('says that a status is there and how far it has come', () => {
    expect(read({ reads: [] })).toEqual({
      metadata: basics,
      status: { phase: null },
    });
    expect(read({ reads: [] }, { ...claim, status: {} })).toEqual({
      metadata: basics,
      status: {},
    });
    expect(
      read(
        { reads: [] },
        { ...claim, status: { a: 1, observedGeneration: 3 } },
      ),
    ).toEqual({ metadata: basics, status: { observedGeneration: 3 } });
  });

  it.each([
    [{}],
    [{ reads: ['data', 'spec', 'metadata'] }],
    [{ reads: ['*', 'data.password'] }],
  ])('of metadata alone it looks at no value (%j)', of => {
    const secret = {
      metadata: {
        name: 'till',
        annotations: { 'kubectl.kubernetes.io/last-applied': 'hunter2' },
        managedFields: [{ f: 1 }],
      },
      data: { password: 'hunter2' },
      stringData: { password: 'hunter2' },
      spec: 'hunter2',
    };
    const seen = read(
      { ...of, metadataOnly: true, needsManagedFields: true },
      secret,
    );
    expect(JSON.stringify(seen)).not.toContain('hunter2');
    expect(seen).toMatchObject({
      metadata: { name: 'till', managedFields: [{ f: 1 }] },
    });
  });

  it.each([
    ['spec.a.b', ['spec', 'a', 'b']],
    ['spec.containers[].image', ['spec', 'containers', 'image']],
    ['metadata.labels.a.b/c', ['metadata', 'labels', 'a.b/c']],
    ['data.policy.csv', ['data', 'policy.csv']],
    ["spec.x['a.b'].c", ['spec', 'x', 'a.b', 'c']],
  ])('reads the path %s', (path, parts) => {
    expect(pathOf(path)).toEqual(parts);
  });
});
