import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import fs from 'node:fs/promises';
import path from 'node:path';
import { testFolder, TestFolder } from '../__testing__/folder';
import { SnapshotPreparer } from './SnapshotPreparer';

const folders: TestFolder[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(folder => folder.remove()));
});

const FILES = {
  'catalog-info.yaml': '',
  'mkdocs.yml': 'docs_dir: pages',
  'README.md': '# Readme',
  'pages/index.md': '# Index',
  'pages/deep/more.md': '# More',
  'src/main.ts': 'not documentation',
};

async function source(files: Record<string, string> = FILES) {
  const folder = await testFolder(files);
  folders.push(folder);
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'shop',
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location': `file:${folder.root}/catalog-info.yaml`,
        'backstage.io/managed-by-location': `file:${folder.root}/catalog-info.yaml`,
      },
    },
  };
  return { folder, entity };
}

function preparer(builder = 'v1') {
  return new SnapshotPreparer({
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
    reader: mockServices.urlReader.mock(),
    builder: async () => builder,
  });
}

async function prepare(entity: Entity, etag?: string, builder?: string) {
  const result = await preparer(builder).prepare(entity, etag ? { etag } : {});
  folders.push({
    remove: () => fs.rm(result.preparedDir, { recursive: true }),
  } as TestFolder);
  return result;
}

describe('SnapshotPreparer', () => {
  it('copies what documentation is built from, and nothing else', async () => {
    const { entity, folder } = await source();
    const { preparedDir } = await prepare(entity);
    expect(preparedDir).not.toBe(folder.root);
    expect((await fs.readdir(preparedDir, { recursive: true })).sort()).toEqual(
      [
        'README.md',
        'mkdocs.yml',
        'pages',
        'pages/deep',
        'pages/deep/more.md',
        'pages/index.md',
      ].sort(),
    );
    expect(preparer().shouldCleanPreparedDirectory()).toBe(true);
  });

  it('says that nothing changed', async () => {
    const { entity } = await source();
    const { etag } = await prepare(entity);
    expect(etag).toMatch(/^[0-9a-f]{64}$/);
    await expect(preparer().prepare(entity, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it.each<[string, Record<string, string>]>([
    ['a page', { 'pages/deep/more.md': '# Other' }],
    ['a new page', { 'pages/new.md': '' }],
    ['the configuration', { 'mkdocs.yml': 'docs_dir: pages\nsite_name: a' }],
  ])('prepares anew when %s changed', async (_, change) => {
    const { entity, folder } = await source();
    const { etag } = await prepare(entity);
    await folder.write(change);
    expect((await prepare(entity, etag)).etag).not.toBe(etag);
  });

  it('prepares anew for another builder, not for code beside the documentation', async () => {
    const { entity, folder } = await source();
    const { etag } = await prepare(entity);
    expect((await prepare(entity, etag, 'v2')).etag).not.toBe(etag);
    await folder.write({ 'src/main.ts': 'changed' });
    await expect(preparer().prepare(entity, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it('follows no links', async () => {
    const { entity, folder } = await source();
    await fs.symlink('/etc/passwd', path.join(folder.root, 'pages/passwd.md'));
    await fs.symlink('/etc', path.join(folder.root, 'pages/etc'));
    const { preparedDir } = await prepare(entity);
    const files = await fs.readdir(preparedDir, { recursive: true });
    expect(files.filter(file => /passwd|etc/.test(file))).toEqual([]);
  });

  it.each(['/etc', '../other'])('refuses docs_dir %s', async docsDir => {
    const { entity } = await source({ 'mkdocs.yml': `docs_dir: ${docsDir}` });
    await expect(preparer().prepare(entity)).rejects.toThrow(/docs_dir/);
  });
});
