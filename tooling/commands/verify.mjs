import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../launcher/bundle.mjs';
import { root } from '../launcher/places.mjs';
import { run as runProcess } from '../launcher/processes.mjs';
import { say } from '../launcher/says.mjs';
import { workspace } from '../launcher/workspace.mjs';

/** The packages that others install: what is private has no API to report. */
function published() {
  return ['packages', 'plugins'].flatMap(folder =>
    readdirSync(path.join(root, folder))
      .map(name => path.join(folder, name))
      .filter(at => {
        const manifest = path.join(root, at, 'package.json');
        return !JSON.parse(readFileSync(manifest, 'utf8')).private;
      }),
  );
}

const checks = [
  ['types', 'tsc', ['--noEmit', 'false', '--emitDeclarationOnly', '-p', '.']],
  ['lint', 'backstage-cli', ['repo', 'lint', '--max-warnings', '0']],
  ['packages', 'backstage-cli', ['repo', 'fix', '--publish', '--check']],
  ['formatting', 'prettier', ['--check', '.']],
  [
    'API reports',
    'backstage-repo-tools',
    [
      'api-reports',
      ...published(),
      '--ci',
      '-o',
      // A field may be named so well that a sentence would only repeat it.
      'ae-wrong-input-file-type,ae-undocumented',
    ],
  ],
];

/** Exports without a docstring, by what the API reports say of them. */
function undocumented() {
  return published().flatMap(folder =>
    readdirSync(path.join(root, folder))
      .filter(file => /^report.*\.api\.md$/.test(file))
      .flatMap(file => {
        const at = path.join(folder, file);
        const report = readFileSync(path.join(root, at), 'utf8');
        const found = report.matchAll(
          /^\/\/ @(?:public|alpha|beta) \(undocumented\)\n(.*)/gm,
        );
        return [...found].map(match => `${at}: ${match[1]}`);
      }),
  );
}

/** Everything that can be said of the sources without running them. */
export async function run(args) {
  const tools = await workspace();
  const wanted = args.filter(arg => !arg.startsWith('-'));
  const wrong = [];
  for (const [name, command, commandArgs] of checks) {
    if (wanted.length > 0 && !wanted.includes(name.split(' ')[0])) continue;
    say(`• ${name}`);
    const code = await runProcess(command, commandArgs, {
      cwd: root,
      env: tools.env,
    });
    if (code !== 0) wrong.push(name);
  }
  if (wanted.length === 0 || wanted.includes('API')) {
    const silent = undocumented();
    silent.forEach(one => say(`  no sentence says what this is: ${one}`));
    if (silent.length > 0) wrong.push('docstrings');
  }
  if (wanted.length === 0 || wanted.includes('docs')) {
    say('• docs');
    const file = await bundle('verify-docs', path.join('tooling/docs/main.ts'));
    const code = await runProcess(tools.node, [file], {
      cwd: root,
      env: tools.env,
    });
    if (code !== 0) wrong.push('docs');
  }
  say(
    wrong.length === 0 ? 'All checks passed.' : `Failed: ${wrong.join(', ')}`,
  );
  return wrong.length === 0 ? 0 : 1;
}
