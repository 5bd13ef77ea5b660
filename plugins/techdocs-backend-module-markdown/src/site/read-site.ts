import { InputError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';
import { RenderedPage, renderPage } from '../markdown/render-page';
import { readTree } from './docs-tree';
import { linksOf, LinkTargets } from './links';
import { humanise, NavPage } from './navigation';
import { addressOf, isIndex, isPage } from './page-address';
import { parseSiteConfig, readConfigFile, SiteConfig } from './site-config';

/** A page with what its source became. */
export type SitePage = NavPage & { rendered: RenderedPage };

/** All that a site is made of. */
export interface Site {
  config: SiteConfig & { name: string };
  docsRoot: string;
  /** By file. */
  pages: Map<string, SitePage>;
  /** Files that are published as they are. */
  assets: string[];
}

/** What a browser would run or take for a page of its own is not published: links to it lead nowhere. */
const NOT_PUBLISHED = /\.(?:html?|xhtml|shtml|js|mjs|cjs|css|wasm)$/i;

export async function readSite(
  inputDir: string,
  options: { name?: string; warn: (message: string) => void },
): Promise<Site> {
  const { warn } = options;
  const file = await readConfigFile(inputDir);
  const config = parseSiteConfig(file?.content ?? '');
  if (config.unknownPlugins.length > 0) {
    warn(
      `mkdocs.yml: only mkdocs itself has the plugins ${config.unknownPlugins.join(
        ', ',
      )}; the pages are built without them`,
    );
  }
  const docsRoot = path.join(inputDir, config.docsDir);
  await refuseLinks(inputDir, config.docsDir);
  const tree = await readTree(docsRoot);
  for (const refused of tree.refused) {
    warn(`${refused} is a link or a special file and is left out`);
  }

  const sources = new Map<string, string>();
  const targets = {
    pages: new Map<string, string>(),
    assets: new Set<string>(),
  };
  for (const name of pageFiles(tree.files, warn)) {
    targets.pages.set(name, addressOf(name));
    sources.set(name, await fs.readFile(path.join(docsRoot, name), 'utf8'));
  }
  for (const name of tree.files) {
    if (!isPage(name) && !NOT_PUBLISHED.test(name)) {
      targets.assets.add(name);
    }
  }
  const name = config.name ?? options.name ?? 'Documentation';
  if (sources.size === 0) {
    throw new InputError(`There is no Markdown file in ${config.docsDir}`);
  }

  const pages = new Map<string, SitePage>();
  for (const [source, markdown] of sources) {
    pages.set(source, readPage(source, markdown, targets, name, warn));
  }
  if (![...targets.pages.values()].includes('')) {
    const index = firstPage(pages, targets, name, warn);
    pages.set(index.file, index);
  }
  return {
    config: { ...config, name },
    docsRoot,
    pages,
    assets: [...targets.assets],
  };
}

/** `docs_dir: a/b` must not leave the source by way of a link called `a`. */
async function refuseLinks(inputDir: string, docsDir: string): Promise<void> {
  let folder = inputDir;
  for (const name of docsDir.split('/').filter(part => part && part !== '.')) {
    folder = path.join(folder, name);
    const stat = await fs.lstat(folder).catch(() => undefined);
    if (stat?.isSymbolicLink()) {
      throw new InputError(`docs_dir ${docsDir} leads through a symbolic link`);
    }
  }
}

/** Of two files for one address the index named `index.md` wins, else the first. */
function pageFiles(files: string[], warn: (message: string) => void): string[] {
  const byAddress = new Map<string, string>();
  const rank = (file: string) => (/(?:^|\/)index\.[^/]*$/i.test(file) ? 0 : 1);
  for (const file of files.filter(isPage)) {
    const address = addressOf(file);
    const other = byAddress.get(address);
    const [kept, dropped] =
      other !== undefined && rank(other) <= rank(file)
        ? [other, file]
        : [file, other];
    byAddress.set(address, kept);
    if (dropped !== undefined) {
      warn(`${dropped} is left out: ${kept} has the same address`);
    }
  }
  return [...byAddress.values()].sort();
}

function readPage(
  file: string,
  markdown: string,
  targets: LinkTargets,
  siteName: string,
  warn: (message: string) => void,
): SitePage {
  const rendered = renderPage(markdown, linksOf(file, targets, warn));
  return {
    file,
    address: addressOf(file),
    title: rendered.title ?? titleOfFile(file, siteName),
    rendered,
  };
}

function titleOfFile(file: string, siteName: string): string {
  const folder = file.split('/').slice(-2, -1)[0];
  return isIndex(file)
    ? humanise(folder ?? siteName)
    : humanise(file.split('/').slice(-1)[0]);
}

/** The reader needs a first page: where the source has none, it is the list of the others. */
function firstPage(
  pages: ReadonlyMap<string, SitePage>,
  targets: LinkTargets,
  siteName: string,
  warn: (message: string) => void,
): SitePage {
  const list = [...pages.values()]
    .map(
      ({ title, file }) =>
        `- [${title.replace(/[\\[\]<>*_`]/g, '\\$&')}](<${encodeURI(file)}>)`,
    )
    .join('\n');
  return readPage(
    'index.md',
    `# ${siteName}\n\n${list}\n`,
    targets,
    siteName,
    warn,
  );
}
