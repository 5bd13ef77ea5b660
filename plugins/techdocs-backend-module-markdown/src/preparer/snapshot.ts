import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readTree } from '../site/docs-tree';
import { parseSiteConfig } from '../site/site-config';

const BESIDE = ['mkdocs.yaml', 'mkdocs.yml', 'README.md', 'readme.md'];

/**
 * The files of a source that documentation is built from: mkdocs.yml, its docs_dir, and the README that may stand for
 * a first page. Links are left out, whatever they lead to.
 */
export async function sourceFiles(root: string): Promise<string[]> {
  const beside: string[] = [];
  for (const name of BESIDE) {
    const stat = await fs.lstat(path.join(root, name)).catch(() => undefined);
    if (stat?.isFile()) {
      beside.push(name);
    }
  }
  const config = beside.find(name => name.startsWith('mkdocs'));
  const { docsDir } = parseSiteConfig(
    config ? await fs.readFile(path.join(root, config), 'utf8') : '',
  );
  const { files } = await readTree(path.join(root, docsDir), { hidden: true });
  const below = files.map(file => path.posix.join(docsDir, file));
  return [...new Set([...beside, ...below])];
}

/** A hash over names and contents; `builder` is what else the result depends on. */
export async function hashOf(
  root: string,
  files: string[],
  builder: string,
): Promise<string> {
  const hash = createHash('sha256').update(builder);
  for (const file of [...files].sort()) {
    const content = await fs.readFile(path.join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Copies the files to a folder of their own, so that a build never writes into the source. */
export async function copyTo(
  root: string,
  files: string[],
  target: string,
): Promise<void> {
  for (const file of files) {
    const to = path.join(target, file);
    await fs.mkdir(path.dirname(to), { recursive: true });
    await fs.copyFile(path.join(root, file), to);
  }
}
