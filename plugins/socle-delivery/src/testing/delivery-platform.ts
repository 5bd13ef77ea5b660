import {
  Chain,
  ChainNode,
  Health,
  HealthStatus,
  Incident,
  JsonValue,
  refPath,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';

const MINUTE_MILLISECONDS = 60_000;
const COMMIT = '5a1d0c7e93b24f68a0c1d2e3f405162738495a6b';

const SYSTEMS: Record<string, string> = {
  'argoproj.io': 'argo-cd',
  'external-secrets.io': 'external-secrets',
  'kustomize.toolkit.fluxcd.io': 'flux',
  'source.toolkit.fluxcd.io': 'flux',
};

const minutesAgo = (minutes: number) =>
  Date.now() - minutes * MINUTE_MILLISECONDS;

function health(
  status: HealthStatus,
  reason: string,
  message: string,
  more: Partial<Health> = {},
): Health {
  const since = new Date(minutesAgo(50)).toISOString();
  return { status, reason, message, since, ...more };
}

function resource(
  apiVersion: string,
  kind: string,
  [namespace, name]: [string | undefined, string],
  verdict: Health,
  facts: Record<string, JsonValue> = {},
): ListedResource {
  const [group] = apiVersion.split('/');
  const system = SYSTEMS[group];
  return {
    ref: {
      cluster: 'atlas',
      apiVersion,
      kind,
      ...(namespace ? { namespace } : {}),
      name,
    },
    system,
    area: system === 'external-secrets' ? 'secrets' : 'delivery',
    health: verdict,
    facts,
  };
}

const application = (
  name: string,
  verdict: Health,
  facts: Record<string, JsonValue>,
) =>
  resource('argoproj.io/v1alpha1', 'Application', ['argo', name], verdict, {
    project: 'shop',
    destination: { namespace: name },
    revision: COMMIT,
    autoSync: true,
    phase: 'Succeeded',
    operationFinished: minutesAgo(12),
    resourcesCount: 8,
    sync: 'Synced',
    health: 'Healthy',
    sources: [
      {
        repoURL: 'https://git.example/estate',
        path: `apps/${name}`,
        targetRevision: 'main',
      },
    ],
    ...facts,
  });

/** It is broken: Argo CD cannot read its source. */
const kiosk = application(
  'kiosk',
  health(
    'degraded',
    'ArgoComparisonError',
    'ComparisonError: apps/kiosk: app path does not exist',
    { runbook: 'runbooks/delivery/ArgoComparisonError' },
  ),
  {
    sync: 'Unknown',
    pattern: 'D',
    patternReason: 'raw-manifests',
    patternConfidence: 'high',
  },
);

const atelier = application(
  'atelier',
  health('degraded', 'ArgoOutOfSync', 'Drift: 2 of 8 resources differ.'),
  {
    sync: 'OutOfSync',
    outOfSync: 2,
    autoSync: false,
    pattern: 'other',
    patternReason: 'undetermined',
    patternConfidence: 'low',
  },
);

const depot = application(
  'depot',
  health('healthy', 'ArgoSyncedHealthy', 'Synced and healthy.'),
  {
    pattern: 'B',
    patternReason: 'a-reason-of-tomorrow',
    patternConfidence: 'medium',
  },
);

const kustomization = resource(
  'kustomize.toolkit.fluxcd.io/v1',
  'Kustomization',
  ['flux', 'edge'],
  health('healthy', 'FluxKustomizationSuspended', 'Suspended.', {
    flags: ['suspended'],
  }),
  {
    suspend: true,
    interval: '10m',
    url: './edge',
    revision: `main@sha1:${COMMIT}`,
    ready: { type: 'Ready', status: 'True' },
    references: [{ rel: 'source', kind: 'GitRepository', name: 'estate' }],
  },
);

const repository = resource(
  'source.toolkit.fluxcd.io/v1',
  'GitRepository',
  ['flux', 'estate'],
  health('healthy', 'FluxGitRepositoryReady', 'It was fetched.'),
  { url: 'https://git.example/estate', revision: `main@sha1:${COMMIT}` },
);

const project = resource(
  'argoproj.io/v1alpha1',
  'AppProject',
  ['argo', 'shop'],
  health('unknown', 'NoState', 'A project has no state of its own.'),
  { sourceRepos: ['https://git.example/*'] },
);

const store = resource(
  'external-secrets.io/v1',
  'ClusterSecretStore',
  [undefined, 'strongroom'],
  health('healthy', 'ClusterSecretStoreReady', 'It can be read.'),
  { provider: 'vault', server: 'https://vault.example' },
);

/** It is broken: what it should fetch is not there. */
const externalSecret = resource(
  'external-secrets.io/v1',
  'ExternalSecret',
  ['kiosk', 'kiosk-mail'],
  health(
    'failed',
    'ExternalSecretRemoteMissing',
    'The path kiosk/mail is not there.',
    { runbook: 'runbooks/secrets/ExternalSecretRemoteMissing' },
  ),
  {
    stores: ['ClusterSecretStore/strongroom'],
    target: 'kiosk-mail',
    refreshed: minutesAgo(300),
  },
);

function node(rank: number, rankTitle: string, of: ListedResource): ChainNode {
  return {
    id: refPath(of.ref),
    rank,
    rankTitle,
    ref: of.ref,
    area: of.area,
    system: of.system,
    state: 'present',
    health: of.health,
    facts: of.facts,
  };
}

function chain(
  view: string,
  broken: ListedResource,
  nodes: ChainNode[],
): Chain {
  return {
    view,
    nodes,
    edges: nodes.slice(1).map((to, at) => ({
      from: nodes[at].id,
      to: to.id,
      rel: 'uses',
      broken: false,
    })),
    break: {
      ref: broken.ref,
      reason: broken.health.reason ?? '',
      message: broken.health.message ?? '',
    },
    sources: [],
  };
}

function incident(of: ListedResource, affected: ResourceRef[]): Incident {
  return {
    id: of.ref.name,
    severity: 'warning',
    root: of.ref,
    system: of.system,
    area: of.area,
    areas: [of.area],
    status: of.health.status,
    reason: of.health.reason ?? '',
    message: of.health.message ?? '',
    runbook: of.health.runbook,
    since: of.health.since ?? '',
    affected,
    blastRadius: affected.length,
  };
}

/** The engine in memory, with an invented delivery beside the invented storage. */
export function deliveryApi(): FakeSocleApi {
  return new FakeSocleApi({
    resources: [
      kiosk,
      atelier,
      depot,
      kustomization,
      repository,
      project,
      store,
      externalSecret,
    ],
    incidents: [incident(kiosk, []), incident(externalSecret, [kiosk.ref])],
    chain: (view, ref) => {
      if (view === 'secret') {
        return chain(view, externalSecret, [
          node(3, 'Written by', externalSecret),
          node(4, 'Store', store),
        ]);
      }
      return ref.kind === 'Application'
        ? chain(view, kiosk, [
            node(1, 'Project', project),
            node(5, 'Application', kiosk),
          ])
        : undefined;
    },
  });
}
