import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../run';

/** The time that tests judge by. */
export const NOW = Date.UTC(2026, 8, 15, 12);

const folders: string[] = [];
afterAll(() =>
  folders.forEach(at => rmSync(at, { recursive: true, force: true })),
);

/** Runs a command with a terminal of its own. */
export async function runCommand(args: string[], stdin?: string | Uint8Array) {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    stdin: () =>
      stdin === undefined ? undefined : Promise.resolve(Buffer.from(stdin)),
    colour: false,
    now: () => NOW,
  });
  return { code, out, err };
}

/** A folder of files that is gone after the tests of a file. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'socle-cli-'));
  for (const [name, content] of Object.entries(files)) {
    const at = path.join(folder, name);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, content);
  }
  folders.push(folder);
  return folder;
}

/** An ExternalSecret as a cluster would give it. */
export function externalSecret(
  name: string,
  status: { ready: 'True' | 'False'; reason: string; refreshed?: string },
  store = 'bao',
): string {
  return `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: ${name}, namespace: shop, uid: uid-${name} }
spec: { secretStoreRef: { kind: ClusterSecretStore, name: ${store} }, data: [{ secretKey: a, remoteRef: { key: b } }] }
status:
  refreshTime: ${status.refreshed ? `"${status.refreshed}"` : 'null'}
  conditions: [{ type: Ready, status: "${status.ready}", reason: ${
    status.reason
  } }]
`;
}

export const SYNCED = externalSecret('synced', {
  ready: 'True',
  reason: 'SecretSynced',
  refreshed: '2026-09-15T11:50:00Z',
});

export const NEVER_SYNCED = externalSecret('never', {
  ready: 'False',
  reason: 'SecretSyncedError',
});

export const BROKEN_STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: bao, uid: uid-bao }
spec: { provider: { vault: { server: "https://bao:8200" } } }
status: { conditions: [{ type: Ready, status: "False", reason: InvalidProviderConfig }] }
`;
