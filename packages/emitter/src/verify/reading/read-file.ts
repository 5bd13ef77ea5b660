import { CORE_SCHEMA, loadAll, Type, YAMLException } from 'js-yaml';
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
/** Aliases of aliases make of a few lines more than fits into memory. */
const MAX_NODES = 500_000;

/** A tag of some other tool's own, as sites and pipelines beside the manifests have them: its value is taken as it is. */
function anyTag(prefix: string, kind: 'scalar' | 'sequence' | 'mapping') {
  return new Type(prefix, {
    kind,
    multi: true,
    construct: (data: unknown) => data ?? '',
  });
}

/** As Kubernetes reads YAML: `<<` takes over another map. */
export const MANIFEST_SCHEMA = CORE_SCHEMA.extend({
  explicit: ['!', 'tag:'].flatMap(prefix =>
    (['scalar', 'sequence', 'mapping'] as const).map(kind =>
      anyTag(prefix, kind),
    ),
  ),
  implicit: [
    new Type('tag:yaml.org,2002:merge', {
      kind: 'scalar',
      resolve: (data: unknown) => data === '<<' || data === null,
    }),
  ],
});

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
      { schema: MANIFEST_SCHEMA, json: template },
    );
    if (/&[^\s]/.test(text) && isTooLarge(file.documents)) {
      file.documents = [];
      file.problem = { message: 'Its aliases expand too far.', line: 1 };
    }
  } catch (error) {
    file.documents = [];
    file.problem = problemOf(error);
  }
  return file;
}

function isTooLarge(documents: readonly ReadDocument[]): boolean {
  let left = MAX_NODES;
  const count = (at: unknown): void => {
    left -= 1;
    if (left > 0 && typeof at === 'object' && at !== null) {
      Object.values(at).forEach(count);
    }
  };
  documents.forEach(({ value }) => count(value));
  return left <= 0;
}

/** Charts have templates, and skeletons; elsewhere braces are texts, such as those of an ApplicationSet. */
function mayBeTemplate(path: string, text: string): boolean {
  return (
    /(^|\/)templates\//.test(path) ||
    /^\s*\{\{/m.test(text) ||
    // Of the Scaffolder, or of a pipeline.
    text.includes('${{') ||
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
export function lineIn({ file, index }: ReadDocument, path: Path): number {
  return locatorIn(file).line(index, path);
}

/** Whether the text at a place in the document has no quotes. */
export function isPlainIn({ file, index }: ReadDocument, path: Path): boolean {
  return locatorIn(file).isPlain(index, path);
}

function locatorIn(file: ReadFile): Locator {
  file.locator ??= locatorOf(file.text);
  return file.locator;
}
