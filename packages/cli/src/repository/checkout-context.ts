import {
  ChartContent,
  isObject,
  objectAt,
  objectsAt,
  PatternContext,
  RawObject,
  repositoryKey,
  stringAt,
  stringsAt,
} from '@socle/backstage-plugin-socle-model';
import { parseYaml } from '../input/parse';
import { Checkout } from './checkout';

/**
 * What the checkout tells of an Application: which of its sources are this repository, the file names below their
 * paths and their Chart.yaml. Undefined where no source is of this repository: nothing is then known.
 */
export async function checkoutContext(
  checkout: Checkout,
  application: RawObject,
): Promise<PatternContext | undefined> {
  const sources = sourcesOf(application);
  const urls = await ownUrls(checkout, sources);
  if (urls.size === 0) {
    return undefined;
  }
  const repoContent: Record<string, Record<string, string[]>> = {};
  const charts: Record<string, ChartContent> = {};
  for (const source of sources) {
    const url = stringAt(source, 'repoURL');
    if (!url || !urls.has(url)) {
      continue;
    }
    for (const folder of foldersOf(source, sources)) {
      const files = await checkout.filesBelow(folder);
      if (files) {
        (repoContent[url] ??= {})[folder] = files;
      }
      const chart = await chartOf(checkout, folder);
      if (chart) {
        charts[folder] = chart;
      }
    }
  }
  return { gitopsRepos: [...urls], repoContent, charts };
}

function sourcesOf(application: RawObject): RawObject[] {
  const specs = [
    objectAt(application, 'spec'),
    objectAt(application, 'spec', 'template', 'spec'),
  ];
  return specs.flatMap(spec => [
    ...objectsAt(spec, 'sources'),
    ...(isObject(spec.source) ? [spec.source] : []),
  ]);
}

/**
 * The URLs that stand for this checkout. Its remotes are; so is a URL of which a path is in it, since a checkout may
 * come from a fork or a mirror, and templates have placeholders for URLs.
 */
async function ownUrls(
  checkout: Checkout,
  sources: RawObject[],
): Promise<Set<string>> {
  const remotes = new Set(checkout.remotes.map(repositoryKey));
  const urls = new Set<string>();
  for (const source of sources) {
    const url = stringAt(source, 'repoURL');
    if (!url || stringAt(source, 'chart')) {
      continue;
    }
    if (remotes.has(repositoryKey(url))) {
      urls.add(url);
      continue;
    }
    for (const folder of foldersOf(source, sources)) {
      // Every repository has a root: it says nothing.
      if (folder !== '' && (await checkout.filesBelow(folder))?.length) {
        urls.add(url);
      }
    }
  }
  return urls;
}

/** The folders that a source reads from: its path, and those of the value files that others take from it by `$ref`. */
function foldersOf(source: RawObject, all: RawObject[]): string[] {
  const folders = new Set<string>();
  const own = stringAt(source, 'path');
  if (own !== undefined) {
    folders.add(clean(own));
  }
  const ref = stringAt(source, 'ref');
  if (ref) {
    for (const file of all.flatMap(one =>
      stringsAt(one, 'helm', 'valueFiles'),
    )) {
      if (file.startsWith(`$${ref}/`)) {
        folders.add(
          clean(file.slice(ref.length + 2))
            .split('/')
            .slice(0, -1)
            .join('/'),
        );
      }
    }
  }
  return [...folders];
}

function clean(folder: string): string {
  return folder
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}

async function chartOf(
  checkout: Checkout,
  folder: string,
): Promise<ChartContent | undefined> {
  const text = await checkout.read(`${folder}/Chart.yaml`);
  if (text === undefined) {
    return undefined;
  }
  try {
    const chart = parseYaml(text);
    return {
      dependencies: objectsAt(chart, 'dependencies').map(one => ({
        name: stringAt(one, 'name'),
        version: stringAt(one, 'version'),
        repository: stringAt(one, 'repository'),
        alias: stringAt(one, 'alias'),
      })),
    };
  } catch {
    return undefined;
  }
}
