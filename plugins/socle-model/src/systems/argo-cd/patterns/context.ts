import { isObject, stringsAt } from '../../../reading/raw';

/** @public A local chart as its Chart.yaml tells it. */
export interface ChartContent {
  dependencies?: ReadonlyArray<{
    name?: string;
    version?: string;
    repository?: string;
    alias?: string;
  }>;
}

/** @public What the live object would add to a manifest from Git. */
export interface PatternStatus {
  /** Helm, Kustomize, Directory or Plugin, of a single source. */
  sourceType?: string;
  /** The same, one for each source; empty for a source that only gives values. */
  sourceTypes?: readonly string[];
  /** Kinds of the objects that are rendered. */
  resourceKinds?: readonly string[];
  /** The types were worked out from Argo CD's rules, not observed. */
  derived?: boolean;
}

/**
 * What a reader of the repository, or the live object, knows of an Application beside its own text.
 * All of it is optional; what is missing counts as not known.
 * @public
 */
export interface PatternContext {
  /** URLs, in any spelling, that are the GitOps repository. */
  gitopsRepos?: readonly string[];
  /** File names below a source path: by repository URL, then path. Names in sub-folders carry their folder. */
  repoContent?: Readonly<
    Record<string, Readonly<Record<string, readonly string[]>>>
  >;
  /** Chart.yaml files that were read, by the path of their folder. */
  charts?: Readonly<Record<string, ChartContent>>;
  status?: PatternStatus;
  /** What differs for one file, by its path relative to the context. */
  perFile?: Readonly<Record<string, PatternContext>>;
  /** What differs for one Application of a file. */
  perDocument?: ReadonlyArray<
    PatternContext & { name?: string; index?: number }
  >;
}

/**
 * The part of a context that holds for one document: what is stated for its file or its name wins over the rest.
 * @public
 */
export function contextFor(
  context: PatternContext | undefined,
  document: { file?: string; index?: number; name?: string },
): PatternContext | undefined {
  if (!isObject(context)) {
    return undefined;
  }
  const { perFile, perDocument, ...shared } = context as PatternContext;
  const inFile = contextFor(ofFile(perFile, document.file), document);
  const inDocument = Array.isArray(perDocument)
    ? perDocument.find(
        one =>
          isObject(one) &&
          (one.name !== undefined
            ? one.name === document.name
            : one.index !== undefined && one.index === document.index),
      )
    : undefined;
  return { ...shared, ...inFile, ...inDocument };
}

/** The longest key that the file's path ends with: a path may be given from further up than the context's folder. */
function ofFile(
  perFile: PatternContext['perFile'],
  file: string | undefined,
): PatternContext | undefined {
  if (!isObject(perFile) || file === undefined) {
    return undefined;
  }
  const path = `/${file.replace(/\\/g, '/').replace(/^(\.?\/)+/, '')}`;
  const key = Object.keys(perFile)
    .filter(one => path.endsWith(`/${folder(one)}`))
    .sort((a, b) => b.length - a.length)[0];
  return key === undefined ? undefined : (perFile[key] as PatternContext);
}

/** A path in one spelling: no leading `./` or `/`, no trailing `/`; the root is the empty string. */
export function folder(path: string): string {
  return path
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}

/**
 * A repository URL in one spelling, so that https, ssh and the scp form, with and without `.git`, user or port, are
 * the same; compared without case, as Argo CD does.
 * @public
 */
export function repositoryKey(url: string): string {
  const trimmed = url.trim().toLowerCase();
  const scheme =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]*)(?::\d+)?(.*)$/.exec(trimmed);
  const scp = /^(?:[^@/:]+@)([^/:]+):(.*)$/.exec(trimmed);
  const [, host, path] = scheme ?? scp ?? [undefined, '', trimmed];
  return folder(`${host}/${path}`).replace(/\.git$/, '');
}

/**
 * Whether a repository is the GitOps repository; undefined where that is not known. A placeholder of a template may
 * stand for any.
 */
export function isGitopsRepository(
  context: PatternContext | undefined,
  repoURL: string | undefined,
): boolean | undefined {
  const known = stringsAt(context, 'gitopsRepos').map(repositoryKey);
  if (known.length === 0 || repoURL === undefined) {
    return undefined;
  }
  if (known.includes(repositoryKey(repoURL))) {
    return true;
  }
  return repoURL.includes('{{') ? undefined : false;
}

/** File names below a path, relative to it; undefined where the folder was not read. An empty one cannot be in Git. */
export function filesBelow(
  context: PatternContext | undefined,
  repoURL: string | undefined,
  path: string,
): string[] | undefined {
  const contents = context?.repoContent;
  if (!isObject(contents) || repoURL === undefined) {
    return undefined;
  }
  const wanted = folder(path);
  const found = new Set<string>();
  for (const [url, folders] of Object.entries(contents)) {
    if (repositoryKey(url) !== repositoryKey(repoURL) || !isObject(folders)) {
      continue;
    }
    for (const at of Object.keys(folders)) {
      for (const file of stringsAt(folders, at)) {
        const full = folder(`${at}/${file}`);
        if (wanted === '' && folder(at) === '') {
          found.add(full);
        } else if (wanted !== '' && full.startsWith(`${wanted}/`)) {
          found.add(full.slice(wanted.length + 1));
        }
      }
    }
  }
  return found.size > 0 ? [...found] : undefined;
}

/** The Chart.yaml of a folder; undefined where it was not read. */
export function chartAt(
  context: PatternContext | undefined,
  path: string,
): ChartContent | undefined {
  const charts = context?.charts;
  if (!isObject(charts)) {
    return undefined;
  }
  const key = Object.keys(charts).find(one => folder(one) === folder(path));
  const chart = key === undefined ? undefined : charts[key];
  return isObject(chart) ? (chart as ChartContent) : undefined;
}
