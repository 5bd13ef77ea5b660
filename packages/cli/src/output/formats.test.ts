import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import {
  BROKEN_STORE,
  folderOf,
  NEVER_SYNCED,
  runCommand,
  SYNCED,
} from '../__testing__/run-command';
import { Row } from '../assess/row';
import { sarif } from './sarif';
import { table } from './table';

const text = [
  SYNCED,
  NEVER_SYNCED,
  BROKEN_STORE,
  'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: quiet }\n',
  'kind: {',
].join('---\n');

describe('the table', () => {
  it('groups by file, worst first, and counts', async () => {
    const { out } = await runCommand(['assess'], text);
    const lines = out.split('\n');
    expect(lines[0]).toBe('-');
    expect(lines.slice(1, 6).map(line => line.trim().split(/\s+/)[1])).toEqual([
      'failed',
      'failed',
      'degraded',
      'unknown',
      'unknown',
    ]);
    expect(out).toContain('ExternalSecret shop/never');
    expect(out.trim()).toMatch(/5 objects: 2 failed, 1 degraded, 2 unknown$/);
    expect(out).not.toContain('\u001b');
  });

  it('lets nothing from outside move the cursor, and colours only where asked', () => {
    const row: Row = {
      file: 'a.yaml',
      document: 0,
      ref: { cluster: 'files', kind: 'Pod', name: 'x\u001b[2J' },
      health: {
        status: 'unknown',
        reason: 'X',
        message: 'paused\r\nhere',
        flags: ['suspended'],
      },
      facts: {},
    };
    expect(table([row], false)).not.toMatch(/[^\P{Cc}\n]/u);
    expect(table([row], false)).toContain('‖ paused');
    expect(table([row], true)).toContain('\u001b[90m');
  });
});

describe('JSON', () => {
  it('is one array of rows with the fixed fields', async () => {
    const rows = JSON.parse(
      (await runCommand(['assess', '--json'], text)).out,
    ) as Row[];
    expect(rows).toHaveLength(5);
    expect(Object.keys(rows[1])).toEqual([
      'file',
      'document',
      'ref',
      'health',
      'facts',
    ]);
    expect(rows[1]).toMatchObject({
      file: '-',
      document: 1,
      ref: {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        namespace: 'shop',
        name: 'never',
        uid: 'uid-never',
      },
      health: {
        status: 'failed',
        evidence: expect.arrayContaining([
          expect.objectContaining({ path: 'status.refreshTime', value: null }),
        ]),
      },
    });
    expect(rows[0].health.evidence?.[0].ref).toMatchObject({
      kind: 'ClusterSecretStore',
      name: 'bao',
    });
  });
});

describe('SARIF', () => {
  it('holds the findings with level, place and rule', async () => {
    const log = JSON.parse((await runCommand(['assess', '--sarif'], text)).out);
    const [run] = log.runs;
    expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
    expect(
      run.results.map((one: { ruleId: string; level: string }) => [
        one.ruleId,
        one.level,
      ]),
    ).toEqual([
      ['ExternalSecretStoreUnusable', 'warning'],
      ['ExternalSecretNeverSynced', 'error'],
      ['ClusterSecretStoreUnusable', 'error'],
      ['Unreadable', 'error'],
    ]);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
        'stdin',
      );
      expect(result.message.text).not.toBe('');
    }
    expect(
      run.results.map(
        (one: {
          locations: Array<{
            physicalLocation: { region: { startLine: number } };
          }>;
        }) => one.locations[0].physicalLocation.region.startLine,
      ),
    ).toEqual([1, 9, 17, 27]);
    expect(run.tool.driver.rules[1].help.text).toContain('runbooks/secrets/');
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
  });

  it('writes URIs for names that are none', async () => {
    const folder = folderOf({ 'a b/ü#.yaml': NEVER_SYNCED });
    const log = JSON.parse(
      (await runCommand(['assess', '--sarif', folder])).out,
    );
    const { uri } =
      log.runs[0].results[0].locations[0].physicalLocation.artifactLocation;
    expect(uri).toMatch(/^file:\/\/\/.*\/a%20b\/%C3%BC%23\.yaml$/);
  });

  it('is valid without any finding', () => {
    expect(
      JSON.parse(sarif([], [], new SystemRegistry(systems))).runs[0].results,
    ).toEqual([]);
  });
});
