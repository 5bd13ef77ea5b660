import { escapeHtml } from '../markdown/escape-html';
import { Heading } from '../markdown/headings';
import { NavItem, NavPage } from './navigation';
import { relativeUrl } from './page-address';

/** The navigation of a site as the reader's sidebar wants it, seen from one page. */
export function navigationHtml(
  items: NavItem[],
  seen: { from: string; active?: NavPage; label: string; title: string },
): string {
  const { from, active, label, title } = seen;
  return [
    `<nav class="md-nav md-nav--primary" aria-label="${escapeHtml(label)}">`,
    `<label class="md-nav__title" for="__drawer">${escapeHtml(title)}</label>`,
    listHtml(items, { from, active, path: '' }),
    '</nav>',
  ].join('');
}

interface Seen {
  from: string;
  active?: NavPage;
  /** Of the list in the whole, for the ids of its toggles. */
  path: string;
}

function listHtml(items: NavItem[], seen: Seen): string {
  return `<ul class="md-nav__list">${items
    .map((item, index) =>
      itemHtml(item, { ...seen, path: `${seen.path}_${index + 1}` }),
    )
    .join('')}</ul>`;
}

function isActive(item: NavItem, active: NavPage | undefined): boolean {
  if ('page' in item) {
    return active !== undefined && item.page.file === active.file;
  }
  return 'children' in item
    ? item.children.some(child => isActive(child, active))
    : false;
}

function itemHtml(item: NavItem, seen: Seen): string {
  const active = isActive(item, seen.active);
  const classes = `md-nav__item${active ? ' md-nav__item--active' : ''}`;
  const title = `<span class="md-ellipsis">${escapeHtml(item.title)}</span>`;
  if ('children' in item) {
    const id = `__nav${seen.path}`;
    return [
      `<li class="${classes} md-nav__item--nested">`,
      // The reader opens what is active by a click, which would close what is open.
      `<input class="md-nav__toggle md-toggle" type="checkbox" id="${id}">`,
      `<label class="md-nav__link" for="${id}" id="${id}_label">${title}<span class="md-nav__icon md-icon"></span></label>`,
      `<nav class="md-nav" aria-labelledby="${id}_label">${listHtml(
        item.children,
        seen,
      )}</nav>`,
      '</li>',
    ].join('');
  }
  const href =
    'page' in item ? relativeUrl(seen.from, item.page.address) : item.href;
  return `<li class="${classes}"><a class="md-nav__link${
    active ? ' md-nav__link--active' : ''
  }" href="${escapeHtml(href)}"${
    active ? ' aria-current="page"' : ''
  }>${title}</a></li>`;
}

/** The table of contents of a page: its headings of level 2 to 4. */
export function contentsHtml(headings: Heading[], label: string): string {
  const shown = headings.filter(
    ({ level, title }) => level >= 2 && level <= 4 && title !== '',
  );
  if (shown.length === 0) {
    return '';
  }
  const name = escapeHtml(label);
  return [
    `<nav class="md-nav md-nav--secondary" aria-label="${name}">`,
    `<label class="md-nav__title" for="__toc">${name}</label>`,
    '<ul class="md-nav__list" data-md-component="toc">',
    ...shown.map(
      ({ id, title, level }) =>
        `<li class="md-nav__item md-nav__item--level-${level}"><a class="md-nav__link" href="#${encodeURIComponent(
          id,
        )}"><span class="md-ellipsis">${escapeHtml(title)}</span></a></li>`,
    ),
    '</ul></nav>',
  ].join('');
}
