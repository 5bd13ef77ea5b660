import { JsonObject } from '@backstage/types';

/** Answers of people for each kind of thing that is emitted. */
export const answers: Record<string, JsonObject> = {
  'app:helm-configs': {
    name: 'lantern',
    chart: {
      repository: 'https://charts.example.org',
      name: 'lantern',
      version: '2.4.1',
    },
    values: { image: { tag: '2.4.1' }, auth: { existingSecret: '' } },
    secrets: [
      {
        purpose: 'admin',
        keys: ['username', 'password'],
        valuesPath: 'auth.existingSecret',
      },
    ],
    route: { port: 8080 },
    catalog: { owner: 'group:default/harbour' },
  },
  'app:helm-inline': {
    name: 'lantern',
    chart: {
      repository: 'oci://registry.example.org/charts',
      name: 'lantern',
      version: '2.4.1',
    },
    values: { replicaCount: 1 },
    route: {},
  },
  'app:wrapper-chart': {
    name: 'lantern',
    chart: {
      repository: 'https://charts.example.org',
      name: 'lantern',
      version: '2.4.1',
    },
  },
  'app:raw-manifests': {
    name: 'lantern',
    workload: {
      image: 'ghcr.io/quay/lantern:2.4.1',
      ports: [{ name: 'http', port: 8080 }],
      resources: { cpu: '100m', memory: '64Mi', memoryLimit: '128Mi' },
    },
    secrets: [{ purpose: 'db', keys: ['password'] }],
  },
  'vault:path': {
    app: 'lantern',
    purpose: 'mail',
    keys: ['password'],
    owner: 'group:default/harbour',
  },
  'external-secret': {
    app: 'lantern',
    pattern: 'A',
    purpose: 'mail',
    keys: ['password', { key: 'user', property: 'login' }],
  },
  'http-route': { app: 'lantern', pattern: 'B', port: 8080 },
  'network-policy': { app: 'lantern', pattern: 'D', egress: [] },
  volume: { app: 'lantern', pattern: 'D', name: 'data', size: '10Gi' },
  database: { app: 'lantern', pattern: 'D', size: '10Gi', backup: {} },
  cache: { app: 'lantern', pattern: 'D' },
  topic: { app: 'lantern', pattern: 'D', name: 'flashes' },
  bucket: { app: 'lantern', pattern: 'D', bucket: 'lantern-logs' },
  collection: {
    app: 'lantern',
    pattern: 'D',
    name: 'notes',
    dimensions: 384,
  },
  backup: {
    app: 'lantern',
    pattern: 'D',
    of: 'volumes',
    schedule: '15 2 * * *',
  },
  'catalog-info': {
    name: 'lantern',
    catalog: { owner: 'group:default/harbour' },
  },
};
