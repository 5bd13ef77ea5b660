import { linksOf } from './links';
import { addressOf, relativeUrl } from './page-address';

const files = [
  'index.md',
  'guide/install.md',
  'guide/README.md',
  'runbooks/index.md',
  'runbooks/storage/DiskFull.md',
  'a page.md',
];
const targets = {
  pages: new Map(files.map(file => [file, addressOf(file)])),
  assets: new Set(['img/plan.png', 'guide/my plan.svg', 'clusterrole.yaml']),
};

describe('addressOf', () => {
  it.each([
    ['index.md', ''],
    ['README.md', ''],
    ['architecture.md', 'architecture/'],
    ['guide/index.md', 'guide/'],
    ['guide/readme.markdown', 'guide/'],
    ['guide/v1.2.md', 'guide/v1.2/'],
    ['runbooks/storage/DiskFull.md', 'runbooks/storage/DiskFull/'],
  ])('%s is at %s', (file, expected) => {
    expect(addressOf(file)).toBe(expected);
  });
});

describe('relativeUrl', () => {
  it.each([
    ['', '', './'],
    ['', 'guide/', 'guide/'],
    ['guide/', '', '../'],
    ['a/b/', 'a/c/', '../c/'],
    ['a/', 'img/x.png', '../img/x.png'],
    ['', 'a page/', 'a%20page/'],
    ['', 'what?/', 'what%3F/'],
    ['', 'a:b/', './a:b/'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativeUrl(from, to)).toBe(expected);
  });
});

describe('linksOf', () => {
  it.each([
    ['index.md', 'guide/install.md', 'guide/install/'],
    ['index.md', './guide/install.md#as-root', 'guide/install/#as-root'],
    [
      'guide/install.md',
      '../runbooks/storage/DiskFull.md#how-to-fix',
      '../../runbooks/storage/DiskFull/#how-to-fix',
    ],
    ['guide/install.md', 'README.md', '../'],
    ['guide/install.md', '../index.md', '../../'],
    ['guide/install.md', '../img/plan.png', '../../img/plan.png'],
    ['guide/install.md', 'my%20plan.svg', '../my%20plan.svg'],
    ['index.md', 'a%20page.md', 'a%20page/'],
    ['index.md', 'guide/', 'guide/'],
    ['index.md', 'runbooks', 'runbooks/'],
    ['index.md', 'clusterrole.yaml', 'clusterrole.yaml'],
    // The address of a built page, from that of another.
    [
      'guide/install.md',
      '../../runbooks/storage/DiskFull/',
      '../../runbooks/storage/DiskFull/',
    ],
    // Not ours to change.
    ['index.md', 'https://example.org/a.md', 'https://example.org/a.md'],
    ['index.md', 'mailto:ann@example.org', 'mailto:ann@example.org'],
    ['index.md', '/socle/explorer', '/socle/explorer'],
    ['index.md', '#below', '#below'],
    ['index.md', '', ''],
  ])('of %s: %s becomes %s', (file, href, expected) => {
    const warnings: string[] = [];
    const links = linksOf(file, targets, message => warnings.push(message));
    expect(links.link(href)).toBe(expected);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['index.md', '../secrets.md'],
    ['guide/install.md', '../../../../etc/passwd'],
    ['index.md', '%2e%2e/%2e%2e/etc/passwd'],
    ['index.md', '..\\..\\etc\\passwd'],
    ['index.md', 'guide/../../out.md'],
  ])('of %s: %s leads nowhere, it is outside', (file, href) => {
    const warnings: string[] = [];
    const links = linksOf(file, targets, message => warnings.push(message));
    expect(links.link(href)).toBeUndefined();
    expect(links.image(href)).toBeUndefined();
    expect(warnings[0]).toContain('is outside the documentation');
  });

  it('names what is not there', () => {
    const warnings: string[] = [];
    const links = linksOf('index.md', targets, message =>
      warnings.push(message),
    );
    expect(links.link('gone.md')).toBe('gone.md');
    expect(links.link('%E0%A4%A')).toBe('%E0%A4%A');
    expect(warnings).toEqual([
      'index.md: there is no gone.md',
      'index.md: there is no %E0%A4%A',
    ]);
  });
});
