import { written } from './markdown';

it('shows headings, tables, lists and code as such', () => {
  const { text } = written(
    '### Files\n\n| file | why |\n| --- | --- |\n| `a.yaml` | Why. |\n\n1. First.\n',
  );
  expect(text).toContain('<h3>Files</h3>');
  expect(text).toContain('<td><code>a.yaml</code></td>');
  expect(text).toContain('<li>First.</li>');
});

it.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<https://x"onmouseover=alert(1)>',
])('leaves %s without effect', text => {
  expect(written(text).text).not.toMatch(
    /<script|<img[^>]+onerror|(?:href|src)="javascript|"onmouseover/,
  );
});
