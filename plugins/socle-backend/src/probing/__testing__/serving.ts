import { SystemDefinition } from '@socle/backstage-plugin-socle-model';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfiguredProbe } from '../../config/probes';
import { fastClock } from '../../reading/__testing__/fast-clock';
import { ClusterProbing } from '../cluster-probing';
import { DepotServer, startDepot } from './depot-server';
import { startProbing } from './probing';

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

export const credential = { token: 'secret-1' };

/** Servers, files and those who ask, which end with each test. */
export function serving() {
  const clock = fastClock(50);
  const folder = mkdtempSync(join(tmpdir(), 'socle-servers-'));
  const running: ClusterProbing[] = [];
  const servers: Array<{ stop(): Promise<void> }> = [];
  afterEach(async () => {
    running.splice(0).forEach(one => one.stop());
    await Promise.all(servers.splice(0).map(one => one.stop()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    clock,
    servers,
    /** The path of a file that does not have to be there. */
    pathOf: (name: string) => join(folder, name),
    file(name: string, text: string | Buffer): string {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    async depot(tls?: ServerOptions, host?: string): Promise<DepotServer> {
      const server = await startDepot(tls, host);
      servers.push(server);
      return server;
    },
    probing(
      instance: Partial<ConfiguredProbe> & { url: string },
      asking?: SystemDefinition[],
    ) {
      const at = startProbing([instance], { clock, asking });
      running.push(at.of);
      return at;
    },
  };
}

export function says(
  body: string | Buffer,
  headers: Record<string, string> = {},
): Answer {
  return (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', ...headers })
      .end(body);
}

export function leads(location: string, status = 302): Answer {
  return (_, response) => response.writeHead(status, { location }).end();
}
