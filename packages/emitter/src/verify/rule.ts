import { Path } from '../literals/find-literals';
import { Finding, FindingSeverity, RuleDescription } from './finding';
import { lineIn, ReadDocument } from './reading/read-file';
import { Repository } from './reading/repository';

/** Something found, at a place in a document. */
export interface Found {
  document: ReadDocument;
  at: Path;
  message: string;
  fix: string;
  severity?: FindingSeverity;
}

/** One check. */
export interface Rule extends RuleDescription {
  severity: FindingSeverity;
  find(repository: Repository): Found[];
}

/** A finding with its line, which is only looked for now. */
export function located(rule: Rule, found: Found): Finding {
  return {
    code: rule.code,
    check: rule.check,
    severity: found.severity ?? rule.severity,
    message: found.message,
    file: found.document.file.path,
    line: lineIn(found.document, found.at),
    fix: found.fix,
  };
}

/** How an object is called in a message. */
export function titleOf({ value }: ReadDocument): string {
  const metadata = value.metadata as { name?: unknown } | undefined;
  return `${String(value.kind)} ${
    typeof metadata?.name === 'string' ? metadata.name : '(without a name)'
  }`;
}
