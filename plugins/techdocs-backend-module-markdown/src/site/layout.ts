import { escapeHtml } from '../markdown/escape-html';
import { Heading } from '../markdown/headings';
import { NavItem, NavPage } from './navigation';
import { contentsHtml, navigationHtml } from './navigation-html';
import { relativeUrl } from './page-address';
import { wordsOf } from './words';

/** One page with all that stands around it. */
export interface PageView {
  page: NavPage;
  /** Safe. */
  html: string;
  headings: Heading[];
  site: { name: string; language: string; stylesheet: string };
  navigation: NavItem[];
  /** Where the page is in the navigation; itself, or the index above it. */
  place?: NavPage;
  previous?: NavPage;
  next?: NavPage;
  editUrl?: string;
}

/** A page in the structure that TechDocs' reader takes apart and styles: that of mkdocs-material. */
export function pageHtml(view: PageView): string {
  const { page, site, headings } = view;
  const from = page.address;
  const words = wordsOf(site.language);
  const style = relativeUrl(from, site.stylesheet);
  const title =
    page.title === site.name ? site.name : `${page.title} - ${site.name}`;
  return `<!doctype html>
<html lang="${escapeHtml(site.language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body dir="ltr">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<label class="md-overlay" for="__drawer"></label>
<header class="md-header"><label class="md-header__button md-icon" for="__drawer"></label></header>
<div class="md-container" data-md-component="container">
<main class="md-main" data-md-component="main">
<div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${navigationHtml(
    view.navigation,
    {
      from,
      active: view.place,
      label: words.navigation,
      title: site.name,
    },
  )}</div></div></div>
<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" data-md-type="toc"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${contentsHtml(
    headings,
    words.contents,
  )}</div></div></div>
<div class="md-content" data-md-component="content">
<article class="md-content__inner md-typeset">
${editHtml(view.editUrl, words.edit)}${pathHtml(view, words.path)}${headingHtml(
    page,
    headings,
  )}${view.html}
</article>
</div>
</div>
</main>
${footerHtml(view)}</div>
</body>
</html>
`;
}

/** Readers must see where they are, also on a page that writes no title of its own. */
function headingHtml(page: NavPage, headings: Heading[]): string {
  return headings.some(({ level }) => level === 1)
    ? ''
    : `<h1>${escapeHtml(page.title)}</h1>\n`;
}

function editHtml(url: string | undefined, title: string): string {
  return url
    ? `<a class="md-content__button md-icon" href="${escapeHtml(
        url,
      )}" title="${escapeHtml(title)}"></a>\n`
    : '';
}

/** The way back from a page that the navigation leaves out. */
function pathHtml({ page, place }: PageView, label: string): string {
  return place && place.file !== page.file
    ? `<nav class="md-path" aria-label="${escapeHtml(
        label,
      )}"><a href="${escapeHtml(
        relativeUrl(page.address, place.address),
      )}">${escapeHtml(place.title)}</a></nav>\n`
    : '';
}

function footerHtml({ page, previous, next, site }: PageView): string {
  if (!previous && !next) {
    return '';
  }
  const words = wordsOf(site.language);
  const link = (to: NavPage | undefined, name: string, word: string) =>
    to
      ? `<a class="md-footer__link md-footer__link--${name}" href="${escapeHtml(
          relativeUrl(page.address, to.address),
        )}" rel="${name}"><span class="md-footer__title"><span class="md-footer__direction">${escapeHtml(
          word,
        )}</span><span class="md-ellipsis">${escapeHtml(
          to.title,
        )}</span></span></a>`
      : '';
  return `<footer class="md-footer"><nav class="md-footer__inner md-grid">${link(
    previous,
    'prev',
    words.previous,
  )}${link(next, 'next', words.next)}</nav></footer>\n`;
}
