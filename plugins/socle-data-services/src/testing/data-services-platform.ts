import {
  Chain,
  DataServiceFacts,
  DataServiceItem,
  Health,
  HealthStatus,
  Incident,
} from '@socle/backstage-plugin-socle-common';
import { ListedResource } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';

const GIB = 1024 ** 3;
const HOUR_MILLISECONDS = 3_600_000;

const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * HOUR_MILLISECONDS).toISOString();

function health(
  status: HealthStatus,
  reason: string,
  message: string,
  more: Partial<Health> = {},
): Health {
  return { status, reason, message, since: hoursAgo(4), ...more };
}

function service(
  apiVersion: string,
  kind: string,
  namespace: string,
  name: string,
  system: string,
  verdict: Health,
  facts: DataServiceFacts,
): DataServiceItem {
  return {
    ref: { cluster: 'atlas', apiVersion, kind, namespace, name },
    system,
    area: 'data',
    health: verdict,
    facts,
  };
}

const ledger = service(
  'postgresql.cnpg.io/v1',
  'Cluster',
  'ledger',
  'ledger-db',
  'cloudnative-pg',
  health(
    'degraded',
    'CnpgClusterArchivingFails',
    'WAL archiving fails: nothing after that can be recovered.',
    { runbook: 'runbooks/data/CnpgClusterArchivingFails' },
  ),
  {
    family: 'database',
    engine: 'postgresql',
    engineTitle: 'PostgreSQL',
    version: '17.6',
    ready: 2,
    wanted: 3,
    claims: 3,
    capacityBytes: 30 * GIB,
    usedBytes: 12 * GIB,
    backup: 'failed',
    backupMessage: 'The newest backup failed.',
    lastGoodAt: hoursAgo(30),
    lastGoodTool: 'cloudnative-pg',
    recoverableFrom: hoursAgo(300),
    restore: 'never',
    schedules: 1,
  },
);

const events = service(
  'kafka.strimzi.io/v1',
  'Kafka',
  'mailroom',
  'events',
  'strimzi',
  health('healthy', 'KafkaReady', '3 of 3 broker pods ready.'),
  {
    family: 'stream',
    engine: 'kafka',
    engineTitle: 'Kafka',
    version: '4.1.1',
    ready: 3,
    wanted: 3,
    claims: 3,
    capacityBytes: 60 * GIB,
    backup: 'noBackup',
    backupMessage: 'data-0: No backup at all.',
    restore: 'never',
    schedules: 0,
  },
);

const sessions = service(
  'apps/v1',
  'StatefulSet',
  'kiosk',
  'sessions',
  'workloads',
  health('healthy', 'StatefulSetReady', '1 of 1 pod ready.'),
  {
    family: 'cache',
    engine: 'valkey',
    engineTitle: 'Valkey',
    claims: 0,
    backup: 'nothingStored',
    restore: 'unknown',
    schedules: 0,
  },
);

const vectors = service(
  'qdrant.socle.dev/v1',
  'Qdrant',
  'atelier',
  'vectors',
  'qdrant',
  health('healthy', 'QdrantClusterWell', 'All peers agree.'),
  {
    family: 'vector',
    engine: 'qdrant',
    engineTitle: 'Qdrant',
    version: '1.16.2',
    ready: 1,
    claims: 1,
    backup: 'unknown',
    restore: 'unknown',
    schedules: 0,
  },
);

const topic: ListedResource = {
  ref: {
    cluster: 'atlas',
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaTopic',
    namespace: 'mailroom',
    name: 'letters',
  },
  system: 'strimzi',
  area: 'data',
  health: health('healthy', 'KafkaTopicReady', 'The topic is in sync.'),
  facts: {},
  links: [
    {
      rel: 'cluster',
      direction: 'out',
      ref: events.ref,
      state: 'present',
      health: events.health,
    },
  ],
};

const archiving: Incident = {
  id: 'ledger-db',
  severity: 'warning',
  root: ledger.ref,
  system: 'cloudnative-pg',
  area: 'data',
  areas: ['data'],
  status: 'degraded',
  reason: ledger.health.reason ?? '',
  message: ledger.health.message ?? '',
  runbook: ledger.health.runbook,
  since: hoursAgo(4),
  affected: [],
  blastRadius: 0,
};

function chainOfLedger(): Chain {
  return {
    view: 'data',
    nodes: [
      {
        id: 'db',
        rank: 2,
        rankTitle: 'Instance',
        state: 'present',
        ...ledger,
      },
      {
        id: 'pod',
        rank: 7,
        rankTitle: 'Pod',
        state: 'present',
        ref: {
          cluster: 'atlas',
          apiVersion: 'v1',
          kind: 'Pod',
          namespace: 'ledger',
          name: 'ledger-db-1',
        },
        health: health('healthy', 'PodReady', 'All containers are ready.'),
        facts: {},
      },
    ],
    edges: [{ from: 'db', to: 'pod', rel: 'ownedBy', broken: false }],
    break: {
      ref: ledger.ref,
      reason: ledger.health.reason ?? '',
      message: ledger.health.message ?? '',
      runbook: ledger.health.runbook,
    },
    sources: [],
  };
}

/** An invented platform with a database whose archiving fails, a stream, a cache and a vector store. */
export function dataServicesApi(): FakeSocleApi {
  return new FakeSocleApi({
    dataServices: [ledger, events, sessions, vectors],
    resources: [topic],
    incidents: [archiving],
    chain: view => (view === 'data' ? chainOfLedger() : undefined),
  });
}
