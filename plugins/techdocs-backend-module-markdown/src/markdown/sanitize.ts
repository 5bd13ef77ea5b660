import sanitizeHtml from 'sanitize-html';

/** Where the links and images of a page lead once it is built; undefined where they may not be followed. */
export interface LinkResolver {
  link(href: string): string | undefined;
  image(src: string): string | undefined;
}

const TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'div', 'span'],
  ...['section', 'blockquote', 'pre', 'code', 'details', 'summary'],
  ...['a', 'img', 'figure', 'figcaption', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot'],
  ...['tr', 'th', 'td', 'strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins'],
  ...['mark', 'sub', 'sup', 'small', 'kbd', 'samp', 'var', 'abbr', 'cite'],
  ...['q', 'time', 'input', 'label'],
];

const CELL = ['align', 'colspan', 'rowspan', 'scope', 'style'];

/**
 * What may reach the reader. The author of a page is not trusted: what runs, loads, is sent, covers the page or passes
 * for a part of the reader (`md-…`, `__…`) is left out.
 */
export function sanitize(html: string, links: LinkResolver): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['id', 'class', 'title', 'lang', 'dir', 'role', 'aria-*'],
      a: ['href', 'target', 'rel', 'download'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      input: ['type', 'checked', 'disabled', 'name'],
      label: ['for'],
      ol: ['start', 'type', 'reversed'],
      details: ['open'],
      th: CELL,
      td: CELL,
      col: ['span'],
      time: ['datetime'],
    },
    allowedClasses: { '*': [/^(?!md-)/] },
    allowedStyles: { '*': { 'text-align': [/^(?:left|right|center)$/] } },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 100,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: ownIds(attribs) }),
      a: (tagName, { href, ...rest }) => ({
        tagName,
        attribs: {
          ...ownIds(rest),
          ...attribute('href', href === undefined ? href : links.link(href)),
          ...(rest.target ? { rel: 'noopener noreferrer' } : {}),
        },
      }),
      img: (tagName, { src, ...rest }) => ({
        tagName,
        attribs: {
          ...ownIds(rest),
          ...attribute('src', src === undefined ? src : image(src, links)),
          loading: 'lazy',
        },
      }),
    },
    exclusiveFilter: frame =>
      frame.tag === 'input' &&
      !['checkbox', 'radio'].includes(frame.attribs.type),
  });
}

function attribute(name: string, value: string | undefined) {
  return value === undefined ? {} : { [name]: value };
}

function ownIds(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const { id, ...rest } = attribs;
  return id === undefined || id.startsWith('__') ? rest : attribs;
}

/** Of `data:` only pictures: anything else there is no image. */
function image(src: string, links: LinkResolver): string | undefined {
  if (/^\s*data:/i.test(src)) {
    return /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(src)
      ? src
      : undefined;
  }
  return links.image(src);
}
