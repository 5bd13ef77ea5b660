import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';

/** Times stay strings, as an API server gives them. */
export const yamlSchema = CORE_SCHEMA;

/** One fixture file: what each of its objects should be found to be. */
export interface FixtureFile {
  /** Time to judge at, where it is not the folder's. */
  at?: string;
  /** Kinds that count as fully listed, so that what is not there is missing. */
  listed?: string[];
  expect: Array<{
    /** `Kind/name` or `Kind/namespace/name`. */
    ref: string;
    health: string;
    reason: string;
    flags?: string[];
  }>;
}

export interface FixtureExpectations {
  at: string;
  files: { [name: string]: FixtureFile };
}

/** Reads `__fixtures__/expected.yaml` of a system's folder. */
export function readFixtures(folder: string): FixtureExpectations {
  return load(
    readFileSync(join(folder, '__fixtures__', 'expected.yaml'), 'utf8'),
    {
      schema: yamlSchema,
    },
  ) as FixtureExpectations;
}
