import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  Conventions,
  conventionsFrom,
  ConventionsInput,
  Finding,
  verifyRepository,
} from '@socle/emitter';
import { decode } from '../input/decode';
import {
  findFiles,
  holdsObjects,
  messageOf,
  Unread,
} from '../input/find-files';
import { parseYaml } from '../input/parse';
import { CheckoutFinder } from '../repository/checkout';
import { ExitCode, Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { parseVerifyRepoOptions, VERIFY_REPO_HELP } from './options';
import { findingsSarif } from './sarif';

/** `verify-repo`: checks the files of a GitOps repository. */
export async function verifyRepo(
  args: string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = parseVerifyRepoOptions(args);
  if (options.help) {
    terminal.out(VERIFY_REPO_HELP);
    return 0;
  }
  const conventions = await conventionsOf(options.conventions);
  const root = path.resolve(options.folder);
  const { contents, unread } = await readFolder(root);
  const checkout = await new CheckoutFinder().around(path.join(root, 'x'));
  const findings = verifyRepository(contents, {
    conventions,
    expect: options.expect,
    root: checkout?.root === root,
    remotes: checkout?.remotes ?? [],
  });
  if (options.format === 'json') {
    terminal.out(`${JSON.stringify(findings, null, 2)}\n`);
  } else if (options.format === 'sarif') {
    terminal.out(findingsSarif(findings, unread));
  } else {
    terminal.out(report(findings, contents.size));
  }
  unread.forEach(({ file, message }) => terminal.err(`${file}: ${message}\n`));
  if (unread.length > 0 || findings.some(({ code }) => code === 'Unreadable')) {
    return 2;
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The files of a folder, by their path from it, with slashes everywhere. */
async function readFolder(
  root: string,
): Promise<{ contents: Map<string, string>; unread: Unread[] }> {
  const info = await stat(root).catch(() => undefined);
  if (!info?.isDirectory()) {
    throw new UsageError(`${root} is no folder.`);
  }
  // What renders a folder may be told by the name of a file that holds no object.
  const { files, unread } = await findFiles(
    [root],
    name => holdsObjects(name) || /^Kustomization$|\.jsonnet$/.test(name),
  );
  const contents = new Map<string, string>();
  for (const file of files) {
    const relative = path.relative(root, file).split(path.sep).join('/');
    try {
      if (!holdsObjects(file)) {
        contents.set(relative, '');
        continue;
      }
      contents.set(relative, decode(await readFile(file)));
    } catch (error) {
      unread.push({ file: relative, message: messageOf(error) });
    }
  }
  return { contents, unread };
}

async function conventionsOf(file: string | undefined): Promise<Conventions> {
  if (file === undefined) {
    return conventionsFrom();
  }
  try {
    const given = parseYaml(decode(await readFile(file)));
    if (typeof given !== 'object' || given === null) {
      throw new Error('it holds no object');
    }
    return conventionsFrom(given as ConventionsInput);
  } catch (error) {
    throw new UsageError(`${file}: ${messageOf(error)}`);
  }
}

function report(findings: readonly Finding[], files: number): string {
  const lines = findings.map(
    ({ file, line, severity, code, message, fix }) =>
      `${file}:${line}: ${severity} ${code}: ${message}\n    ${fix}\n`,
  );
  const count = (severity: Finding['severity']) =>
    findings.filter(one => one.severity === severity).length;
  return `${lines.join('')}${files} files: ${count('error')} errors, ${count(
    'warning',
  )} warnings, ${count('note')} notes.\n`;
}
