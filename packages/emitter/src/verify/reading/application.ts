import {
  booleanAt,
  objectAt,
  objectsAt,
  RawObject,
  repositoryKey,
  stringAt,
  stringsAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { matchesGlob } from './globs';
import { ReadDocument } from './read-file';
import { Tree } from './tree';

/** One source of an Application, with the folder of the tree that it reads, where that is in the tree. */
export interface AppSource {
  /** Where it stands in the document. */
  at: Path;
  raw: RawObject;
  /** Folder of the tree; undefined where it is not in it. */
  folder?: string;
}

/** A values file of an Application. */
export interface ValuesFile {
  at: Path;
  written: string;
  /** The `$name` it begins with. */
  ref?: string;
  /** Its path in the tree; undefined where that cannot be told. */
  path?: string;
}

/** An Application, with what of it lies in the tree. */
export interface App {
  document: ReadDocument;
  name: string;
  namespace: string;
  sources: AppSource[];
  valuesFiles: ValuesFile[];
  /** Objects that its directories and its chart's templates give. */
  objects: ReadDocument[];
  /** All of its Git sources are in the tree, and all their files could be read. */
  complete: boolean;
}

/** `isOwn` says of a URL that it is the repository of the tree; it decides where a path is the root of any. */
export function appOf(
  document: ReadDocument,
  tree: Tree,
  isOwn: (url: string) => boolean = () => true,
): App {
  const { value } = document;
  const sources = sourcesOf(value).map(source => {
    const folder = tree.folderOf(
      stringAt(source.raw, 'chart') ? undefined : stringAt(source.raw, 'path'),
      document.file.path,
      Object.keys(objectAt(source.raw, 'helm')).length > 0
        ? 'chart'
        : 'manifests',
    );
    const elsewhere =
      tree.isRoot &&
      folder === '' &&
      !isOwn(stringAt(source.raw, 'repoURL') ?? '');
    return { ...source, folder: elsewhere ? undefined : folder };
  });
  const git = sources.filter(
    ({ raw }) => !stringAt(raw, 'chart') && stringAt(raw, 'path'),
  );
  const own = git.filter(({ folder }) => folder !== undefined);
  const files = own.flatMap(source => filesOf(source, tree));
  return {
    document,
    name: stringAt(value, 'metadata', 'name') ?? '',
    namespace: stringAt(value, 'spec', 'destination', 'namespace') ?? '',
    sources,
    valuesFiles: valuesFilesOf(sources, tree),
    objects: files.flatMap(path =>
      (tree.files.get(path)?.documents ?? []).filter(isManifest),
    ),
    complete:
      git.length > 0 &&
      own.length > 0 &&
      git.every(
        ({ raw, folder }) =>
          folder !== undefined || isForeign(raw, own, document),
      ) &&
      own.every(source => isPlain(source, tree)) &&
      files.every(path => {
        const file = tree.files.get(path);
        return !file?.problem && !file?.blocks;
      }),
  };
}

/** A chart in another repository than the one that the rest comes from. */
function isForeign(
  raw: RawObject,
  own: readonly AppSource[],
  { value }: ReadDocument,
): boolean {
  const url = stringAt(raw, 'repoURL');
  const refs = sourcesOf(value).filter(one => stringAt(one.raw, 'ref'));
  return [...own, ...refs].every(
    one =>
      repositoryKey(stringAt(one.raw, 'repoURL') ?? '') !==
      repositoryKey(url ?? ''),
  );
}

export function sourcesOf(
  value: RawObject,
): Array<{ at: Path; raw: RawObject }> {
  const many = objectsAt(value, 'spec', 'sources');
  if (many.length > 0) {
    return many.map((raw, index) => ({ at: ['spec', 'sources', index], raw }));
  }
  const one = objectAt(value, 'spec', 'source');
  return Object.keys(one).length > 0
    ? [{ at: ['spec', 'source'], raw: one }]
    : [];
}

/** Whether Kustomize has no part in it. */
function isPlain({ folder, raw }: AppSource, tree: Tree): boolean {
  return (
    Object.keys(objectAt(raw, 'kustomize')).length === 0 &&
    (isDirectory(raw) || !hasKustomization(folder ?? '', tree))
  );
}

/** The block that says that files are taken as they are, whatever lies among them. */
function isDirectory(source: RawObject): boolean {
  return ['recurse', 'include', 'exclude'].some(name =>
    Boolean(objectAt(source, 'directory')[name]),
  );
}

function hasKustomization(folder: string, tree: Tree): boolean {
  const prefix = folder === '' ? '' : `${folder}/`;
  return tree
    .below(folder)
    .some(path =>
      /^(kustomization\.ya?ml|Kustomization)$/.test(path.slice(prefix.length)),
    );
}

export function isManifest({ value }: ReadDocument): boolean {
  return (
    stringAt(value, 'apiVersion') !== undefined &&
    stringAt(value, 'kind') !== undefined &&
    valueAt(value, 'metadata') !== undefined
  );
}

/** The files that a source renders: of a directory those that are neither left out nor too deep, of a chart its templates. */
export function filesOf(source: AppSource, tree: Tree): string[] {
  const { folder, raw } = source;
  if (folder === undefined) {
    return [];
  }
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = tree.below(folder);
  if (
    Object.keys(objectAt(raw, 'helm')).length === 0 &&
    !isDirectory(raw) &&
    hasKustomization(folder, tree)
  ) {
    // What Kustomize makes of them is not known here; of what it lists, the files are.
    return [];
  }
  if (!isDirectory(raw) && tree.files.has(`${prefix}Chart.yaml`)) {
    return below.filter(path =>
      ['templates/', 'crds/'].some(part => path.startsWith(prefix + part)),
    );
  }
  const directory = objectAt(raw, 'directory');
  return below.filter(path => {
    const relative = path.slice(prefix.length);
    if (!booleanAt(directory, 'recurse') && relative.includes('/')) {
      return false;
    }
    const exclude = stringAt(directory, 'exclude');
    const include = stringAt(directory, 'include');
    return (
      !(exclude && matchesGlob(exclude, relative)) &&
      !(include && !matchesGlob(include, relative))
    );
  });
}

function valuesFilesOf(
  sources: readonly AppSource[],
  tree: Tree,
): ValuesFile[] {
  return sources.flatMap(source =>
    stringsAt(source.raw, 'helm', 'valueFiles').map((written, index) => {
      const at = [...source.at, 'helm', 'valueFiles', index];
      const match = /^\$([A-Za-z0-9_-]+)\/(.*)$/.exec(written);
      if (match) {
        const [, ref, rest] = match;
        return {
          at,
          written,
          ref,
          path: tree.fileOf(rest),
        };
      }
      const { folder } = source;
      return {
        at,
        written,
        path:
          folder === undefined || /^[a-z]+:\/\//.test(written)
            ? undefined
            : inTree(joined(folder, written), folder, tree),
      };
    }),
  );
}

/** Beside the folder of a chart there may be more than the tree holds. */
function inTree(
  path: string | undefined,
  folder: string,
  tree: Tree,
): string | undefined {
  const inside = folder === '' || path?.startsWith(`${folder}/`);
  return path !== undefined && (inside || tree.isRoot || tree.files.has(path))
    ? path
    : undefined;
}

/** A path below a folder, with `..` resolved; undefined where it leads out of the tree. */
function joined(folder: string, relative: string): string | undefined {
  const parts = relative.startsWith('/')
    ? []
    : folder.split('/').filter(Boolean);
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        return undefined;
      }
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
