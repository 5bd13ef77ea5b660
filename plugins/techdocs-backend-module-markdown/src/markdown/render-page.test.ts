import { renderPage } from './render-page';

const links = { link: (href: string) => href, image: (src: string) => src };
const render = (source: string) => renderPage(source, links);
const html = (source: string) => render(source).html.replace(/\n\s*/g, '');

describe('renderPage', () => {
  it.each([
    [
      'a heading has an anchor',
      '## Why so?',
      '<h2 id="why-so">Why so?<a class="headerlink"',
    ],
    [
      'a second one of the same name has another',
      '## A\n\n## A',
      '<h2 id="a_1">',
    ],
    ['accents fall away, as in mkdocs', '## Über uns', '<h2 id="uber-uns">'],
    ['nothing left is still an anchor', '## 漢字', '<h2 id="_1">'],
    ['an anchor can be given', '## A {: #own }', '<h2 id="own">A<a'],
    [
      'code is coloured',
      '```yaml\nreplicas: 3\n```',
      '<code class="language-yaml"><span class="hljs-attr">replicas:</span> <span class="hljs-number">3</span></code>'.replace(
        '</span></code>',
        '</span>',
      ),
    ],
    [
      'code of no known language stays',
      '```nosuch\na < b\n```',
      '<code class="language-nosuch">a &lt; b',
    ],
    [
      'code has a title',
      '```yaml title="values.yaml"\na: 1\n```',
      '<span class="filename">values.yaml</span>',
    ],
    [
      'code by the way of attributes',
      '``` { .json }\n{}\n```',
      'class="language-json"',
    ],
    ['indented code', '    a: 1', '<div class="highlight"><pre><code>a: 1'],
    [
      'a diagram stays text',
      '```mermaid\ngraph TD\nA --> B\n```',
      '<pre class="mermaid">graph TDA --&gt; B</pre>',
    ],
    [
      'a table scrolls',
      '|a|b|\n|-|-:|\n|1|2|',
      '<div class="table-scroll"><table><thead><tr><th>a</th><th style="text-align:right">b</th>',
    ],
    ['strikethrough', '~~old~~', '<s>old</s>'],
    [
      'an address is a link',
      'https://example.org/a',
      '<a href="https://example.org/a">',
    ],
    [
      'a file name is none',
      'values.yaml and socle.dev',
      '<p>values.yaml and socle.dev</p>',
    ],
    ['a footnote', 'a[^1]\n\n[^1]: why', '<section class="footnotes">'],
    [
      'a definition',
      'Term\n:   What it is',
      '<dl><dt>Term</dt><dd>What it is</dd></dl>',
    ],
    ['HTML that is text', 'press <kbd>Ctrl</kbd>', '<kbd>Ctrl</kbd>'],
    ['attributes', 'text\n{: .wide }', '<p class="wide">text</p>'],
    [
      'braces of templates are not attributes',
      '`{{ .Values.a }}` {{ b }}',
      '<code>{{ .Values.a }}</code> {{ b }}',
    ],
    [
      'front matter is not text',
      '---\ntitle: Given\ntags: [a]\n---\ntext',
      '<p>text</p>',
    ],
    ['a rule at the top is a rule', '---\n\ntext', '<hr /><p>text</p>'],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toContain(expected.replace(/\n/g, ''));
  });

  it.each([
    [
      'with the name of its kind',
      '!!! warning\n    Stop.',
      '<div class="admonition warning"><p class="admonition-title">Warning</p><p>Stop.</p></div>',
    ],
    [
      'with a title that is Markdown',
      '!!! note "Mind *this*"\n    a',
      '<p class="admonition-title">Mind <em>this</em></p>',
    ],
    [
      'without a title',
      '!!! note ""\n    a',
      '<div class="admonition note"><p>a</p></div>',
    ],
    [
      'with more classes',
      '!!! danger wide\n    a',
      '<div class="admonition danger wide">',
    ],
    [
      'with blocks in it',
      '!!! note\n    - a\n\n    ```sh\n    ls\n    ```\n\nafter',
      '<ul><li>a</li></ul><div class="highlight"><pre><code class="language-sh">',
    ],
    [
      'that ends with its indent',
      '!!! note\n    a\n\nafter',
      '</div><p>after</p>',
    ],
    [
      'right after a paragraph',
      'text\n!!! note\n    a',
      '<p>text</p><div class="admonition note">',
    ],
    [
      'in a list',
      '- item\n\n    !!! note\n        a',
      '<li><p>item</p><div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div></li>',
    ],
    [
      'in an admonition',
      '!!! note\n    !!! tip\n        a',
      '<div class="admonition tip"><p class="admonition-title">Tip</p><p>a</p></div></div>',
    ],
    [
      'that is folded',
      '??? note "More"\n    a',
      '<details class="note"><summary>More</summary><p>a</p></details>',
    ],
    [
      'that is unfolded',
      '???+ note\n    a',
      '<details class="note" open><summary>Note</summary>',
    ],
    ['not, when it says nothing', '!!!\n    a', '<p>!!!'],
    ['not in code', '```\n!!! note\n    a\n```', '<code>!!! notea'],
  ])('an admonition %s', (_, source, expected) => {
    expect(html(source)).toContain(expected);
  });

  it('tabs', () => {
    expect(html('=== "Helm"\n    a\n\n=== "Other"\n    b\n\nafter')).toBe(
      '<div class="tabbed-set"><input type="radio" name="tabbed-1" id="tabbed-1-1" checked /><input type="radio" name="tabbed-1" id="tabbed-1-2" />' +
        '<div class="tabbed-labels"><label for="tabbed-1-1">Helm</label><label for="tabbed-1-2">Other</label></div>' +
        '<div class="tabbed-content"><div class="tabbed-block"><p>a</p></div><div class="tabbed-block"><p>b</p></div></div></div><p>after</p>',
    );
  });

  it('task lists', () => {
    const found = html('- [ ] to do\n- [x] done\n- plain');
    expect(found).toContain(
      '<ul class="task-list"><li class="task-list-item"><input type="checkbox" disabled /> to do</li><li class="task-list-item"><input type="checkbox" disabled checked /> done</li><li>plain</li></ul>',
    );
  });

  it('headings, for the table of contents', () => {
    expect(render('# The *page*\n\n## `kubectl` & more').headings).toEqual([
      { level: 1, id: 'the-page', title: 'The page' },
      { level: 2, id: 'kubectl-more', title: 'kubectl & more' },
    ]);
  });

  it('sections, for search', () => {
    const { sections } = render(
      'before\n\n## One\n\na *b*\n\n```sh\nls\n```\n\n## Two\n\n!!! note "T"\n    c',
    );
    expect(sections.map(({ heading, text }) => [heading?.id, text])).toEqual([
      [undefined, 'before'],
      ['one', 'a b\nls'],
      ['two', 'T\nc'],
    ]);
  });

  it.each([
    ['front matter', '---\ntitle: Given\n---\n# Other', 'Given'],
    ['the first heading', 'text\n\n# Heading\n\n# Second', 'Heading'],
    ['neither', '## Lower', undefined],
    ['front matter that is none', '---\n- a\n---\n# Heading', 'Heading'],
    ['front matter that is broken', '---\ntitle: "\n---\n# Heading', 'Heading'],
  ])('has its title of %s', (_, source, expected) => {
    expect(render(source).title).toBe(expected);
  });
});
