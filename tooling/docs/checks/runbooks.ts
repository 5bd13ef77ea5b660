import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '.';
import { RunbookReason, runbookPath } from '../pages/reason';

const RUNBOOKS = 'docs/runbooks';
const SECTIONS = [
  'What it means',
  'How to confirm',
  'How to fix',
  'How to prevent',
];
/** Commands that confirm something only read; asking whether one may write (`auth can-i`) is no writing. */
const WRITES =
  /\bkubectl\b(?!\s+auth\b)[^\n|]*?\s(?:delete|apply|create|edit|patch|replace|scale|annotate|label|taint|drain|cordon|uncordon|rollout (?:restart|undo))\b/;

/** Reasons without a runbook, runbooks without a reason, and runbooks that are not as they should be. */
export function runbookProblems(
  root: string,
  reasons: readonly RunbookReason[],
): Problem[] {
  const wanted = new Set(
    reasons.map(reason => `docs/${runbookPath(reason.area, reason)}`),
  );
  const there = filesOf(root);
  const missing = [...wanted]
    .filter(file => !there.includes(file))
    .map(file => ({ file, message: 'a reason needs this runbook' }));
  const needless = there
    .filter(file => !wanted.has(file))
    .map(file => ({ file, message: 'no reason of the model leads here' }));
  const texts = new Map(
    there.map(file => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
  return [
    ...missing,
    ...needless,
    ...[...texts].flatMap(([file, text]) =>
      formProblems(file, text).map(message => ({ file, message })),
    ),
    ...unquotedEvidence(texts, reasons),
    ...sharedFixes(texts),
  ];
}

function filesOf(root: string): string[] {
  const folder = path.join(root, RUNBOOKS);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(area =>
      readdirSync(path.join(folder, area.name))
        .filter(name => name.endsWith('.md'))
        .map(name => `${RUNBOOKS}/${area.name}/${name}`),
    )
    .sort();
}

function formProblems(file: string, text: string): string[] {
  const code = path.basename(file, '.md');
  const titled = text.startsWith(`# ${code}\n`);
  const empty = SECTIONS.filter(title => !sectionOf(text, title));
  return [
    ...(titled ? [] : [`its title should be ${code}`]),
    ...empty.map(title => `has no section "${title}"`),
    ...(WRITES.test(sectionOf(text, 'How to confirm') ?? '')
      ? ['confirms with a command that writes']
      : []),
  ];
}

/** A reader must recognise the field that the page showed; evidence in words is not looked for. */
function unquotedEvidence(
  texts: Map<string, string>,
  reasons: readonly RunbookReason[],
): Problem[] {
  return reasons.flatMap(reason => {
    const file = `docs/${runbookPath(reason.area, reason)}`;
    const text = texts.get(file);
    const field = fieldOf(reason.evidence);
    return text === undefined || field === undefined || text.includes(field)
      ? []
      : [{ file, message: `does not quote its evidence ${reason.evidence}` }];
  });
}

/** The last name of a path: `Ready` of `status.conditions[type=Ready]`; undefined for a sentence. */
export function fieldOf(evidence: string): string | undefined {
  return /\s/.test(evidence) ? undefined : evidence.match(/[\w-]+/g)?.pop();
}

function sharedFixes(texts: Map<string, string>): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [file, text] of texts) {
    const fix = sectionOf(text, 'How to fix')?.replace(/\s+/g, ' ');
    if (fix === undefined) continue;
    const other = first.get(fix);
    if (other) {
      problems.push({ file, message: `has the same fix as ${other}` });
    } else {
      first.set(fix, file);
    }
  }
  return problems;
}

/** The text below a heading, up to the next of its level; undefined where there is none. */
export function sectionOf(text: string, title: string): string | undefined {
  const section = text
    .split(/^## /m)
    .find(part => part.startsWith(`${title}\n`));
  return section?.slice(title.length).trim() || undefined;
}
