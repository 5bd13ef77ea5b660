import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import { isObject, RawObject } from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { Locator, locatorOf } from './lines';
import { isTemplate, maskTemplate } from './templates';

/** One document of a file. */
export interface ReadDocument {
  file: ReadFile;
  index: number;
  value: RawObject;
}

/** A file as it was read. */
export interface ReadFile {
  path: string;
  text: string;
  documents: ReadDocument[];
  /** It is a Helm template: its texts may be placeholders. */
  template: boolean;
  /** Parts of it come and go by conditions. */
  blocks: boolean;
  /** Why it could not be read. */
  problem?: { message: string; line: number };
  /** Made when the first line of it is asked for. */
  locator?: Locator;
}

const MAX_CHARACTERS = 5_000_000;

/** Reads a file of YAML or JSON. Never throws: what is broken is said in `problem`. */
export function readFile(path: string, given: string): ReadFile {
  const template = isTemplate(given) && mayBeTemplate(path, given);
  const { text, blocks } = template
    ? maskTemplate(given)
    : { text: given, blocks: false };
  const file: ReadFile = { path, text, documents: [], template, blocks };
  if (given.length > MAX_CHARACTERS) {
    file.problem = { message: 'The file is too large to read.', line: 1 };
    return file;
  }
  try {
    loadAll(
      text,
      value => {
        const index = file.documents.length;
        file.documents.push({
          file,
          index,
          value: isObject(value) ? value : {},
        });
      },
      { schema: CORE_SCHEMA, json: template },
    );
  } catch (error) {
    file.documents = [];
    file.problem = problemOf(error);
  }
  return file;
}

/** Only a chart has templates; elsewhere braces are texts, such as those of an ApplicationSet. */
function mayBeTemplate(path: string, text: string): boolean {
  return (
    /(^|\/)templates\//.test(path) ||
    /^\s*\{\{/m.test(text) ||
    /:\s*\{\{/.test(text)
  );
}

function problemOf(error: unknown): { message: string; line: number } {
  if (error instanceof YAMLException) {
    const mark = error.mark as { line?: number } | undefined;
    return {
      message: `${error.reason.replace(/\.$/, '')}.`,
      line: (mark?.line ?? 0) + 1,
    };
  }
  return { message: 'It cannot be read.', line: 1 };
}

/** The line of a place in a document. */
export function lineIn(document: ReadDocument, path: Path): number {
  const { file, index } = document;
  file.locator ??= locatorOf(file.text);
  return file.locator(index, path);
}
