import fc from 'fast-check';
import { managedBy, ownedBy, trackingIdOf } from './ownership';

function deployment(
  trackingId: string,
  namespace: string | undefined = 'shop',
) {
  return {
    metadata: {
      name: 'front',
      namespace,
      annotations: { 'argocd.argoproj.io/tracking-id': trackingId },
    },
  };
}

describe('trackingIdOf', () => {
  it.each([
    ['its own', 'web:apps/Deployment:shop/front', true],
    [
      'its own, of an Application elsewhere',
      'teams_web:apps/Deployment:shop/front',
      true,
    ],
    ['another name', 'web:apps/Deployment:shop/back', false],
    ['another namespace', 'web:apps/Deployment:blog/front', false],
    [
      'another kind, as copied by a controller',
      'web:apps/ReplicaSet:shop/front',
      false,
    ],
    ['another group', 'web:extensions/Deployment:shop/front', false],
    ['no application', ':apps/Deployment:shop/front', false],
    ['no such form', 'web', false],
  ])('%s', (_, id, own) => {
    expect(trackingIdOf(deployment(id), 'apps', 'Deployment')).toBe(
      own ? id : undefined,
    );
  });

  it('knows an object of the core group, and one without a namespace', () => {
    const marked = (
      name: string,
      namespace: string | undefined,
      id: string,
    ) => ({
      metadata: {
        name,
        namespace,
        annotations: { 'argocd.argoproj.io/tracking-id': id },
      },
    });
    const claim = 'shop:/PersistentVolumeClaim:shop/data';
    expect(
      trackingIdOf(marked('data', 'shop', claim), '', 'PersistentVolumeClaim'),
    ).toBe(claim);
    // Argo CD writes the Application's namespace into the id of what has none.
    const fast = 'disks:storage.k8s.io/StorageClass:longhorn-system/fast';
    expect(
      trackingIdOf(
        marked('fast', undefined, fast),
        'storage.k8s.io',
        'StorageClass',
      ),
    ).toBe(fast);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), id => {
        const raw = {
          metadata: { annotations: { 'argocd.argoproj.io/tracking-id': id } },
        };
        expect(trackingIdOf(raw, 'apps', 'Deployment')).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe('managedBy', () => {
  it.each([
    ['web:apps/Deployment:shop/front', 'argoproj.io/Application/argocd/web'],
    [
      'teams_web:apps/Deployment:shop/front',
      'argoproj.io/Application/teams/web',
    ],
  ])('%s', (id, to) => {
    expect(managedBy(id)).toEqual([
      {
        rel: 'managedBy',
        to,
        kinds: ['argoproj.io/Application'],
        depends: 'source',
      },
    ]);
  });

  it('states nothing without a mark', () => {
    expect(managedBy(undefined)).toEqual([]);
  });
});

describe('ownedBy', () => {
  const meta = {
    name: 'x',
    namespace: 'shop',
    hasStatus: true,
    origin: 'live',
  } as const;
  const owner = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    name: 'front-1',
    uid: 'u',
  };

  it.each([
    [
      'the controller',
      { ...owner, controller: true },
      'apps/ReplicaSet/shop/front-1',
    ],
    ['an owner that does not control', owner, undefined],
    [
      'the node of a static pod',
      { ...owner, apiVersion: 'v1', kind: 'Node', controller: true },
      undefined,
    ],
    [
      'a core kind',
      {
        ...owner,
        apiVersion: 'v1',
        kind: 'ReplicationController',
        controller: true,
      },
      '/ReplicationController/shop/front-1',
    ],
  ])('%s', (_, one, to) => {
    expect(ownedBy({ ...meta, owners: [one] }).map(link => link.to)).toEqual(
      to ? [to] : [],
    );
  });
});

const fluxLabels = (kind: string, namespace: string, name: string) => ({
  [`${kind}.toolkit.fluxcd.io/name`]: name,
  [`${kind}.toolkit.fluxcd.io/namespace`]: namespace,
});

it.each([
  [
    'Deployment',
    fluxLabels('helm', 'apps', 'mailer'),
    'helm.toolkit.fluxcd.io/HelmRelease/apps/mailer',
  ],
  [
    'Deployment',
    fluxLabels('kustomize', 'flux-system', 'apps'),
    'kustomize.toolkit.fluxcd.io/Kustomization/flux-system/apps',
  ],
  ['Kustomization', fluxLabels('kustomize', 'shop', 'front'), undefined],
  ['Deployment', { 'helm.toolkit.fluxcd.io/name': 'mailer' }, undefined],
])('links a %s by the labels of Flux %j to %s', (kind, labels, to) => {
  const raw = { metadata: { name: 'front', namespace: 'shop', labels } };
  expect(
    managedBy(trackingIdOf(raw, 'any', kind)).map(link => link.to),
  ).toEqual(to ? [to] : []);
});
