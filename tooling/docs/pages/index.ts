import path from 'node:path';
import {
  COMMON_REASONS,
  DEFAULT_THRESHOLDS,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { readFileSync } from 'node:fs';
import { clusterRole } from './cluster-role';
import { formatted } from './formatted';
import { runbooksPage } from './runbooks-page';
import { systemsPage } from './systems-page';
import { commentsOf, thresholdsPage } from './thresholds-page';

/** A file below the project's root that is made from the model. */
export interface GeneratedPage {
  path: string;
  text: string;
}

const THRESHOLDS = 'plugins/socle-model/src/judging/thresholds.ts';

/** Everything that is made from the model, as it should be now. */
export function generatedPages(root: string): GeneratedPage[] {
  const source = readFileSync(path.join(root, THRESHOLDS), 'utf8');
  const pages = {
    'docs/systems.md': systemsPage(systems, COMMON_REASONS),
    'docs/runbooks/index.md': runbooksPage(systems, COMMON_REASONS),
    'docs/guide/thresholds.md': thresholdsPage(
      DEFAULT_THRESHOLDS,
      commentsOf(source),
    ),
    'docs/clusterrole.yaml': clusterRole(systems),
  };
  return Object.entries(pages).map(([file, text]) => ({
    path: file,
    text: formatted(root, file, text),
  }));
}
