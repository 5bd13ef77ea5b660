import { ResourceQuery } from '@socle/backstage-plugin-socle-react';

/** The explorer's query string for what an entity stands for. */
export function explorerQuery(query: ResourceQuery): string {
  const params = new URLSearchParams();
  for (const name of ['cluster', 'system', 'namespace'] as const) {
    query[name]?.forEach(value => params.append(name, value));
  }
  return params.toString();
}
