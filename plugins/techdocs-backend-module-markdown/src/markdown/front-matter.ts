import { load } from 'js-yaml';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** What stands between the `---` lines at the top of a page, and the Markdown after it. */
export interface SplitPage {
  title?: string;
  body: string;
}

/** A block that is no YAML mapping is part of the text, as for mkdocs. */
export function splitFrontMatter(source: string): SplitPage {
  const match = FRONT_MATTER.exec(source);
  if (!match || match.index !== 0) {
    return { body: source.replace(/^\uFEFF/, '') };
  }
  const meta = mappingIn(match[1]);
  if (!meta) {
    return { body: source };
  }
  return {
    ...(typeof meta.title === 'string' && meta.title.trim()
      ? { title: meta.title.trim() }
      : {}),
    body: source.slice(match[0].length),
  };
}

function mappingIn(yaml: string): Record<string, unknown> | undefined {
  try {
    const value = load(yaml);
    return value && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
