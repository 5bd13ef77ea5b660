import { stringify } from 'yaml';

/** A Kubernetes object that is about to be written. Its keys are written in their order. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
  };
  [key: string]: unknown;
}

/**
 * The text of a document. Strings that YAML 1.1 or 1.2 would read as something else are quoted, since Kubernetes and
 * Argo CD do not read by the same version; nothing is folded, aliased or sorted, so that the same value always gives
 * the same bytes.
 */
export function yamlText(value: unknown, comment?: string): string {
  const body = stringify(value, {
    version: '1.2',
    schema: 'core',
    compat: 'yaml-1.1',
    lineWidth: 0,
    aliasDuplicateObjects: false,
    singleQuote: true,
  });
  return comment === undefined ? body : `${commentText(comment)}${body}`;
}

/** Lines of text as comments; a line break in it cannot end the comment. */
export function commentText(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(line => `# ${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}

/** An object without the fields that are not set. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as T;
}

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';

/** The annotations that tell Argo CD when to apply an object, and how. A wave is a string: a number is rejected. */
export function syncAnnotations(
  wave: number | undefined,
  options: readonly string[] = [],
): Record<string, string> | undefined {
  const annotations = {
    ...(wave === undefined ? {} : { [WAVE]: String(wave) }),
    ...(options.length === 0 ? {} : { [OPTIONS]: options.join(',') }),
  };
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}
