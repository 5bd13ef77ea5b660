/** @public One file, by its path from the root of the repository, and why it is there. */
export interface EmittedFile {
  path: string;
  content: string;
  why: string;
}

/** @public A field whose answer is refused: what is wrong with it, and what is allowed. Never repeats the answer. */
export interface Refusal {
  field: string;
  problem: string;
  allowed: string;
}

/**
 * What answers lead to: files and the order in which things then happen, or refusals and nothing else.
 * @public
 */
export interface Emission {
  files: EmittedFile[];
  order: string[];
  refusals: Refusal[];
}

/** @public Files of the repository that are there already, by path. */
export type ExistingFiles = ReadonlyMap<string, string>;
