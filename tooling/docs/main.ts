import path from 'node:path';
import { findProblems } from './checks';
import { generatedPages } from './pages';
import { writePages } from './pages/write-pages';

const root = process.env.SOCLE_ROOT ?? path.resolve(__dirname, '../..');

/** `--write` writes the generated pages; without it they, the links and the runbooks are checked. */
function main(args: string[]): number {
  const pages = generatedPages(root);
  if (args.includes('--write')) {
    for (const written of writePages(root, pages)) {
      process.stderr.write(`  ${written}\n`);
    }
  }
  const problems = findProblems(root, pages);
  for (const { file, message } of problems) {
    process.stderr.write(`  ${file}: ${message}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
