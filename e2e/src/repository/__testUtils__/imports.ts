import path from 'node:path';

const STATEMENTS = [
  /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\b(?:import|require|require\.resolve)\(\s*['"]([^'"]+)['"]/g,
];

/** What a source file imports, re-exports, requires or loads later, as it is written. */
export function importsOf(text: string): string[] {
  const source = withoutComments(text);
  return STATEMENTS.flatMap(statement =>
    [...source.matchAll(statement)].map(([, specifier]) => specifier),
  );
}

/** The code alone; quoted text keeps what looks like a comment. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, quoted?: string) => quoted ?? ' ',
  );
}

/** Path below the root that a relative import leads to; undefined for packages. */
export function relativeTarget(
  from: string,
  specifier: string,
): string | undefined {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), specifier)
    : undefined;
}
