import {
  isObject,
  objectAt,
  RawObject,
  repositoryKey,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { load } from 'js-yaml';
import { Conventions } from '../../conventions/conventions';
import { Path } from '../../literals/find-literals';
import { App, appOf, isManifest } from './application';
import { MANIFEST_SCHEMA, ReadDocument } from './read-file';
import { Tree } from './tree';

/** Values of a chart, and where they stand. */
export interface ChartValues {
  document: ReadDocument;
  /** Where they begin in the document. */
  at: Path;
  values: RawObject;
  /** The Application they belong to, where that is known. */
  app?: App;
  /** They are a text in the document: only its first line can be named. */
  embedded: boolean;
}

/** What the rules look at. */
export interface Repository {
  tree: Tree;
  conventions: Conventions;
  manifests: ReadDocument[];
  apps: App[];
  charts: ReadDocument[];
  values: ChartValues[];
  /** The Application that renders an object. */
  appOf: ReadonlyMap<ReadDocument, App>;
  /** Whether a URL is the repository that the tree is of; undefined where nothing tells. */
  isOwn(url: string | undefined): boolean | undefined;
  /** URLs of the repository that the Applications themselves show to be its own: what they name is in the tree. */
  shown: readonly string[];
}

export function repositoryOf(
  tree: Tree,
  conventions: Conventions,
  remotes: readonly string[],
): Repository {
  const documents = tree.documents();
  const manifests = documents.filter(isManifest);
  const applications = manifests.filter(({ value }) => isApplication(value));
  const named = new Set(
    [
      conventions.gitops.repository,
      ...remotes,
      ...shownUrls(
        applications.map(document => appOf(document, tree)),
        tree,
      ),
    ].map(repositoryKey),
  );
  const apps = applications.map(document =>
    appOf(document, tree, url => named.has(repositoryKey(url))),
  );
  const rendered = new Map<ReadDocument, App>();
  for (const app of apps) {
    app.objects.forEach(object => rendered.set(object, app));
  }
  const shown = shownUrls(apps, tree);
  const own = new Set(
    [conventions.gitops.repository, ...remotes, ...shown].map(repositoryKey),
  );
  return {
    tree,
    conventions,
    manifests,
    apps,
    charts: documents.filter(({ file }) =>
      /(^|\/)Chart\.yaml$/.test(file.path),
    ),
    values: valuesOf(apps, tree),
    appOf: rendered,
    isOwn(url) {
      if (url === undefined || own.size === 0) {
        return undefined;
      }
      return own.has(repositoryKey(url));
    },
    shown,
  };
}

function isApplication(value: RawObject): boolean {
  return (
    value.kind === 'Application' &&
    String(value.apiVersion).startsWith('argoproj.io/')
  );
}

/** The repository is where values and manifests of the tree come from. */
function shownUrls(apps: readonly App[], tree: Tree): string[] {
  const urls = new Set<string>();
  for (const { sources, valuesFiles } of apps) {
    const refs = new Set(
      valuesFiles.flatMap(file =>
        file.path && tree.files.has(file.path) ? file.ref ?? [] : [],
      ),
    );
    for (const { raw, folder } of sources) {
      const url = stringAt(raw, 'repoURL');
      const ref = stringAt(raw, 'ref');
      if (
        url &&
        !stringAt(raw, 'chart') &&
        // Every repository has a root: it says nothing.
        ((folder !== undefined && !(tree.isRoot && folder === '')) ||
          (ref && refs.has(ref)))
      ) {
        urls.add(url);
      }
    }
  }
  return [...urls];
}

function valuesOf(apps: readonly App[], tree: Tree): ChartValues[] {
  const found: ChartValues[] = [];
  const taken = new Set<string>();
  const addFile = (path: string, app?: App) => {
    const document = tree.files.get(path)?.documents[0];
    if (document && !taken.has(path) && !isManifest(document)) {
      taken.add(path);
      found.push({
        document,
        at: [],
        values: document.value,
        app,
        embedded: false,
      });
    }
  };
  for (const app of apps) {
    for (const { raw, at, folder } of app.sources) {
      const inline = objectAt(raw, 'helm', 'valuesObject');
      if (Object.keys(inline).length > 0) {
        found.push({
          document: app.document,
          at: [...at, 'helm', 'valuesObject'],
          values: inline,
          app,
          embedded: false,
        });
      }
      const text = parsed(stringAt(raw, 'helm', 'values'));
      if (text) {
        found.push({
          document: app.document,
          at: [...at, 'helm', 'values'],
          values: text,
          app,
          embedded: true,
        });
      }
      if (folder !== undefined) {
        addFile([folder, 'values.yaml'].filter(Boolean).join('/'), app);
      }
    }
    app.valuesFiles.forEach(({ path }) => path && addFile(path, app));
  }
  for (const path of tree.files.keys()) {
    if (/(^|\/)values[^/]*\.ya?ml$/.test(path)) {
      addFile(path);
    }
  }
  return found;
}

function parsed(text: string | undefined): RawObject | undefined {
  try {
    const value =
      text === undefined ? undefined : load(text, { schema: MANIFEST_SCHEMA });
    return isObject(value) ? value : undefined;
  } catch {
    // Values with tokens that are filled in elsewhere: nothing can be said of them.
    return undefined;
  }
}
