import { existsSync } from 'node:fs';
import path from 'node:path';
import { withoutComments } from './__testUtils__/imports';
import { isForTests, root, sourceFiles } from './__testUtils__/source-files';
import { workspaces } from './__testUtils__/workspaces';

const MOST_LINES = 300;
const DRAWERS = /^(?:utils|helpers|types|common)\.(?:[cm]?[jt]sx?)$/;
/** Rooms that serve, start or measure the demo platform; elsewhere it is a cluster like any other. */
const KNOWS_THE_DEMO = /^(?:packages\/simulator|tooling|e2e|bench)\//;

it('has no file that is longer than a person reads at once', () => {
  // A table of cases is read by the row.
  const long = sourceFiles
    .filter(file => !isForTests(file.path))
    .map(file => ({
      path: file.path,
      lines: file.text.replace(/\n$/, '').split('\n').length,
    }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(file => `${file.path}: ${file.lines} lines`);
  expect(long).toEqual([]);
});

it('has no drawer for whatever fits nowhere else', () => {
  const drawers = sourceFiles
    .map(file => file.path)
    .filter(file => DRAWERS.test(path.basename(file)));
  expect(drawers).toEqual([]);
});

it('does nothing else where it runs on the demo platform', () => {
  const branching = sourceFiles
    .filter(file => !KNOWS_THE_DEMO.test(file.path) && !isForTests(file.path))
    .filter(file =>
      /\bdemo\b|\b(?:is|on)Demo|DEMO/.test(withoutComments(file.text)),
    )
    .map(file => file.path);
  expect(branching).toEqual([]);
});

it('switches no lint rule off in a file', () => {
  const off = sourceFiles
    .filter(file => /(?:\/\/|\/\*)\s*eslint-disable/.test(file.text))
    .map(file => file.path);
  expect(off).toEqual([]);
});

it('says of each package what it is for', () => {
  const silent = workspaces
    .map(({ folder }) => `${folder}/README.md`)
    .filter(file => !existsSync(path.join(root, file)));
  expect(silent).toEqual([]);
});
