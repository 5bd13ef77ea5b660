import * as fc from 'fast-check';
import { parseSiteConfig } from './site-config';

function errorOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe('parseSiteConfig', () => {
  it('has defaults', () => {
    expect(parseSiteConfig('')).toEqual({
      description: '',
      docsDir: 'docs',
      language: 'en',
      unknownPlugins: [],
    });
  });

  it('reads what mkdocs.yml says', () => {
    const yaml = `
site_name: Shop
site_description: Sells things
docs_dir: ./documentation/
theme: { name: material, language: fr }
repo_url: https://git.example.org/shop
edit_uri: edit/main/documentation
plugins:
  - techdocs-core
  - macros: { module_name: x }
  - search
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
extra: { version: !ENV VERSION, list: !ENV [A, B] }
nav:
  - index.md
  - Guide:
      - guide/install.md
      - Deeper: { More: guide/more.md }
  - Elsewhere: https://example.org
  - Nothing: []
  - 7
`;
    expect(parseSiteConfig(yaml)).toEqual({
      name: 'Shop',
      description: 'Sells things',
      docsDir: 'documentation/',
      language: 'fr',
      repoUrl: 'https://git.example.org/shop',
      editUri: 'edit/main/documentation',
      unknownPlugins: ['macros'],
      nav: [
        { target: 'index.md' },
        { title: 'Guide', children: [{ target: 'guide/install.md' }] },
        { title: 'Elsewhere', target: 'https://example.org' },
      ],
    });
  });

  it.each(['/etc', '../other', 'docs/../../other', 'C:\\docs', '..\\other'])(
    'refuses docs_dir %s',
    docsDir => {
      expect(() => parseSiteConfig(`docs_dir: '${docsDir}'`)).toThrow(
        /docs_dir must be below/,
      );
    },
  );

  it('says so when it is no YAML', () => {
    expect(() => parseSiteConfig('nav: [')).toThrow(/not valid YAML/);
  });

  it('fails with a reason or not at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        for (const yaml of [text, json, `nav: ${json}`, `plugins: ${json}`]) {
          expect(errorOf(() => parseSiteConfig(yaml))).toMatch(
            /^(?:none|InputError)$/,
          );
        }
      }),
    );
  });
});
