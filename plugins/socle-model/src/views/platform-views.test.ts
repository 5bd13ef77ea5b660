import { kindId } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { systems } from '../systems';
import { RawObject } from '../reading/raw';
import { buildChain } from './chain';
import { deliveryView } from './delivery';
import { secretView } from './secret';
import { views } from './index';
import { ViewDefinition } from './view';

const NOW = Date.parse('2026-09-15T12:00:00Z');
const registry = new SystemRegistry(systems);

function object(
  apiVersion: string,
  kind: string,
  name: string,
  parts: RawObject = {},
  metadata: RawObject = {},
): RawObject {
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: 'shop',
      uid: `${kind}/${name}`,
      creationTimestamp: '2026-09-01T00:00:00Z',
      ...metadata,
    },
    ...parts,
  };
}

function chain(
  view: ViewDefinition,
  start: [kind: string, namespace: string | undefined, name: string],
  ...objects: RawObject[]
) {
  const store = new ResourceStore(registry);
  objects.forEach(one => store.apply(one));
  store.settle(NOW);
  return buildChain(
    store,
    'c',
    view,
    store.get(start[0] as never, start[1], start[2])!,
  );
}

const readable = (found: ReturnType<typeof chain>) =>
  found.nodes.map(
    node => `${node.rankTitle}: ${node.ref.kind} ${node.ref.name}`,
  );

const ready = (status: string, reason: string): RawObject => ({
  conditions: [{ type: 'Ready', status, reason }],
  refreshTime: '2026-09-15T11:55:00Z',
});

const endpoints = ['bao.vault.svc:8200'];
const secretFlow = (sealed: boolean): RawObject[] => [
  object('v1', 'Pod', 'web', {
    spec: {
      containers: [{ name: 'web', envFrom: [{ secretRef: { name: 'db' } }] }],
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ name: 'web', ready: true, state: { running: {} } }],
    },
  }),
  object('external-secrets.io/v1', 'ExternalSecret', 'db', {
    spec: {
      secretStoreRef: { name: 'bao', kind: 'ClusterSecretStore' },
      data: [{ secretKey: 'a', remoteRef: { key: 'shop/db' } }],
    },
    status: ready('True', 'SecretSynced'),
  }),
  object(
    'external-secrets.io/v1',
    'ClusterSecretStore',
    'bao',
    {
      spec: {
        provider: {
          vault: { server: 'http://bao.vault.svc:8200', path: 'kv' },
        },
      },
      status: ready('True', 'Valid'),
    },
    { namespace: undefined },
  ),
  object('vault.socle.dev/v1', 'SecretPath', 'kv/shop/db', {
    spec: { instance: 'bao', mount: 'kv', path: 'shop/db', endpoints },
    status: { currentVersion: 2, versions: 2, destroyed: false, deletion: '' },
  }),
  object('vault.socle.dev/v1', 'Mount', 'kv', {
    spec: { instance: 'bao', type: 'kv', kvVersion: '2', endpoints },
  }),
  object('vault.socle.dev/v1', 'Vault', 'bao', {
    spec: { instance: 'bao', endpoints },
    status: { httpStatus: sealed ? 503 : 200, initialized: true, sealed },
  }),
];
const secret = object(
  'v1',
  'Secret',
  'db',
  {},
  {
    ownerReferences: [
      {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        name: 'db',
        uid: 'x',
        controller: true,
      },
    ],
  },
);
const wholeFlow = [
  'Used by: Pod web',
  'Secret: Secret db',
  'Written by: ExternalSecret db',
  'Store: ClusterSecretStore bao',
  'Vault path: SecretPath kv/shop/db',
  'Vault mount: Mount kv',
  'Vault: Vault bao',
];

describe('the secret view', () => {
  it.each<[string, string, string | undefined, string, string[]]>([
    ['the pod', '/Pod', 'shop', 'web', []],
    ['the Secret', '/Secret', 'shop', 'db', []],
    [
      'the ExternalSecret',
      'external-secrets.io/ExternalSecret',
      'shop',
      'db',
      [],
    ],
    // What is beside the way from the start is left out: paths that others read, the store that they are read through.
    [
      'the store',
      'external-secrets.io/ClusterSecretStore',
      undefined,
      'bao',
      ['Vault path'],
    ],
    ['the path', 'vault.socle.dev/SecretPath', 'shop', 'kv/shop/db', ['Store']],
    ['Vault', 'vault.socle.dev/Vault', 'shop', 'bao', []],
  ])('shows the whole way from %s', (_, kind, namespace, name, without) => {
    const found = chain(
      secretView,
      [kind, namespace, name],
      ...secretFlow(false),
      secret,
    );
    expect(readable(found)).toEqual(
      wholeFlow.filter(box => !without.includes(box.split(':')[0])),
    );
    expect(found.break).toBeUndefined();
  });

  it('goes on where Secrets may not be read', () => {
    const found = chain(
      secretView,
      ['/Pod', 'shop', 'web'],
      ...secretFlow(false),
    );
    expect(readable(found)).toEqual(wholeFlow);
    expect(found.nodes[1]).toMatchObject({ state: 'notRead' });
  });

  it('goes back from the ExternalSecret to who waits for what may not be read', () => {
    const found = chain(
      secretView,
      ['external-secrets.io/ExternalSecret', 'shop', 'db'],
      ...secretFlow(false),
    );
    expect(readable(found)).toEqual(wholeFlow);
    expect(found.break).toBeUndefined();
  });

  it.each(['/Pod web', 'external-secrets.io/ExternalSecret db'])(
    'breaks, from %s, at who did not write the Secret and not at the Secret',
    start => {
      const [kind, name] = start.split(' ');
      const store = new ResourceStore(registry);
      const flow = secretFlow(false).map(one =>
        one.kind === 'ExternalSecret'
          ? { ...one, status: ready('False', 'SecretSyncedError') }
          : one,
      );
      flow.forEach(one => store.apply(one));
      store.setListed('/Secret', true);
      store.settle(NOW);
      const found = buildChain(
        store,
        'c',
        secretView,
        store.get(kind as never, 'shop', name)!,
      );
      expect(readable(found)).toEqual(wholeFlow);
      expect(found.nodes[1]).toMatchObject({
        state: 'absent',
        health: { status: 'failed', reason: 'Missing' },
      });
      expect(found.break?.ref).toMatchObject({ kind: 'ExternalSecret' });
    },
  );

  it('breaks at Vault where that is sealed', () => {
    const found = chain(
      secretView,
      ['/Pod', 'shop', 'web'],
      ...secretFlow(true),
      secret,
    );
    expect(found.break).toMatchObject({
      ref: { kind: 'Vault', name: 'bao' },
      reason: 'VaultSealed',
    });
  });
});

const APP = 'argoproj.io/v1alpha1';
const argo = (
  name: string,
  resources: RawObject[],
  status: RawObject = {},
  metadata: RawObject = {},
) =>
  object(
    APP,
    'Application',
    name,
    {
      spec: {
        project: 'platform',
        source: {
          repoURL: 'https://git.acme.test/x.git',
          path: name,
          targetRevision: 'main',
        },
      },
      status: {
        sync: { status: 'Synced', revision: 'abc' },
        health: { status: 'Healthy' },
        resources,
        ...status,
      },
    },
    { namespace: 'argocd', ...metadata },
  );
const child = (name: string): RawObject => ({
  group: 'argoproj.io',
  kind: 'Application',
  namespace: 'argocd',
  name,
  status: 'Synced',
});
const owner = (kind: string, name: string, apiVersion = 'apps/v1') => ({
  ownerReferences: [{ apiVersion, kind, name, uid: name, controller: true }],
});
const delivery = (status: RawObject = {}): RawObject[] => [
  argo('root', [child('team')]),
  argo(
    'team',
    [child('shop')],
    {},
    {
      annotations: {
        'argocd.argoproj.io/tracking-id':
          'root:argoproj.io/Application:argocd/team',
      },
    },
  ),
  argo(
    'shop',
    [{ group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' }],
    status,
    {
      annotations: {
        'argocd.argoproj.io/tracking-id':
          'team:argoproj.io/Application:argocd/shop',
      },
    },
  ),
  object(APP, 'AppProject', 'platform', {}, { namespace: 'argocd' }),
  object('apps/v1', 'Deployment', 'web', {
    spec: { replicas: 1 },
    status: {
      replicas: 1,
      updatedReplicas: 1,
      readyReplicas: 1,
      availableReplicas: 1,
      conditions: [{ type: 'Available', status: 'True' }],
    },
  }),
  object(
    'apps/v1',
    'ReplicaSet',
    'web-1',
    { spec: { replicas: 1 }, status: { replicas: 1, availableReplicas: 1 } },
    owner('Deployment', 'web'),
  ),
  object(
    'apps/v1',
    'ReplicaSet',
    'web-0',
    { spec: { replicas: 0 }, status: { replicas: 0 } },
    owner('Deployment', 'web'),
  ),
  object(
    'v1',
    'Pod',
    'web-1-a',
    {
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    },
    owner('ReplicaSet', 'web-1'),
  ),
];
const boxes = [
  'Source: Repository root @ main (https://git.acme.test/x.git)',
  'Source: Repository shop @ main (https://git.acme.test/x.git)',
  'Source: Repository team @ main (https://git.acme.test/x.git)',
  'Project: AppProject platform',
  'Root: Application root',
  'App of apps: Application team',
  'Application: Application shop',
  'Managed: Deployment web',
  'Replica set, job: ReplicaSet web-1',
  'Pod: Pod web-1-a',
];

describe('the delivery view', () => {
  it.each<[string, string, string]>([
    ['/Pod', 'shop', 'web-1-a'],
    ['apps/Deployment', 'shop', 'web'],
    ['argoproj.io/Application', 'argocd', 'shop'],
    ['argoproj.io/Application', 'argocd', 'root'],
  ])('shows the whole way from %s %s/%s', (kind, namespace, name) => {
    const found = chain(deliveryView, [kind, namespace, name], ...delivery());
    expect(readable(found)).toEqual(boxes);
    expect(found.break).toBeUndefined();
    expect(
      found.edges.every(edge => {
        const rank = (id: string) =>
          found.nodes.find(node => node.id === id)!.rank;
        return rank(edge.from) < rank(edge.to);
      }),
    ).toBe(true);
  });

  it('breaks at the Application whose source cannot be rendered, and marks the source', () => {
    const found = chain(
      deliveryView,
      ['argoproj.io/Application', 'argocd', 'shop'],
      ...delivery({
        conditions: [{ type: 'ComparisonError', message: 'no such path' }],
      }),
    );
    expect(found.break).toMatchObject({
      ref: { kind: 'Application', name: 'shop' },
      reason: 'ArgoComparisonError',
    });
    expect(
      found.nodes.filter(node => node.health.status === 'failed'),
    ).toMatchObject([{ ref: { kind: 'Repository' } }]);
  });
});

it('shows the way of Flux, from the source to the pods', () => {
  const well = (more: object = {}) => ({
    conditions: [{ type: 'Ready', status: 'True', reason: 'Succeeded' }],
    ...more,
  });
  const found = chain(
    deliveryView,
    ['apps/Deployment', 'shop', 'mailer'],
    object(
      'apps/v1',
      'Deployment',
      'mailer',
      { spec: { replicas: 0 }, status: { observedGeneration: 1 } },
      {
        labels: {
          'helm.toolkit.fluxcd.io/name': 'mailer',
          'helm.toolkit.fluxcd.io/namespace': 'shop',
        },
      },
    ),
    object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'mailer', {
      spec: {
        chart: {
          spec: {
            chart: 'mailer',
            sourceRef: { kind: 'HelmRepository', name: 'charts' },
          },
        },
      },
      status: well({
        history: [{ status: 'deployed', chartVersion: '1.0.0' }],
      }),
    }),
    object('source.toolkit.fluxcd.io/v1', 'HelmRepository', 'charts', {
      spec: { url: 'https://charts.acme.test' },
      status: well({ artifact: { revision: 'x' } }),
    }),
  );
  expect(readable(found)).toEqual([
    'Source: HelmRepository charts',
    'Application: HelmRelease mailer',
    'Managed: Deployment mailer',
  ]);
});

it.each(views.map(view => [view.id, view] as const))(
  'the view %s names only kinds that have a system',
  (_, view) => {
    const known = new Set(registry.all().map(({ kind }) => kindId(kind)));
    const foreign = view.ranks
      .flatMap(rank => rank.kinds)
      .filter(kind => !known.has(kind));
    // Kinds of systems that are on their way may be named ahead.
    expect(foreign.every(kind => /^[a-z0-9.-]*\/[A-Z]\w+$/.test(kind))).toBe(
      true,
    );
  },
);
