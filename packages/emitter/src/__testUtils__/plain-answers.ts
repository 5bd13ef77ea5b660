import { EmitInputs } from '..';

/** Answers that are taken as they are, for each kind: what tests change one thing of. */
export const plain: EmitInputs = {
  'app:helm-configs': {
    name: 'ledger',
    chart: {
      repository: 'https://charts.example.org',
      name: 'ledger',
      version: '3.2.1',
    },
    values: { replicaCount: 2 },
    secrets: [
      {
        purpose: 'admin',
        keys: [{ key: 'password' }],
        valuesPath: 'auth.existingSecret',
      },
    ],
    route: { port: 8080 },
  },
  'app:helm-inline': {
    name: 'ledger',
    chart: {
      repository: 'https://git.example.org/acme/ledger.git',
      path: 'charts/ledger',
      revision: 'v3.2.1',
    },
    values: { persistence: { size: '20Gi' } },
  },
  'app:wrapper-chart': {
    name: 'ledger',
    chart: {
      repository: 'oci://registry.example.org/charts',
      name: 'ledger',
      version: '3.2.1',
    },
  },
  'app:raw-manifests': {
    name: 'ledger',
    workload: {
      image: 'ghcr.io/acme/ledger:3.2.1',
      ports: [{ name: 'http', port: 8080 }],
      resources: { cpu: '100m', memory: '128Mi', memoryLimit: '256Mi' },
      env: [{ name: 'LOG_LEVEL', value: 'info' }],
    },
    route: { port: 8080 },
    secrets: [{ purpose: 'db', keys: [{ key: 'password' }] }],
    volumes: [{ name: 'data', size: '5Gi', mountPath: '/data' }],
  },
  'vault:path': {
    app: 'ledger',
    purpose: 'admin',
    keys: ['username', 'password'],
    owner: 'group:default/ledger',
  },
  'external-secret': {
    app: 'ledger',
    pattern: 'A',
    purpose: 'admin',
    keys: [{ key: 'password' }],
  },
  'http-route': { app: 'ledger', pattern: 'B', port: 8080 },
  'network-policy': { app: 'ledger', pattern: 'D', egress: [] },
  volume: { app: 'ledger', pattern: 'C', name: 'data', size: '5Gi' },
  'catalog-info': { name: 'ledger', route: { port: 8080 } },
  database: { app: 'ledger', pattern: 'D', size: '10Gi', backup: {} },
  cache: { app: 'ledger', pattern: 'D', snapshotSize: '2Gi' },
  topic: { app: 'ledger', pattern: 'D', name: 'entries' },
  bucket: {
    app: 'ledger',
    pattern: 'D',
    bucket: 'ledger-files',
    maxSize: '50Gi',
    access: { keyId: 'GK0123456789abcdef01234567' },
  },
  collection: { app: 'ledger', pattern: 'D', name: 'notes', dimensions: 768 },
  backup: {
    app: 'ledger',
    pattern: 'D',
    of: 'namespace',
    schedule: '15 2 * * *',
  },
};
