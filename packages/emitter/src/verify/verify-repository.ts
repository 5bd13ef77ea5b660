import { classifyApplication } from '@socle/backstage-plugin-socle-model';
import { Conventions } from '../conventions/conventions';
import { defaultConventions } from '../conventions/defaults';
import { Pattern } from '../conventions/layout';
import { Finding, RuleDescription } from './finding';
import { Repository, repositoryOf } from './reading/repository';
import { Tree } from './reading/tree';
import { located } from './rule';
import { rules } from './rules';
import { contextOf } from './rules/pattern';

/** @public How a tree of files is looked at. */
export interface VerifyOptions {
  conventions?: Conventions;
  /** The files are the whole repository: a path that is not among them is missing. */
  root?: boolean;
  /** URLs of the repository, beside the one of the conventions. */
  remotes?: readonly string[];
  /** The pattern that every Application is meant to follow. */
  expect?: Pattern;
}

const UNREADABLE: RuleDescription = {
  code: 'Unreadable',
  check: 13,
  title: 'Files are YAML that can be read, with each key once.',
};

const OTHER_PATTERN: RuleDescription = {
  code: 'PatternDiffers',
  check: 1,
  title: 'An Application follows the pattern that was asked for.',
};

/**
 * What the checks look for.
 * @public
 */
export const verifyRules: readonly RuleDescription[] = [
  UNREADABLE,
  OTHER_PATTERN,
  ...rules.map(({ code, check, title }) => ({ code, check, title })),
];

/**
 * Checks the files of a GitOps repository, or a part of one. Never throws: what cannot be read is a finding, and what is
 * not among the files counts as not known unless they are the whole repository.
 * @public
 */
export function verifyRepository(
  contents: ReadonlyMap<string, string>,
  options: VerifyOptions = {},
): Finding[] {
  const { conventions = defaultConventions, remotes = [] } = options;
  const tree = new Tree(contents, options.root === true);
  const repository = repositoryOf(tree, conventions, remotes);
  const findings = [
    ...unreadable(tree),
    ...otherPattern(repository, options.expect),
    ...rules.flatMap(rule =>
      rule.find(repository).map(found => located(rule, found)),
    ),
  ];
  return findings.sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * A template that cannot be read without Helm is none that is broken, and the settings of editors and the like have
 * comments in their JSON.
 */
function unreadable(tree: Tree): Finding[] {
  return [...tree.files.values()].flatMap(({ path, problem, template }) =>
    problem && !template && !/(^|\/)\.[^/]+\//.test(path)
      ? [
          {
            code: UNREADABLE.code,
            check: UNREADABLE.check,
            severity: 'error' as const,
            message: `The file cannot be read: ${problem.message}`,
            file: path,
            line: problem.line,
            fix: 'Mend the YAML; Argo CD cannot read it either.',
          },
        ]
      : [],
  );
}

function otherPattern(
  repository: Repository,
  expected: Pattern | undefined,
): Finding[] {
  if (!expected) {
    return [];
  }
  return repository.apps.flatMap(app => {
    const { pattern, reason } = classifyApplication(
      app.document.value,
      contextOf(app, repository),
    );
    return pattern === expected
      ? []
      : [
          {
            code: OTHER_PATTERN.code,
            check: OTHER_PATTERN.check,
            severity: 'error' as const,
            message: `${app.name} is pattern ${pattern} (${reason}), not ${expected}.`,
            file: app.document.file.path,
            line: 1,
            fix: `Give it the sources of pattern ${expected}.`,
          },
        ];
  });
}
