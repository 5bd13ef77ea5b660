import { folderOf, runCommand } from '../__testing__/run-command';

const APPLICATION = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: workloads
  source:
    repoURL: https://git.example.org/acme/gitops.git
    targetRevision: main
    path: apps/shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`;

const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata:
  name: shop
  namespace: shop
data:
  ADMIN_PASSWORD: hunter2hunter2
`;

const files = {
  '.git/config':
    '[remote "origin"]\n  url = git@git.example.org:acme/gitops.git\n',
  'apps/shop/application.yaml': APPLICATION,
  'apps/shop/config.yaml': CONFIG,
};

describe('verify-repo', () => {
  it('says the file, the line and the fix', async () => {
    const { code, out } = await runCommand(['verify-repo', folderOf(files)]);
    expect(code).toBe(1);
    expect(out).toContain(
      'apps/shop/application.yaml:11: error ApplicationNotExcluded',
    );
    expect(out).toContain('directory: { exclude: application.yaml }');
    expect(out).toContain('apps/shop/config.yaml:7: error LiteralSecret');
    expect(out).not.toContain('hunter2');
    expect(out).toMatch(/2 files: 2 errors, 0 warnings, 0 notes\.\n$/);
  });

  it('gives JSON and nothing else', async () => {
    const { out } = await runCommand([
      'verify-repo',
      folderOf(files),
      '--json',
    ]);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ code: 'ApplicationNotExcluded', line: 11 }),
      expect.objectContaining({ code: 'LiteralSecret', line: 7 }),
    ]);
  });

  it('gives SARIF with a rule for every result', async () => {
    const { out } = await runCommand([
      'verify-repo',
      folderOf(files),
      '--sarif',
    ]);
    const [run] = JSON.parse(out).runs;
    expect(run.results).toHaveLength(2);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(physicalLocation.artifactLocation.uri).toMatch(/^apps\/shop\//);
    }
  });

  it('reads on after a broken file, and says so', async () => {
    const folder = folderOf({
      ...files,
      'apps/shop/broken.yaml': 'a: [1\nb: 2\n',
    });
    const { code, out } = await runCommand(['verify-repo', folder]);
    expect(code).toBe(2);
    expect(out).toMatch(/broken\.yaml:2: error Unreadable/);
    expect(out).toContain('LiteralSecret');
  });

  it('takes conventions from a file', async () => {
    const folder = folderOf({
      'conventions.yaml': 'images: { rewrite: manifest }\n',
      'repo/deployment.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec:\n  containers:\n    - name: shop\n      image: nginx:1.27.3\n',
    });
    const { out } = await runCommand([
      'verify-repo',
      `${folder}/repo`,
      '--conventions',
      `${folder}/conventions.yaml`,
    ]);
    expect(out).toContain('deployment.yaml:7: warning ImageNameMixed');
    expect(out).toContain('/proxy-dockerhub/library/nginx:1.27.3');
  });

  it.each([
    [['verify-repo'], 'Give one folder.'],
    [['verify-repo', 'a', 'b'], 'Give one folder.'],
    [['verify-repo', '.', '--expect', 'E'], '--expect takes A, B, C or D.'],
    [['verify-repo', '/nowhere/at/all'], 'is no folder'],
    [['verify-repo', '.', '--json', '--sarif'], 'exclude each other'],
  ])('refuses %j', async (args, says) => {
    const { code, err } = await runCommand(args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
