import fs from 'node:fs/promises';
import path from 'node:path';
import { testFolder, TestFolder } from '../__testing__/folder';
import { buildSite } from './build-site';

const folders: TestFolder[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(folder => folder.remove()));
});

async function build(
  files: Record<string, string>,
  prepare: (source: TestFolder) => Promise<void> = async () => {},
  options: { name?: string; etag?: string; editBase?: () => string } = {},
) {
  const source = await testFolder(files);
  const output = await testFolder();
  folders.push(source, output);
  await prepare(source);
  const warnings: string[] = [];
  const count = await buildSite({
    inputDir: source.root,
    outputDir: output.root,
    ...options,
    warn: message => warnings.push(message),
  });
  const published = (
    await fs.readdir(output.root, { recursive: true, withFileTypes: true })
  )
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(output.root, path.join(entry.parentPath, entry.name)),
    )
    .sort();
  return { output, published, warnings, count };
}

const SITE = {
  'mkdocs.yml': `
site_name: Shop
site_description: Sells
nav:
  - Home: index.md
  - Guide:
      - guide/install.md
      - guide/use.md
  - Runbooks: runbooks/index.md
  - Code: https://git.example.org/shop
  - Gone: gone.md
`,
  'docs/index.md': '# Shop\n\n[install](guide/install.md) ![plan](plan.png)',
  'docs/plan.png': 'pixels',
  'docs/guide/install.md':
    '# Install\n\n## First `step`\n\ntext & more\n\n### Detail\n\nx',
  'docs/guide/use.md': 'no title',
  'docs/runbooks/index.md': '# Runbooks\n\n- [Disk full](storage/DiskFull.md)',
  'docs/runbooks/storage/DiskFull.md':
    '# DiskFull\n\n## How to fix\n\nMake room.',
};

describe('buildSite', () => {
  it('writes a folder per page, the search index, the metadata and the one stylesheet that the reader loads', async () => {
    const { published, count, output } = await build(SITE, undefined, {
      etag: 'v1',
    });
    const style = published.find(file => file.startsWith('assets/'));
    expect(style).toMatch(/^assets\/stylesheets\/main\.[0-9a-f]{8}\.min\.css$/);
    expect(count).toBe(5);
    expect(published).toEqual([
      style,
      'guide/install/index.html',
      'guide/use/index.html',
      'index.html',
      'plan.png',
      'runbooks/index.html',
      'runbooks/storage/DiskFull/index.html',
      'search/search_index.json',
      'techdocs_metadata.json',
    ]);
    expect(JSON.parse(await output.read('techdocs_metadata.json'))).toEqual({
      site_name: 'Shop',
      site_description: 'Sells',
      build_timestamp: expect.any(Number),
      files: published,
      etag: 'v1',
    });
    expect(await output.read('guide/install/index.html')).toContain(
      `<link rel="stylesheet" href="../../${style}">`,
    );
  });

  it('shows the navigation, where the reader is in it, and what comes before and after', async () => {
    const { output, warnings } = await build(SITE);
    const page = await output.read('guide/install/index.html');
    expect(page).toContain(
      '<a class="md-nav__link" href="../../"><span class="md-ellipsis">Home</span>',
    );
    expect(page).toContain(
      '<li class="md-nav__item md-nav__item--active md-nav__item--nested">',
    );
    expect(page).toContain(
      '<a class="md-nav__link md-nav__link--active" href="./" aria-current="page"><span class="md-ellipsis">Install</span>',
    );
    expect(page).toContain(
      'href="https://git.example.org/shop"><span class="md-ellipsis">Code</span>',
    );
    expect(page).toMatch(
      /md-footer__link--prev" href="\.\.\/\.\.\/"[^>]*>.*?<span class="md-ellipsis">Home</,
    );
    expect(page).toMatch(/md-footer__link--next" href="\.\.\/use\/"/);
    expect(warnings).toEqual([
      'mkdocs.yml: nav names gone.md, which is not there',
    ]);
  });

  it('shows the table of contents', async () => {
    const { output } = await build(SITE);
    const page = await output.read('guide/install/index.html');
    expect(page).toContain(
      '<li class="md-nav__item md-nav__item--level-2"><a class="md-nav__link" href="#first-step"><span class="md-ellipsis">First step</span>',
    );
    expect(page).toContain(
      'md-nav__item--level-3"><a class="md-nav__link" href="#detail">',
    );
  });

  it('gives a page that the navigation leaves out the place of the index above it, and a way back', async () => {
    const { output } = await build(SITE);
    const page = await output.read('runbooks/storage/DiskFull/index.html');
    expect(page).toContain('md-nav__link--active" href="../../"');
    expect(page).toContain(
      '<nav class="md-path" aria-label="Path"><a href="../../">Runbooks</a></nav>',
    );
    expect(page).not.toContain('md-footer');
  });

  it('gives a page without a title that of its file', async () => {
    const { output } = await build(SITE);
    expect(await output.read('guide/use/index.html')).toContain('<h1>Use</h1>');
  });

  it('lists pages and their sections for search', async () => {
    const { output } = await build(SITE);
    const { docs } = JSON.parse(await output.read('search/search_index.json'));
    expect(
      docs.filter(({ location }: { location: string }) =>
        location.startsWith('guide/install'),
      ),
    ).toEqual([
      {
        location: 'guide/install/',
        title: 'Install',
        text: 'text &amp; more\nx',
      },
      {
        location: 'guide/install/#first-step',
        title: 'Install: First step',
        text: 'text &amp; more',
      },
      {
        location: 'guide/install/#detail',
        title: 'Install: Detail',
        text: 'x',
      },
    ]);
  });

  it('makes a navigation of the tree where there is none, and a first page', async () => {
    const { output } = await build(
      {
        'docs/b.md': '# Second',
        'docs/a.md': '# First',
        'docs/getting-started/x.md': '# X',
      },
      undefined,
      { name: 'Tree' },
    );
    const page = await output.read('index.html');
    const titles = [...page.matchAll(/md-ellipsis">([^<]*)</g)].map(
      match => match[1],
    );
    expect(titles.slice(0, 5)).toEqual([
      'Tree',
      'First',
      'Second',
      'Getting started',
      'X',
    ]);
    expect(page).toContain('<li><a href="a/">First</a></li>');
  });

  it('leaves out what leads out of the documentation, or what a browser would run', async () => {
    const { published, warnings, output } = await build(
      {
        'docs/index.md': '# A\n\n![key](../key.png) [page](evil.html)',
        'docs/evil.html': '<script>alert(1)</script>',
        'docs/evil.js': 'alert(1)',
        'docs/.hidden/secret.md': 'secret',
        'key.png': 'secret',
      },
      async ({ root }) => {
        await fs.symlink('/etc/passwd', path.join(root, 'docs/passwd.md'));
        await fs.symlink('/etc', path.join(root, 'docs/etc'));
      },
    );
    expect(published.filter(file => !file.startsWith('assets/'))).toEqual([
      'index.html',
      'search/search_index.json',
      'techdocs_metadata.json',
    ]);
    expect(warnings.join('\n')).toMatch(/passwd\.md is a link/);
    expect(await output.read('index.html')).not.toContain('key.png');
  });

  it.each([
    [
      'a docs_dir that is a link',
      { 'mkdocs.yml': 'docs_dir: linked' },
      'linked',
    ],
    ['a mkdocs.yml that is a link', { 'docs/index.md': 'a' }, 'mkdocs.yml'],
  ])('refuses %s', async (_, files, link) => {
    await expect(
      build(files as Record<string, string>, ({ root }) =>
        fs.symlink('/etc', path.join(root, link)),
      ),
    ).rejects.toThrow(/symbolic link/);
  });

  it('says so when there is nothing to build', async () => {
    await expect(build({ 'mkdocs.yml': 'site_name: A' })).rejects.toThrow(
      /no Markdown file in docs/,
    );
  });

  it('names plugins that only mkdocs has', async () => {
    const { warnings } = await build({
      'mkdocs.yml': 'plugins: [techdocs-core, macros]',
      'docs/index.md': 'a',
    });
    expect(warnings).toEqual([expect.stringContaining('macros')]);
  });

  it.each([
    [
      'mkdocs.yml says where',
      {
        'mkdocs.yml':
          'repo_url: https://git.example.org/a\nedit_uri: edit/main/docs',
      },
      undefined,
      'https://git.example.org/a/edit/main/docs/index.md',
    ],
    [
      'the location says where',
      {},
      () => 'https://git.example.org/edit/',
      'https://git.example.org/edit/index.md',
    ],
  ])('links to the source where %s', async (_, files, editBase, expected) => {
    const { output } = await build(
      { ...files, 'docs/index.md': '# A' } as Record<string, string>,
      undefined,
      editBase ? { editBase } : {},
    );
    expect(await output.read('index.html')).toContain(
      `href="${expected}" title="Edit this page"`,
    );
  });

  it('writes names as text, never as HTML', async () => {
    const { output } = await build({
      'mkdocs.yml':
        'site_name: "<script>a</script>"\nnav: [{"<b>": index.md}, {"J": "javascript:alert(1)"}]',
      'docs/index.md': 'a',
    });
    const page = await output.read('index.html');
    expect(page).not.toMatch(/<script|<b>|javascript:/);
  });

  it('keeps the index of two files for one address', async () => {
    const { output, warnings } = await build({
      'docs/README.md': '# Readme',
      'docs/index.md': '# Index',
    });
    expect(await output.read('index.html')).toContain(
      'Index<a class="headerlink"',
    );
    expect(warnings).toEqual([
      'README.md is left out: index.md has the same address',
    ]);
  });

  it('speaks the language of the site', async () => {
    const { output } = await build({
      'mkdocs.yml': 'theme: {language: fr}',
      'docs/index.md': '# A\n\n## B',
    });
    expect(await output.read('index.html')).toContain('Table des matières');
  });
});
