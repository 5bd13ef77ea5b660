import { SystemRegistry } from '@socle/backstage-plugin-socle-model';
import { Authorizer } from '../access/authorizer';
import { RawReader } from '../api/raw-reader';
import { createRouter } from '../api/router';
import { Engine } from '../engine/engine';
import { TransitionHistory } from '../history/transition-history';
import { spec } from './openapi';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

async function routes(): Promise<string[]> {
  const router = await createRouter({
    engine: new Engine(),
    registry: new SystemRegistry([]),
    authorizer: {} as Authorizer,
    history: {} as TransitionHistory,
    raw: {} as RawReader,
    outside: [],
  });
  return (router.stack as Layer[]).flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map(
          method => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : [],
  );
}

describe('the OpenAPI document', () => {
  const stated = Object.entries(spec.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(method => `${method} ${path}`),
  );

  it('states every route, and every route it states is there', async () => {
    const served = (await routes()).filter(one => one !== 'get /openapi.json');
    expect(served.sort()).toEqual(stated.sort());
  });

  it('describes each call and each of its parameters, with an operation of its own', () => {
    const operations = Object.values(spec.paths).flatMap(one =>
      Object.values(one),
    );
    const ids = operations.map(one => one.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, parameters } of operations) {
      expect(summary).not.toBe('');
      for (const parameter of parameters as Array<{
        name: string;
        description: string;
      }>) {
        expect(parameter.description).not.toBe('');
      }
    }
  });

  it('declares each part of a path', () => {
    for (const [path, operations] of Object.entries(spec.paths)) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      for (const { parameters } of Object.values(operations)) {
        const declared = (
          parameters as Array<{ name: string; in: string; required: boolean }>
        )
          .filter(one => one.in === 'path')
          .map(one => one.name);
        expect(declared).toEqual(parts);
      }
    }
  });
});
