import MarkdownIt from 'markdown-it';
import type { PluginWithOptions, Token } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { fences } from './fences';
import { splitFrontMatter } from './front-matter';
import { Heading, headings, PageEnvironment, plainText } from './headings';
import { indentedBlocks } from './indented-blocks';
import { LinkResolver, sanitize } from './sanitize';
import { taskLists } from './task-lists';

/** A part of a page between two headings, for the search index. */
export interface Section {
  /** Undefined before the first heading. */
  heading?: Heading;
  text: string;
}

/** A page of documentation, ready to be placed in its layout. */
export interface RenderedPage {
  /** Of the front matter, or of the first heading of level 1. */
  title?: string;
  /** Safe, links rewritten. */
  html: string;
  headings: Heading[];
  sections: Section[];
}

const markdown = new MarkdownIt({ html: true, linkify: true })
  .use(plugin(footnotes))
  .use(definitionLists)
  .use(plugin(attributes), {
    // Python-Markdown's way to write them; single braces are for templates.
    leftDelimiter: '{:',
    allowedAttributes: ['id', 'class', 'title', 'width', 'height', 'download'],
  })
  .use(indentedBlocks)
  .use(fences)
  .use(taskLists)
  .use(headings);
// A wide table scrolls by itself instead of pushing the page.
markdown.renderer.rules.table_open = () =>
  '<div class="table-scroll"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
// A host in running text ("socle.dev/owner", "values.yaml") is seldom meant as a link.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** The library's types come twice, for CommonJS and for ES modules; its plugins are typed against the one not used here. */
function plugin(untyped: unknown): PluginWithOptions<object> {
  return untyped as PluginWithOptions<object>;
}

export function renderPage(source: string, links: LinkResolver): RenderedPage {
  const { title, body } = splitFrontMatter(source);
  const env: PageEnvironment = { headings: [], tabSets: 0 };
  const tokens = markdown.parse(body, env);
  const html = markdown.renderer.render(tokens, markdown.options, env);
  const pageTitle =
    title ?? env.headings.find(heading => heading.level === 1)?.title;
  return {
    ...(pageTitle ? { title: pageTitle } : {}),
    html: sanitize(html, links),
    headings: env.headings,
    sections: sectionsOf(tokens, env.headings),
  };
}

function sectionsOf(tokens: Token[], found: Heading[]): Section[] {
  const sections: Section[] = [{ text: '' }];
  let next = 0;
  let inHeading = false;
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      sections.push({ heading: found[next], text: '' });
      next += 1;
      inHeading = true;
    } else if (token.type === 'heading_close') {
      inHeading = false;
    } else if (!inHeading) {
      const last = sections[sections.length - 1];
      last.text = [last.text, textOf(token)].filter(Boolean).join('\n');
    }
  }
  return sections;
}

function textOf(token: Token): string {
  switch (token.type) {
    case 'inline':
      return plainText(token.children);
    case 'fence':
    case 'code_block':
      return token.content.trim();
    default:
      return '';
  }
}
