import { escapeHtml } from '../markdown/escape-html';
import { RenderedPage } from '../markdown/render-page';
import { NavPage } from './navigation';

/** An entry of mkdocs' search index, which Backstage's search reads. Texts are HTML, as mkdocs writes them. */
export interface SearchEntry {
  location: string;
  title: string;
  text: string;
}

/** One entry for the page and one for each of its sections, so that a hit opens at the right place. */
export function searchEntriesOf(
  page: NavPage,
  rendered: RenderedPage,
): SearchEntry[] {
  const location = encodeURI(page.address);
  const [before, ...sections] = rendered.sections;
  return [
    {
      location,
      title: escapeHtml(page.title),
      text: escapeHtml(
        rendered.sections
          .map(section => section.text)
          .filter(Boolean)
          .join('\n') || before.text,
      ),
    },
    ...sections.flatMap(({ heading, text }) =>
      heading && heading.level > 1 && heading.title
        ? [
            {
              location: `${location}#${encodeURIComponent(heading.id)}`,
              // Every runbook has a "How to fix": alone it would say nothing in a list of hits.
              title: escapeHtml(`${page.title}: ${heading.title}`),
              text: escapeHtml(text),
            },
          ]
        : [],
    ),
  ];
}

export function searchIndex(entries: SearchEntry[], language: string): string {
  return JSON.stringify({
    config: { lang: [language.slice(0, 2)], separator: '[\\s\\-]+' },
    docs: entries,
  });
}
