import hljs from 'highlight.js';
import type MarkdownIt from 'markdown-it';
import { escapeHtml } from './escape-html';

/** Beyond this a listing is shown as it is: highlighting is for people, and takes time. */
const MAX_HIGHLIGHTED = 100_000;

/** What stands behind the opening of a fence: ```` ```yaml title="values.yaml" ````. */
interface FenceInfo {
  language: string;
  title?: string;
}

export function readFenceInfo(info: string): FenceInfo {
  const braces = /^\{:?\s*\.?([\w#+-]+)/.exec(info.trim());
  const language = braces?.[1] ?? /^[\w#+.-]+/.exec(info.trim())?.[0] ?? '';
  const title = /\btitle="([^"]*)"/.exec(info)?.[1];
  return { language: language.toLowerCase(), ...(title ? { title } : {}) };
}

/** A listing with the classes that the stylesheet colours. */
export function highlight(code: string, language: string): string {
  const known = language !== '' && hljs.getLanguage(language) !== undefined;
  const html =
    known && code.length <= MAX_HIGHLIGHTED
      ? hljs.highlight(code, { language, ignoreIllegals: true }).value
      : escapeHtml(code);
  const classes = language ? ` class="language-${escapeHtml(language)}"` : '';
  return `<pre><code${classes}>${html}</code></pre>`;
}

/** Listings are highlighted here; a Mermaid diagram stays text, a TechDocs addon draws it in the browser. */
export function fences(md: MarkdownIt): void {
  const block = (code: string, info: string) => {
    const { language, title } = readFenceInfo(info);
    if (language === 'mermaid') {
      return `<pre class="mermaid">${escapeHtml(code)}</pre>\n`;
    }
    const caption = title
      ? `<span class="filename">${escapeHtml(title)}</span>`
      : '';
    return `<div class="highlight">${caption}${highlight(
      code,
      language,
    )}</div>\n`;
  };
  md.renderer.rules.fence = (tokens, index) =>
    block(tokens[index].content, md.utils.unescapeAll(tokens[index].info));
  md.renderer.rules.code_block = (tokens, index) =>
    block(tokens[index].content, '');
}
