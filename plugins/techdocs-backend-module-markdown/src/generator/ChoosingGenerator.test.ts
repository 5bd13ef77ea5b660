import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { TechdocsGenerator } from '@backstage/plugin-techdocs-node';
import { testFolder } from '../__testing__/folder';
import { GeneratorChoice, readSettings } from '../settings';
import { ChoosingGenerator } from './ChoosingGenerator';
import { editBaseOf } from './edit-base';

function generator(
  choice: GeneratorChoice,
  options: { runIn?: string; found?: boolean } = {},
) {
  return new ChoosingGenerator({
    config: new ConfigReader(
      options.runIn
        ? { techdocs: { generator: { runIn: options.runIn } } }
        : {},
    ),
    logger: mockServices.logger.mock(),
    choice,
    hasMkdocs: async () => options.found ?? false,
  });
}

describe('ChoosingGenerator', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each<
    [string, GeneratorChoice, { runIn?: string; found?: boolean }, string]
  >([
    ['mkdocs where it is found', 'auto', { found: true }, 'mkdocs'],
    ['Markdown where it is not', 'auto', { found: false }, 'markdown'],
    [
      'Markdown where it is not, though it should run here',
      'auto',
      { found: false, runIn: 'local' },
      'markdown',
    ],
    [
      'mkdocs in a container where that is asked for',
      'auto',
      { found: false, runIn: 'docker' },
      'mkdocs',
    ],
    [
      'Markdown where that is asked for',
      'markdown',
      { found: true },
      'markdown',
    ],
    ['mkdocs where that is asked for', 'mkdocs', { found: false }, 'mkdocs'],
  ])('takes %s', async (_, choice, options, expected) => {
    expect(await generator(choice, options).builder()).toBe(expected);
  });

  it('leaves the work to Backstage where mkdocs is taken', async () => {
    const run = jest
      .spyOn(TechdocsGenerator.prototype, 'run')
      .mockResolvedValue();
    const options = { inputDir: '/in', outputDir: '/out' } as never;
    await generator('mkdocs').run(options);
    expect(run).toHaveBeenCalledWith(options);
  });

  it('runs the mkdocs that it found here, without fonts from elsewhere', async () => {
    const made = generator('auto', { found: true });
    expect(
      Object.entries(made).find(([key]) => key === 'options')?.[1],
    ).toMatchObject({
      runIn: 'local',
      disableExternalFonts: true,
    });
  });

  it('builds the pages itself where it is not', async () => {
    const source = await testFolder({ 'docs/index.md': '# A' });
    const output = await testFolder();
    await generator('markdown').run({
      inputDir: source.root,
      outputDir: output.root,
      etag: 'v1',
      siteOptions: { name: 'Shop' },
      logger: mockServices.logger.mock() as never,
    });
    expect(
      JSON.parse(await output.read('techdocs_metadata.json')),
    ).toMatchObject({ site_name: 'Shop', etag: 'v1' });
    await source.remove();
    await output.remove();
  });
});

describe('readSettings', () => {
  it.each([
    [{}, { generator: 'auto', buildAtStart: ['component:default/socle'] }],
    [
      { runbooks: { entityRef: 'component:ops/docs' } },
      { generator: 'auto', buildAtStart: ['component:ops/docs'] },
    ],
    [
      { techdocs: { generator: 'markdown', buildAtStart: [] } },
      { generator: 'markdown', buildAtStart: [] },
    ],
  ])('%j', (socle, expected) => {
    expect(readSettings(new ConfigReader({ socle }))).toEqual(expected);
  });

  it('refuses another generator', () => {
    expect(() =>
      readSettings(
        new ConfigReader({ socle: { techdocs: { generator: 'sphinx' } } }),
      ),
    ).toThrow(
      'socle.techdocs.generator must be one of auto, markdown, mkdocs, not sphinx',
    );
  });
});

describe('editBaseOf', () => {
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  it.each([
    [
      'url',
      'https://github.com/acme/shop/tree/main/',
      'https://github.com/acme/shop/edit/main/docs/',
    ],
    ['url', 'https://example.org/shop', undefined],
    ['dir', '/srv/shop', undefined],
  ] as const)('%s:%s', (type, target, expected) => {
    expect(editBaseOf({ type, target }, 'docs', integrations)).toBe(expected);
  });
});
