import path from 'node:path';
import {
  BROKEN_STORE,
  externalSecret,
  folderOf,
  NEVER_SYNCED,
  runCommand,
  SYNCED,
} from '../__testing__/run-command';
import { Row } from './row';

async function assessed(args: string[], stdin?: string | Uint8Array) {
  const { code, out, err } = await runCommand(
    ['assess', '--json', ...args],
    stdin,
  );
  return { code, err, rows: JSON.parse(out) as Row[] };
}

function brief(rows: Row[]) {
  return rows.map(
    row =>
      `${row.document} ${row.ref.kind}/${row.ref.name} ${row.health.status} ${row.health.reason}`,
  );
}

describe('assess: exit codes', () => {
  const folder = folderOf({
    'synced.yaml': SYNCED,
    'never.yaml': NEVER_SYNCED,
    'broken.yaml': 'a: [1\n',
    'binary.yaml': new Uint8Array([0xc3, 0x28, 0x00]),
  });
  it.each([
    [0, ['synced.yaml']],
    [1, ['never.yaml']],
    [1, ['synced.yaml', 'never.yaml']],
    [2, ['broken.yaml']],
    [2, ['never.yaml', 'broken.yaml']],
    [2, ['binary.yaml']],
    [2, ['nowhere.yaml', 'synced.yaml']],
  ])('is %i for %j', async (code, files) => {
    const result = await assessed(files.map(file => path.join(folder, file)));
    expect(result.code).toBe(code);
  });

  it.each(['broken.yaml', 'binary.yaml', 'nowhere.yaml'])(
    'names %s, which it cannot read',
    async file => {
      const { err } = await assessed([path.join(folder, file)]);
      expect(err).toContain(`Could not read ${path.join(folder, file)}: `);
    },
  );

  it('goes on after what it cannot read', async () => {
    const { rows, err } = await assessed([folder]);
    expect(rows.map(row => row.health.status).sort()).toEqual([
      'failed',
      'healthy',
      'unknown',
    ]);
    expect(err).toContain('binary.yaml: it is not text in UTF-8');
    expect(err).toMatch(/broken\.yaml: .*line \d/);
  });

  it.each([
    [['--at', 'yesterday']],
    [['--json', '--sarif', 'a.yaml']],
    [['--kube-context', 'x']],
    [['--kubeconfig', 'x', 'a.yaml']],
    [['--nonsense']],
    [['--context', '/nowhere.json', 'a.yaml']],
    [[]],
  ])('is 2 for the wrong use %j, and says what is wrong', async args => {
    const { code, out, err } = await runCommand(['assess', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('socle assess --help');
  });

  it('explains itself', async () => {
    expect(await runCommand(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await runCommand(['assess', '--help'])).out).toContain(
      '--kubeconfig',
    );
    expect((await runCommand(['asess'])).err).toContain(
      'There is no command "asess"',
    );
    expect((await runCommand([])).code).toBe(2);
  });
});

describe('assess: what it reads', () => {
  it('reads standard input, by itself and beside files', async () => {
    const folder = folderOf({ 'a.yaml': SYNCED });
    expect(brief((await assessed([], NEVER_SYNCED)).rows)).toEqual([
      '0 ExternalSecret/never failed ExternalSecretNeverSynced',
    ]);
    const both = await assessed(
      [path.join(folder, 'a.yaml'), '-'],
      NEVER_SYNCED,
    );
    expect(both.rows.map(row => path.basename(row.file))).toEqual([
      'a.yaml',
      '-',
    ]);
  });

  it('does not take an empty pipe for an empty list', async () => {
    expect(await assessed([], '')).toMatchObject({
      code: 2,
      rows: [],
      err: expect.stringContaining('standard input is empty'),
    });
    expect(
      await assessed([], '{"apiVersion":"v1","kind":"List","items":[]}'),
    ).toMatchObject({ code: 0, rows: [] });
  });

  it('counts documents without those of comments only, and names a broken one without losing the others', async () => {
    const text = [
      '# top',
      SYNCED,
      '# nothing here',
      'kind: ExternalSecret\nmetadata:\n  name: torn\n  namespace: shop\nspec: {',
      NEVER_SYNCED,
    ].join('\n---\n');
    const { rows, code } = await assessed([], text);
    expect(brief(rows)).toEqual([
      '0 ExternalSecret/synced healthy ExternalSecretSynced',
      '1 ExternalSecret/torn unknown Unreadable',
      '2 ExternalSecret/never failed ExternalSecretNeverSynced',
    ]);
    expect(code).toBe(2);
  });

  it("lists the items of a list under the list's document, also where they do not name their kind", async () => {
    const items = (names: string[]) =>
      names.map(name => ({ metadata: { name, namespace: 'shop' }, spec: {} }));
    const list = JSON.stringify({
      apiVersion: 'v1',
      kind: 'ServiceAccountList',
      items: items(['a', 'b']),
    });
    expect(brief((await assessed([], `${list}\n---\n${SYNCED}`)).rows)).toEqual(
      [
        '0 ServiceAccount/a unknown NoState',
        '0 ServiceAccount/b unknown NoState',
        '1 ExternalSecret/synced healthy ExternalSecretSynced',
      ],
    );
  });

  it('lists a recorded HTTP answer by its path, without a guess', async () => {
    const answer =
      'request: GET https://bao:8200/v1/sys/health?x=1\nhttpStatus: 429\nbody: {"sealed": false}\n';
    const { rows } = await assessed([], answer);
    expect(rows[0]).toMatchObject({
      document: 0,
      ref: { kind: 'HttpAnswer', name: '/v1/sys/health?x=1' },
      health: { status: 'unknown', reason: 'NotModelled' },
      facts: { httpStatus: 429 },
    });
  });

  it('says of a kind without rules that it has none, and of other YAML that it is no object', async () => {
    const { rows, err, code } = await assessed(
      [],
      'apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: w }\n---\nreplicas: 3\n',
    );
    expect(brief(rows)).toEqual(['0 Widget/w unknown NotModelled']);
    expect(err).toContain('1 document is no Kubernetes object');
    expect(code).toBe(0);
  });

  it.each([
    [
      'metadata that is text',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: here\n',
    ],
    ['no apiVersion', 'kind: ServiceAccount\nmetadata: { name: a }\n'],
    ['no kind', 'apiVersion: v1\nmetadata: { name: a }\n'],
    ['an item that is no object', 'apiVersion: v1\nkind: List\nitems: [1]\n'],
    [
      'the same key twice',
      'apiVersion: v1\nkind: ServiceAccount\nkind: Pod\nmetadata: { name: a }\n',
    ],
    [
      'a tag that is not known',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: !!js/function "x"\n',
    ],
  ])('calls an object with %s unreadable', async (_title, text) => {
    const { rows, code } = await assessed([], text);
    expect(rows.map(row => row.health.reason)).toEqual(['Unreadable']);
    expect(code).toBe(2);
  });

  it('reads UTF-16 as PowerShell writes it, and a byte order mark', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(SYNCED, 'utf16le'),
    ]);
    expect((await assessed([], utf16)).rows[0].health.status).toBe('healthy');
    expect((await assessed([], `\ufeff${SYNCED}`)).rows[0].health.status).toBe(
      'healthy',
    );
  });

  it('never shows a value of a Secret', async () => {
    const text =
      'apiVersion: v1\nkind: Secret\nmetadata: { name: s, annotations: { last: hunter2 } }\ndata: { password: aHVudGVyMg== }\nstringData: { user: hunter2 }\n';
    for (const format of [[], ['--json'], ['--sarif']]) {
      const { out, err } = await runCommand(['assess', ...format], text);
      expect(out + err).not.toMatch(/hunter2|aHVudGVyMg/);
    }
    expect((await assessed([], text)).rows[0].facts.keys).toEqual([
      'password',
      'user',
    ]);
  });
});

describe('assess: what belongs together', () => {
  const stale = {
    ready: 'True' as const,
    reason: 'SecretSynced',
    refreshed: '2026-09-15T11:50:00Z',
  };

  it('judges the files of one call together', async () => {
    const folder = folderOf({
      'a/es.yaml': SYNCED,
      'b/store.yml': BROKEN_STORE,
      'b/notes.txt': 'no',
    });
    expect(brief((await assessed([folder])).rows)).toEqual([
      '0 ExternalSecret/synced degraded ExternalSecretStoreUnusable',
      '0 ClusterSecretStore/bao failed ClusterSecretStoreUnusable',
    ]);
  });

  it('keeps every state of an object that several files or documents show', async () => {
    const folder = folderOf({
      '1.yaml': externalSecret('one', stale),
      '2.yaml': externalSecret('one', {
        ready: 'False',
        reason: 'SecretSyncedError',
      }),
      '3.yaml': [
        externalSecret('one', { ready: 'True', reason: 'SecretDeleted' }),
        externalSecret('one', stale),
      ].join('---\n'),
    });
    const { rows } = await assessed([folder]);
    expect(rows.map(row => row.health.reason)).toEqual([
      'ExternalSecretSynced',
      'ExternalSecretNeverSynced',
      'ExternalSecretSecretDeleted',
      'ExternalSecretSynced',
    ]);
  });

  it('judges ages by --at, else by now', async () => {
    expect((await assessed([], SYNCED)).rows[0].health.status).toBe('healthy');
    expect(
      (await assessed(['--at', '2026-09-20T00:00:00Z'], SYNCED)).rows[0].health,
    ).toMatchObject({
      status: 'degraded',
      reason: 'ExternalSecretStale',
      flags: ['stale'],
      runbook: 'runbooks/secrets/ExternalSecretStale',
    });
  });
});
