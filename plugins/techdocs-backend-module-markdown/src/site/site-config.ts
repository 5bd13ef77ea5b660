import { InputError } from '@backstage/errors';
import { DEFAULT_SCHEMA, load, Type } from 'js-yaml';
import fs from 'node:fs/promises';
import path from 'node:path';

/** An entry of the navigation, as `nav` of mkdocs.yml writes it. */
export type NavEntry =
  | { title?: string; target: string }
  | { title: string; children: NavEntry[] };

/** What is read of mkdocs.yml. */
export interface SiteConfig {
  /** Undefined where there is no file, or it names none. */
  name?: string;
  description: string;
  /** Below the folder of mkdocs.yml, never outside it. */
  docsDir: string;
  nav?: NavEntry[];
  language: string;
  repoUrl?: string;
  editUri?: string;
  /** Plugins that only mkdocs can run. */
  unknownPlugins: string[];
}

const CONFIG_FILES = ['mkdocs.yaml', 'mkdocs.yml'];
const OWN_PLUGINS = ['techdocs-core', 'search', 'material/search'];

/** Values that only mkdocs understands (`!ENV`, `!!python/name:…`) are read as nothing instead of failing the page. */
const SCHEMA = DEFAULT_SCHEMA.extend(
  (['scalar', 'sequence', 'mapping'] as const).map(
    kind => new Type('', { kind, multi: true, resolve: () => true, construct }),
  ),
);

function construct(): null {
  return null;
}

export async function readConfigFile(
  inputDir: string,
): Promise<{ name: string; content: string } | undefined> {
  for (const name of CONFIG_FILES) {
    const file = path.join(inputDir, name);
    const stat = await fs.lstat(file).catch(() => undefined);
    if (stat?.isSymbolicLink()) {
      throw new InputError(`${name} must not be a symbolic link`);
    }
    if (stat?.isFile()) {
      return { name, content: await fs.readFile(file, 'utf8') };
    }
  }
  return undefined;
}

export function parseSiteConfig(yaml: string): SiteConfig {
  let value: unknown;
  try {
    value = load(yaml, { schema: SCHEMA });
  } catch (error) {
    throw new InputError('mkdocs.yml is not valid YAML', error);
  }
  const raw = isRecord(value) ? value : {};
  const theme = isRecord(raw.theme) ? raw.theme : {};
  const nav = readNav(raw.nav);
  return {
    ...optional('name', text(raw.site_name)),
    description: text(raw.site_description) ?? '',
    docsDir: docsDirOf(text(raw.docs_dir) ?? 'docs'),
    ...(nav.length > 0 ? { nav } : {}),
    language: text(theme.language) ?? 'en',
    ...optional('repoUrl', text(raw.repo_url)),
    ...optional('editUri', text(raw.edit_uri)),
    unknownPlugins: pluginNames(raw.plugins).filter(
      name => !OWN_PLUGINS.includes(name),
    ),
  };
}

/** A folder inside the source; anything else would publish files of the machine. */
function docsDirOf(given: string): string {
  const normal = path.posix.normalize(given.replace(/\\/g, '/'));
  if (
    path.posix.isAbsolute(normal) ||
    path.win32.isAbsolute(given) ||
    normal.split('/').includes('..')
  ) {
    throw new InputError(`docs_dir must be below mkdocs.yml, not ${given}`);
  }
  return normal;
}

function readNav(value: unknown): NavEntry[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.flatMap((entry): NavEntry[] => {
    if (typeof entry === 'string') {
      return [{ target: entry }];
    }
    return isRecord(entry)
      ? Object.entries(entry).flatMap(([title, target]): NavEntry[] => {
          if (typeof target === 'string') {
            return [{ title, target }];
          }
          const children = readNav(target);
          return children.length > 0 ? [{ title, children }] : [];
        })
      : [];
  });
}

function pluginNames(value: unknown): string[] {
  const entries = isRecord(value) ? Object.keys(value) : value;
  return Array.isArray(entries)
    ? entries.flatMap(entry =>
        isRecord(entry) ? Object.keys(entry) : text(entry) ?? [],
      )
    : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function optional<K extends string>(key: K, value: string | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
