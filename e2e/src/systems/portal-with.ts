import { readFileSync } from 'node:fs';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import catalogModuleSocle from '@socle/backstage-plugin-catalog-backend-module-socle';
import soclePlugin from '@socle/backstage-plugin-socle-backend';
import { KubeObject, startSimulator } from '@socle/simulator';
import { CORE_SCHEMA, loadAll } from 'js-yaml';

const clusterFile = require.resolve('./__fixtures__/beehive/cluster.yaml');

/** A portal's backend and catalog on one cluster, which runs the made-up operator. */
export interface PortalWithOperator {
  /** The answer of Socle's API. */
  get(path: string): Promise<Record<string, never>>;
  entities(): Promise<Entity[]>;
  stop(): Promise<void>;
}

export async function startPortalWith(
  ...features: BackendFeature[]
): Promise<PortalWithOperator> {
  const objects = loadAll(readFileSync(clusterFile, 'utf8'), undefined, {
    schema: CORE_SCHEMA,
  }) as KubeObject[];
  const simulator = await startSimulator({
    clusters: [{ name: 'lab', objects }],
  });
  const backend = await startTestBackend({
    features: [
      soclePlugin,
      catalogPlugin,
      catalogModuleSocle,
      ...features,
      // The catalog asks again and again, until what it asks has read its cluster.
      schedulerServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          catalog: { processingInterval: { seconds: 1 }, rules: [] },
          socle: {
            catalog: { refreshSeconds: 5 },
            clusters: [
              {
                name: 'lab',
                server: { url: simulator.url('lab'), token: simulator.token },
              },
            ],
          },
        },
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
    ],
  }).catch(async error => {
    await simulator.close();
    throw error;
  });
  const ask = async (path: string, Authorization: string) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/${path}`,
      { headers: { Authorization } },
    );
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    get: path => ask(`socle/v1/${path}`, mockCredentials.user.header()),
    entities: () =>
      ask('catalog/entities', mockCredentials.service.header()) as Promise<
        Entity[]
      >,
    stop: async () => {
      await backend.stop();
      await simulator.close();
    },
  };
}
