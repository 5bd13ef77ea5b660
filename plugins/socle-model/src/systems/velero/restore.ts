import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { withHistory } from '../../judging/history';
import {
  degraded,
  healthy,
  HealthContext,
  Verdict,
} from '../../judging/verdict';
import { numberAt, objectAt, stringAt, stringsAt } from '../../reading/raw';
import { counted } from '../../reading/wording';
import { inVelero, labelKey, VELERO } from './api';
import { definedInGit } from './defined-in-git';
import {
  atTime,
  hasEnded,
  judgeRun,
  readRun,
  RunFacts,
  runReasons,
} from './run';
import { lostMoves } from './volume-data';

export type RestoreFacts = RunFacts & {
  backupName?: string;
  scheduleName?: string;
  includedNamespaces?: string[];
  excludedNamespaces?: string[];
  /** Namespaces that were restored under another name, as `from=to`. */
  renamed?: string[];
  hooksFailed?: number;
};

/** One restore from a backup. */
export const restore = defineKind<RestoreFacts>({
  ...VELERO,
  kind: 'Restore',
  plural: 'restores',
  title: 'Restores',
  project: raw => {
    const included = stringsAt(raw, 'spec', 'includedNamespaces');
    const excluded = stringsAt(raw, 'spec', 'excludedNamespaces');
    const renamed = Object.entries(
      objectAt(raw, 'spec', 'namespaceMapping'),
    ).flatMap(([from, to]) => (typeof to === 'string' ? `${from}=${to}` : []));
    return {
      ...readRun(raw, 'restore', 'itemsRestored'),
      backupName: stringAt(raw, 'spec', 'backupName'),
      scheduleName: stringAt(raw, 'spec', 'scheduleName'),
      ...(included.length > 0 ? { includedNamespaces: included } : {}),
      ...(excluded.length > 0 ? { excludedNamespaces: excluded } : {}),
      ...(renamed.length > 0 ? { renamed } : {}),
      hooksFailed: numberAt(raw, 'status', 'hookStatus', 'hooksFailed'),
    };
  },
  provides: ({ meta }) => [
    labelKey('Restore', meta, meta.name),
    ...(meta.uid ? [`veleroRestoreUid:${meta.uid}`] : []),
  ],
  links: of => [
    ...inVelero('restoresFrom', of, 'Backup', of.facts.backupName),
    ...inVelero('ofSchedule', of, 'Schedule', of.facts.scheduleName),
  ],
  health: judgeRestore,
  reasons: [
    ...runReasons('VeleroRestore', 'restore'),
    {
      code: 'VeleroRestoreCompleted',
      cause: 'The restore is complete.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroRestoreVolumesMissing',
      cause:
        'The restore is called complete, and volume data did not come back.',
      evidence: 'status.restoreItemOperationsCompleted',
    },
  ],
  shows: ['includedNamespaces', 'excludedNamespaces', 'renamed'],
});

function judgeRestore(
  of: Resource<RestoreFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = of;
  const inGit = definedInGit(meta);
  if (inGit) {
    return inGit;
  }
  const since = facts.completed ?? facts.started ?? meta.created;
  if (facts.phase === 'Completed') {
    return (
      withoutItsVolumes(facts, since, context) ??
      healthy(
        'VeleroRestoreCompleted',
        `Complete${atTime(facts.completed)}${
          facts.warnings ? `, with ${counted(facts.warnings, 'warning')}` : ''
        }.`,
        {
          since,
          ...(facts.hooksFailed
            ? { warnings: [`${counted(facts.hooksFailed, 'hook')} failed.`] }
            : {}),
        },
      )
    );
  }
  const verdict = judgeRun(of, context, 'VeleroRestore');
  return hasEnded(facts) ? withHistory(verdict, since, context) : verdict;
}

/** As with backups, a restore may be called complete although volumes came back empty. */
function withoutItsVolumes(
  { operationsAttempted = 0, operationsCompleted = 0 }: RestoreFacts,
  since: number | undefined,
  context: HealthContext,
): Verdict | undefined {
  const [lost, ...others] = lostMoves(context, 'restore');
  if (lost) {
    return degraded(
      'VeleroRestoreVolumesMissing',
      `Called complete, but the data of ${counted(
        others.length + 1,
        'volume',
      )} did not come back, the first in ${lost.kind.kind} ${lost.meta.name}.`,
      {
        since,
        evidence: [
          { path: 'status.phase', value: 'Completed' },
          { of: lost, path: 'status.phase', value: lost.facts.phase ?? null },
        ],
      },
    );
  }
  return operationsAttempted > operationsCompleted
    ? degraded(
        'VeleroRestoreVolumesMissing',
        `Called complete, but ${operationsCompleted} of ${operationsAttempted} volume operations were done.`,
        {
          since,
          evidence: [
            {
              path: 'status.restoreItemOperationsCompleted',
              value: operationsCompleted,
            },
          ],
        },
      )
    : undefined;
}
