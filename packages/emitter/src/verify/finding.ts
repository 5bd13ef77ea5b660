/** @public How much a finding weighs: an error does harm, a warning may, a note is worth knowing. */
export type FindingSeverity = 'error' | 'warning' | 'note';

/** @public Something that a repository of GitOps files should have otherwise, where, and how to mend it. */
export interface Finding {
  code: string;
  /** The check it belongs to: 1 to 14. */
  check: number;
  severity: FindingSeverity;
  message: string;
  file: string;
  /** From 1. */
  line: number;
  fix: string;
}

/** @public What a rule looks for. */
export interface RuleDescription {
  code: string;
  check: number;
  title: string;
}
