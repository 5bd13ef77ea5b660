import { Rule } from '../rule';
import { folderTwice, hostTaken, objectTwice } from './claimed-twice';
import { notHardened, probesMissing, resourcesMissing } from './containers';
import { imageNameMixed, imageNotPinned } from './images';
import { applicationNotExcluded, applicationNotFound } from './own-folder';
import { patternUnclear } from './pattern';
import { chartNotPinned, revisionNotPinned } from './pinned-sources';
import { budgetBlocks, budgetMissing, spreadMissing } from './replicas';
import { secretNotMade, secretNotUsed } from './secret-names';
import { literalSecret, secretInGit } from './secrets';
import { serverDefaultsMissing, versionNotServed } from './server-defaults';
import { sourceRefused } from './source-fields';
import { textNotQuoted } from './stable-yaml';
import {
  dryRunSkipMissing,
  serverSideApplyMissing,
  statefulPruned,
} from './sync-options';
import { valuesFileMissing } from './values-files';

/** All checks, in the order of their numbers. */
export const rules: readonly Rule[] = [
  patternUnclear,
  sourceRefused,
  chartNotPinned,
  revisionNotPinned,
  imageNotPinned,
  literalSecret,
  secretInGit,
  secretNotMade,
  secretNotUsed,
  valuesFileMissing,
  applicationNotExcluded,
  applicationNotFound,
  resourcesMissing,
  notHardened,
  probesMissing,
  budgetMissing,
  spreadMissing,
  budgetBlocks,
  imageNameMixed,
  serverDefaultsMissing,
  versionNotServed,
  serverSideApplyMissing,
  dryRunSkipMissing,
  statefulPruned,
  textNotQuoted,
  objectTwice,
  folderTwice,
  hostTaken,
];
