import path from 'node:path';

/** A file that becomes a page. */
export function isPage(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** The page that stands for its folder. */
export function isIndex(file: string): boolean {
  return /(?:^|\/)(?:index|readme)\.(?:md|markdown)$/i.test(file);
}

/** Where a page is found below the site: `` for the first one, else a folder with `/` at its end. */
export function addressOf(file: string): string {
  const folder = path.posix.dirname(file);
  const parent = folder === '.' ? '' : `${folder}/`;
  return isIndex(file)
    ? parent
    : `${parent}${path.posix.basename(file).replace(/\.[^.]+$/, '')}/`;
}

/** The relative URL from the page at one address to a file or page at another. */
export function relativeUrl(from: string, to: string): string {
  const relative = path.posix.relative(`/${from}`, `/${to}`);
  const url = encodeURI(
    `${relative || '.'}${to === '' || to.endsWith('/') ? '/' : ''}`,
  )
    .replace(/[?]/g, '%3F')
    .replace(/#/g, '%23');
  // A first segment with a colon would be read as a scheme.
  return /^[^/]*:/.test(url) ? `./${url}` : url;
}
