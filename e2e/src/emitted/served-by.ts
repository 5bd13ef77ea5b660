import {
  readJson,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { KubeObject } from '@socle/simulator';
import { ApiServer } from '../kubernetes-api/api-server';
import { SchemaFiles, servedSchemas } from './schemas';

/** The schemas of the groups and versions of some objects, as a server tells them. */
export async function servedBy(
  { admin }: ApiServer,
  objects: KubeObject[],
): Promise<SchemaFiles> {
  const found: SchemaFiles = new Map();
  for (const apiVersion of new Set(objects.map(one => one.apiVersion))) {
    const path = apiVersion.includes('/') ? 'apis' : 'api';
    const document = await readJson(
      admin,
      systemClock,
      `/openapi/v3/${path}/${apiVersion}`,
    );
    for (const [file, schema] of servedSchemas(document)) {
      found.set(file, schema);
    }
  }
  return found;
}

/** Those of some definitions that objects are of. */
export function definitionsOf(
  objects: KubeObject[],
  definitions: KubeObject[],
): KubeObject[] {
  return definitions.filter(({ spec }) => {
    const { group, names } = spec as { group: string; names: { kind: string } };
    return objects.some(
      ({ apiVersion, kind }) =>
        apiVersion.startsWith(`${group}/`) && kind === names.kind,
    );
  });
}
