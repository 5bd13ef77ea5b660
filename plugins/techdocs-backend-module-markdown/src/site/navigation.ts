import path from 'node:path';
import { isIndex } from './page-address';
import { NavEntry } from './site-config';

/** A page as the navigation knows it. */
export interface NavPage {
  file: string;
  address: string;
  title: string;
}

/** An item of the navigation that readers see. */
export type NavItem =
  | { title: string; page: NavPage }
  | { title: string; href: string }
  | { title: string; children: NavItem[] };

/** The navigation as mkdocs.yml writes it; what it names and is not there is left out. */
export function navigationOf(
  entries: NavEntry[],
  pages: ReadonlyMap<string, NavPage>,
  warn: (message: string) => void,
): NavItem[] {
  return entries.flatMap((entry): NavItem[] => {
    if ('children' in entry) {
      const children = navigationOf(entry.children, pages, warn);
      return children.length > 0 ? [{ title: entry.title, children }] : [];
    }
    const page = pages.get(path.posix.normalize(entry.target));
    if (page) {
      return [{ title: entry.title ?? page.title, page }];
    }
    if (/^(?:https?:\/\/|mailto:|\/(?!\/))/i.test(entry.target)) {
      return [{ title: entry.title ?? entry.target, href: entry.target }];
    }
    warn(`mkdocs.yml: nav names ${entry.target}, which is not there`);
    return [];
  });
}

/** The navigation of a site that writes none: a folder's index, its pages, then the folders in it. */
export function navigationOfTree(pages: Iterable<NavPage>): NavItem[] {
  interface Folder {
    pages: NavPage[];
    folders: Map<string, Folder>;
  }
  const root: Folder = { pages: [], folders: new Map() };
  for (const page of pages) {
    let folder = root;
    for (const name of page.file.split('/').slice(0, -1)) {
      const next = folder.folders.get(name) ?? {
        pages: [],
        folders: new Map(),
      };
      folder.folders.set(name, next);
      folder = next;
    }
    folder.pages.push(page);
  }
  const itemsOf = (folder: Folder): NavItem[] => [
    ...folder.pages
      .sort(
        (a, b) =>
          Number(isIndex(b.file)) - Number(isIndex(a.file)) ||
          a.file.localeCompare(b.file, 'en'),
      )
      .map(page => ({ title: page.title, page })),
    ...[...folder.folders]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([name, child]) => ({
        title: humanise(name),
        children: itemsOf(child),
      })),
  ];
  return itemsOf(root);
}

/** A file or folder name as a title: `getting-started` reads "Getting started". */
export function humanise(name: string): string {
  const words = name
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words ? words[0].toUpperCase() + words.slice(1) : name;
}

/** The pages in the order that readers turn them, under the titles of the navigation. */
export function inOrder(items: NavItem[]): NavPage[] {
  return items.flatMap(item => {
    if ('page' in item) {
      return [{ ...item.page, title: item.title }];
    }
    return 'children' in item ? inOrder(item.children) : [];
  });
}

/**
 * The page whose place in the navigation a page has: itself, or for one that the navigation leaves out the index of the
 * nearest folder above that is in it. The first page of a site stands for no other.
 */
export function placeOf(
  file: string,
  listed: ReadonlyMap<string, NavPage>,
): NavPage | undefined {
  const own = listed.get(file);
  if (own) {
    return own;
  }
  const indexes = [...listed.values()].filter(page => isIndex(page.file));
  for (
    let folder = path.posix.dirname(file);
    folder !== '.' && folder !== '/';
    folder = path.posix.dirname(folder)
  ) {
    const index = indexes.find(
      page => path.posix.dirname(page.file) === folder,
    );
    if (index) {
      return index;
    }
  }
  return undefined;
}
