import fs from 'node:fs/promises';
import path from 'node:path';
import { pageHtml } from './layout';
import {
  inOrder,
  navigationOf,
  navigationOfTree,
  NavPage,
  placeOf,
} from './navigation';
import { readSite, Site } from './read-site';
import { searchEntriesOf, searchIndex } from './search-index';
import { readStylesheet } from './stylesheet';

/** What a build is given. */
export interface BuildOptions {
  inputDir: string;
  outputDir: string;
  /** Where mkdocs.yml names none. */
  name?: string;
  etag?: string;
  /** Where the sources can be edited, when mkdocs.yml does not say; `docsDir` is below its folder. */
  editBase?: (docsDir: string) => string | undefined;
  warn: (message: string) => void;
}

/** Builds the pages of a folder of documentation; says how many. */
export async function buildSite(options: BuildOptions): Promise<number> {
  const { inputDir, outputDir, warn } = options;
  const site = await readSite(inputDir, { name: options.name, warn });
  const { config, pages } = site;
  const stylesheet = await readStylesheet();

  for (const asset of site.assets) {
    await copy(path.join(site.docsRoot, asset), path.join(outputDir, asset));
  }
  await write(path.join(outputDir, stylesheet.file), stylesheet.css);

  const navigation = config.nav
    ? navigationOf(config.nav, pages, warn)
    : navigationOfTree(pages.values());
  const order = inOrder(navigation);
  const listed = new Map(order.map(page => [page.file, page]));
  const editBase =
    editBaseOf(site) ?? options.editBase?.(config.docsDir) ?? undefined;
  for (const page of pages.values()) {
    const position = order.findIndex(({ file }) => file === page.file);
    const neighbour = (step: number): NavPage | undefined =>
      position < 0 ? undefined : order[position + step];
    const html = pageHtml({
      page,
      html: page.rendered.html,
      headings: page.rendered.headings,
      site: {
        name: config.name,
        language: config.language,
        stylesheet: stylesheet.file,
      },
      navigation,
      place: placeOf(page.file, listed),
      previous: neighbour(-1),
      next: neighbour(1),
      ...(editBase ? { editUrl: `${editBase}${encodeURI(page.file)}` } : {}),
    });
    await write(path.join(outputDir, page.address, 'index.html'), html);
  }

  await write(
    path.join(outputDir, 'search', 'search_index.json'),
    searchIndex(
      [...pages.values()].flatMap(page => searchEntriesOf(page, page.rendered)),
      config.language,
    ),
  );
  await writeMetadata(options, site, stylesheet.file);
  return pages.size;
}

async function writeMetadata(
  { outputDir, etag }: BuildOptions,
  { config, pages, assets }: Site,
  stylesheet: string,
): Promise<void> {
  const files = [
    ...[...pages.values()].map(({ address }) => `${address}index.html`),
    ...assets,
    stylesheet,
    'search/search_index.json',
    'techdocs_metadata.json',
  ];
  await write(
    path.join(outputDir, 'techdocs_metadata.json'),
    JSON.stringify({
      site_name: config.name,
      site_description: config.description,
      build_timestamp: Date.now(),
      files: [...new Set(files)].sort(),
      ...(etag ? { etag } : {}),
    }),
  );
}

/** `edit_uri` is read below `repo_url`, as mkdocs does. */
function editBaseOf({ config }: Site): string | undefined {
  const { editUri, repoUrl } = config;
  if (!editUri) {
    return undefined;
  }
  const url = /^https?:\/\//i.test(editUri)
    ? editUri
    : repoUrl && `${repoUrl.replace(/\/$/, '')}/${editUri.replace(/^\//, '')}`;
  return url && /^https?:\/\//i.test(url)
    ? url.replace(/\/?$/, '/')
    : undefined;
}

async function write(file: string, content: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, content);
}

async function copy(from: string, to: string): Promise<void> {
  await fs.mkdir(path.dirname(to), { recursive: true });
  await fs.copyFile(from, to);
}
