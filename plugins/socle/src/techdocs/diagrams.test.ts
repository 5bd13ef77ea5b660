import { diagramsIn, DIAGRAM_SELECTORS, isOnDark } from './diagrams';

function page(html: string): HTMLElement[] {
  document.body.innerHTML = html;
  return DIAGRAM_SELECTORS.flatMap(selector => [
    ...document.querySelectorAll<HTMLElement>(selector),
  ]);
}

describe('diagramsIn', () => {
  it.each([
    ['the Markdown builder', '<pre class="mermaid">graph TD\n A --> B</pre>'],
    [
      'mkdocs',
      '<div class="highlight"><table><tr><td><pre>1</pre></td><td><pre><code>graph TD\n A --> B</code></pre></td></tr></table></div>',
    ],
    [
      'a listing that begins with a comment',
      '<div class="highlight"><pre><code>%% who calls whom\nsequenceDiagram\n A->>B: hi</code></pre></div>',
    ],
  ])('finds a diagram of %s', (_, html) => {
    expect(diagramsIn(page(html))).toHaveLength(1);
  });

  it.each([
    [
      'other code',
      '<div class="highlight"><pre><code>graphql: true</code></pre></div>',
    ],
    [
      'what is drawn',
      '<pre class="mermaid" data-diagram="drawn">graph TD</pre>',
    ],
    ['nothing', '<pre class="mermaid"> </pre>'],
  ])('leaves %s', (_, html) => {
    expect(diagramsIn(page(html))).toEqual([]);
  });
});

describe('isOnDark', () => {
  it.each([
    ['rgb(255, 255, 255)', true],
    ['rgba(0, 0, 0, 0.87)', false],
    ['rgb(30, 30, 30)', false],
    ['', false],
  ])('%s', (color, expected) => {
    expect(isOnDark(color)).toBe(expected);
  });
});
