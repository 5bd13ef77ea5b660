import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { escapeHtml } from './escape-html';

/** A heading of a page, as the table of contents and the search index name it. */
export interface Heading {
  level: number;
  id: string;
  title: string;
}

/** What rendering a page leaves behind. */
export interface PageEnvironment {
  headings: Heading[];
  /** How many sets of tabs the page has so far. */
  tabSets: number;
}

/** The anchor that Python-Markdown gives a heading: links must lead to the same place with and without mkdocs. */
export function slugify(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[^ -~]/g, character => (/\s/.test(character) ? ' ' : ''))
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 1; !id || taken.has(id); count++) {
    id = `${wanted}_${count}`;
  }
  taken.add(id);
  return id;
}

/** The text of an inline token, without its markup. */
export function plainText(tokens: Token[] | null): string {
  return (tokens ?? [])
    .map(token => {
      switch (token.type) {
        case 'text':
        case 'text_special':
        case 'code_inline':
          return token.content;
        case 'softbreak':
        case 'hardbreak':
          return ' ';
        case 'image':
          return plainText(token.children);
        default:
          return '';
      }
    })
    .join('')
    .trim();
}

/** Gives every heading an anchor and a link to it, and notes them in the environment. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push('headings', state => {
    const env = state.env as PageEnvironment;
    const opens = state.tokens
      .map((token, index) => ({ token, content: state.tokens[index + 1] }))
      .filter(({ token }) => token.type === 'heading_open');
    // An anchor that the author wrote is taken, also by headings above it.
    const taken = new Set(
      opens.flatMap(({ token }) => token.attrGet('id') ?? []),
    );
    for (const { token, content } of opens) {
      const title = plainText(content.children);
      const id = token.attrGet('id') ?? uniqueId(slugify(title), taken);
      token.attrSet('id', id);
      env.headings.push({ level: Number(token.tag.slice(1)), id, title });
      const link = new state.Token('html_inline', '', 0);
      link.content = `<a class="headerlink" href="#${encodeURIComponent(
        id,
      )}" title="${escapeHtml('Permanent link')}">¶</a>`;
      content.children?.push(link);
    }
  });
}
