import MarkdownIt from 'markdown-it';
import { Html } from './html';

// Markup in the text stays text, and links of other schemes than the web's are no links.
const markdown = new MarkdownIt({ html: false, linkify: false });

/** What somebody wrote, as GitHub would show it. */
export function written(text: string): Html {
  return new Html(`<div class="written">${markdown.render(text)}</div>`);
}
