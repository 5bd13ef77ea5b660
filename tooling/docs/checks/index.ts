import { COMMON_REASONS, systems } from '@socle/backstage-plugin-socle-model';
import type { GeneratedPage } from '../pages';
import { runbookReasons } from '../pages/reason';
import { undescribedKeys } from './configuration';
import { deadLinks } from './links';
import { markdownFiles } from './markdown-files';
import { deadPaths } from './paths';
import { runbookProblems } from './runbooks';
import { staleProblems } from './stale';

/** Something in the documentation that is not true. */
export interface Problem {
  file: string;
  message: string;
}

/** Everything that is wrong with the documentation. */
export function findProblems(root: string, pages: GeneratedPage[]): Problem[] {
  const files = markdownFiles(root);
  return [
    ...staleProblems(root, pages),
    ...deadLinks(root, files),
    ...deadPaths(root),
    ...runbookProblems(root, runbookReasons(systems, COMMON_REASONS)),
    ...undescribedKeys(root),
  ];
}
