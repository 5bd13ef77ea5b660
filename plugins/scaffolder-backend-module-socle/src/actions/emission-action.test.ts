import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { EmitKind, emitKinds } from '@socle/emitter';
import { answers } from '../__testUtils__/answers';
import { platformOf, repositoryOf } from '../__testUtils__/platform';
import {
  filesIn,
  Run,
  runAction,
  workspace,
} from '../__testUtils__/run-action';
import { createEmissionAction } from './emission-action';

const permitted = mockServices.permissions.mock({
  authorize: async () => [{ result: AuthorizeResult.ALLOW }],
});

interface Setting {
  files?: Record<string, string>;
  unread?: boolean;
  permissions?: typeof permitted;
  workspacePath?: string;
  isDryRun?: boolean;
  conventions?: JsonObject;
}

function run(
  kind: EmitKind,
  input: JsonObject,
  {
    files = {},
    unread,
    permissions = permitted,
    conventions,
    ...rest
  }: Setting = {},
): Promise<Run> {
  const action = createEmissionAction(kind, {
    permissions,
    platform: platformOf(conventions),
    repository: repositoryOf(unread ? undefined : files),
  });
  return runAction(action, input, rest);
}

it('has answers for every kind', () => {
  expect(Object.keys(answers).sort()).toEqual([...emitKinds].sort());
});

describe.each(emitKinds)('socle:%s', kind => {
  it('writes files, lists them and says what happens', async () => {
    const { error, output, workspace: folder } = await run(kind, answers[kind]);
    expect(error).toBeUndefined();
    const listed = output.files as Array<{ path: string; why: string }>;
    expect(listed.map(({ path }) => path).sort()).toEqual(
      Object.keys(await filesIn(folder)).sort(),
    );
    expect(listed.every(({ why }) => why.length > 0)).toBe(true);
    expect(output.emission).toEqual({ files: listed, order: output.order });
  });

  it('writes the same a second time, also where the repository has it', async () => {
    const workspacePath = await workspace();
    await run(kind, answers[kind], { workspacePath });
    const once = await filesIn(workspacePath);
    const again = await run(kind, answers[kind], {
      workspacePath,
      files: once,
    });
    expect(again.error).toBeUndefined();
    expect(await filesIn(workspacePath)).toEqual(once);
  });

  it('only reads in a dry run, and shows its files in the workspace of the dry run', async () => {
    const {
      error,
      output,
      workspace: folder,
    } = await run(kind, answers[kind], { isDryRun: true });
    expect(error).toBeUndefined();
    expect(Object.keys(await filesIn(folder)).sort()).toEqual(
      (output.files as Array<{ path: string }>).map(({ path }) => path).sort(),
    );
  });

  it('writes nothing where the repository cannot be read', async () => {
    const {
      error,
      output,
      workspace: folder,
    } = await run(kind, answers[kind], { unread: true });
    expect(error?.message).toMatch(/could not be read/);
    expect(await filesIn(folder)).toEqual({});
    expect(output).toEqual({});
  });

  it('is refused to who may not', async () => {
    const { error, workspace: folder } = await run(kind, answers[kind], {
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result: AuthorizeResult.DENY }],
      }),
    });
    expect(error?.name).toBe('NotAllowedError');
    expect(await filesIn(folder)).toEqual({});
  });
});

const TYPED = 'Tr0mbone-Staple-77';

describe('refusals', () => {
  const chart = answers['app:helm-configs'];
  const raw = answers['app:raw-manifests'];
  const workload = raw.workload as JsonObject;

  it.each<[string, EmitKind, JsonObject, string]>([
    [
      'a name with a slash',
      'app:helm-configs',
      { ...chart, name: '../x' },
      'name',
    ],
    [
      'a name of the platform',
      'app:helm-configs',
      { ...chart, name: 'argocd' },
      'name',
    ],
    [
      'a range of versions',
      'app:helm-configs',
      {
        ...chart,
        chart: { ...(chart.chart as JsonObject), version: '^2.0.0' },
      },
      'chart.version',
    ],
    [
      'a password in the values',
      'app:helm-configs',
      { ...chart, values: { db: { password: TYPED } } },
      'values.db.password',
    ],
    [
      'a password in a text',
      'app:helm-inline',
      {
        ...answers['app:helm-inline'],
        values: { config: `user: a\npassword: ${TYPED}\n` },
      },
      'values.config',
    ],
    [
      'a password as a variable',
      'app:raw-manifests',
      {
        ...raw,
        workload: { ...workload, env: [{ name: 'DB_PASSWORD', value: TYPED }] },
      },
      'workload.env',
    ],
    [
      'a password as an argument',
      'app:raw-manifests',
      { ...raw, workload: { ...workload, args: [`--password=${TYPED}`] } },
      'workload.args',
    ],
    [
      'a field that is unknown',
      'vault:path',
      { ...answers['vault:path'], value: TYPED },
      'value',
    ],
    [
      'a key with its value',
      'external-secret',
      {
        ...answers['external-secret'],
        keys: [{ key: 'password', value: TYPED }],
      },
      'keys',
    ],
    [
      'a value for a key',
      'vault:path',
      { ...answers['vault:path'], keys: [`password=${TYPED}`] },
      'keys',
    ],
    [
      'a foreign domain',
      'http-route',
      { ...answers['http-route'], host: 'lantern.example.com' },
      'host',
    ],
    [
      'an app that is not there',
      'external-secret',
      { app: 'nobody', purpose: 'mail', keys: ['a'] },
      'app',
    ],
  ])(
    '%s: names the field, repeats no answer and writes nothing',
    async (_, kind, input, field) => {
      const result = await run(kind, input);
      expect(result.error?.message).toContain(field);
      expect(result.error?.message).not.toContain(TYPED);
      expect(result.log).not.toContain(TYPED);
      expect(JSON.stringify(result.output)).not.toContain(TYPED);
      expect(await filesIn(result.workspace)).toEqual({});
    },
  );

  it('a file of the repository that says something else', async () => {
    const files = { 'apps/lantern/application.yaml': 'kind: Other\n' };
    const { error, workspace: folder } = await run('app:helm-configs', chart, {
      files,
    });
    expect(error?.message).toMatch(/name: .*application.yaml is there already/);
    expect(await filesIn(folder)).toEqual({});
  });

  it('a file that another step wrote otherwise', async () => {
    const workspacePath = await workspace();
    await run('volume', answers.volume, { workspacePath });
    const before = await filesIn(workspacePath);
    const { error } = await run(
      'volume',
      { ...answers.volume, size: '20Gi' },
      { workspacePath },
    );
    expect(error?.name).toBe('ConflictError');
    expect(await filesIn(workspacePath)).toEqual(before);
  });

  it('a cluster that is none of those told apart', async () => {
    const conventions = { clusters: { north: {} } };
    const { error } = await run(
      'volume',
      { ...answers.volume, cluster: 'south' },
      { conventions },
    );
    expect(error?.message).toMatch(/cluster: .*One of: north/);
  });
});

describe('what the repository tells', () => {
  it.each([
    'app:helm-configs',
    'app:helm-inline',
    'app:wrapper-chart',
    'app:raw-manifests',
  ] as const)(
    'a Secret goes where an app of %s keeps its companions',
    async kind => {
      const app = { ...answers[kind], namespace: 'lights' };
      const made = await run(kind, app);
      const files = await filesIn(made.workspace);
      const { pattern: _, ...secret } = answers['external-secret'];
      const {
        error,
        output,
        workspace: folder,
      } = await run('external-secret', secret, { files });
      expect(error).toBeUndefined();
      const [{ path }] = output.files as Array<{ path: string }>;
      const companion = Object.keys(files).find(one =>
        one.endsWith('/namespace.yaml'),
      )!;
      expect(path).toBe(companion.replace('namespace', 'external-secret-mail'));
      expect((await filesIn(folder))[path]).toContain('namespace: lights');
    },
  );

  it.each([
    ['path: apps/lantern/manifests', 'apps/lantern/manifests'],
    ['path: /apps/lantern/', 'apps/lantern'],
    ['chart: lantern', 'apps/lantern'],
  ])('a Secret goes beside what an app of "%s" renders', async (source, to) => {
    const files = {
      'apps/lantern/application.yaml': `spec:\n  source:\n    ${source}\n`,
    };
    const { pattern: _, ...secret } = answers['external-secret'];
    const { output } = await run('external-secret', secret, { files });
    expect(output.files).toMatchObject([
      { path: `${to}/external-secret-mail.yaml` },
    ]);
  });

  it('a Secret of a chart in a folder of its own goes among its templates', async () => {
    const files = {
      'apps/lantern/application.yaml':
        'spec:\n  source:\n    path: apps/lantern/chart\n',
      'apps/lantern/chart/Chart.yaml': 'name: lantern\n',
    };
    const { pattern: _, ...secret } = answers['external-secret'];
    const { output } = await run('external-secret', secret, { files });
    expect(output.files).toMatchObject([
      { path: 'apps/lantern/chart/templates/external-secret-mail.yaml' },
    ]);
  });

  it('what a cluster has of its own stands over what all share', async () => {
    const conventions = {
      clusters: { north: { gitops: { appsRoot: 'north' } } },
    };
    const { output } = await run(
      'volume',
      { ...answers.volume, cluster: 'north' },
      { conventions },
    );
    expect(output.files).toMatchObject([
      { path: 'north/lantern/pvc-data.yaml' },
    ]);
  });

  it('a dry run goes on without it, and says so', async () => {
    const { error, log } = await run(
      'app:helm-configs',
      answers['app:helm-configs'],
      { unread: true, isDryRun: true },
    );
    expect(error).toBeUndefined();
    expect(log).toMatch(/was not compared/);
  });
});
