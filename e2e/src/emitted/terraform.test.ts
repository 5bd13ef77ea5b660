import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from './__testUtils__/rendering';
import { runTool } from './run-tool';
import { spreadOfVaultPaths } from './__testUtils__/spread';
import { findTool, onPath } from './tools';

const off = process.env.SOCLE_KUBERNETES === 'off';
const hclfmt = findTool('hclfmt');
const terraform = off ? undefined : onPath('terraform') ?? onPath('tofu');
const say = (text: string) => process.stderr.write(`${text}\n`);
if (!terraform) say('Neither terraform nor tofu is asked to format.');

jest.setTimeout(60_000);

const files = spreadOfVaultPaths();
let folder: string;
let paths: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socle-terraform-'));
  await writeFiles(
    folder,
    [...files].map(([path, content]) => ({ path, content })),
  );
  paths = [...files.keys()].map(path => join(folder, path));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const broken = {
  'broken.tf': 'resource "a" "b" {\n  c = "${\n}\n',
  'crooked.tf': 'a = 1\nlonger = 2\n',
};

(hclfmt ? it : it.skip)('parses as HCL, and is formatted', async () => {
  const check = (...some: string[]) =>
    runTool(hclfmt!, ['-check', '-require-no-change', ...some]);
  expect(await check(...paths)).toMatchObject({ ok: true });
  await writeFiles(
    folder,
    Object.entries(broken).map(([path, content]) => ({ path, content })),
  );
  for (const path of Object.keys(broken)) {
    expect(await check(join(folder, path))).toMatchObject({ ok: false });
  }
  say(`hclfmt: ${paths.length} files parse and stay as they are.`);
});

(terraform ? it : it.skip)('is stable under terraform fmt', async () => {
  const check = (...some: string[]) =>
    runTool(terraform!, ['fmt', '-check', '-diff', ...some]);
  expect(await check(...paths)).toMatchObject({ ok: true, out: '' });
  const path = 'uneven.tf';
  await writeFiles(folder, [{ path, content: broken['crooked.tf'] }]);
  expect(await check(join(folder, path))).toMatchObject({ ok: false });
  say(`terraform fmt: ${paths.length} files stay as they are.`);
});
