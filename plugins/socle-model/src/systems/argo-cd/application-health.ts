import { Resource } from '../../definition/resource';
import {
  HealthContext,
  healthy,
  judgedAgainAfter,
  suspended,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { formatTime } from '../../reading/times';
import { lowerByChildren } from './application-children';
import { AppProjectFacts } from './app-project-facts';
import { judgeDrift } from './application-drift';
import { ApplicationFacts } from './application-facts';
import {
  judgeDeletion,
  judgeErrors,
  judgeFailedOperation,
  judgeOperation,
} from './application-operation';
import { notAllowed } from './project-limits';
import {
  judgeDegraded,
  judgeMissing,
  judgePaused,
  judgeProgress,
  judgeSyncUnknown,
  judgeUncompared,
  judgeUnknownHealth,
} from './application-state';

type Application = Resource<ApplicationFacts>;
type Rule = (
  application: Application,
  context: HealthContext,
) => Verdict | undefined;

/** The rules in their order; the first that answers wins. */
const RULES: readonly Rule[] = [
  judgeDeletion,
  judgeOperation,
  judgeMissing,
  judgeErrors,
  judgeFailedOperation,
  judgeDegraded,
  judgeProgress,
  judgeSyncUnknown,
  judgeDrift,
  judgeUncompared,
  judgePaused,
  judgeUnknownHealth,
];

/** How an Application is: its own word by its own rules, then at most lowered by its children. */
export function judgeApplication(
  application: Application,
  context: HealthContext,
): Verdict {
  let own: Verdict | undefined;
  for (const rule of RULES) {
    own ??= rule(application, context);
  }
  own ??= judgeWords(application);
  return withRemarks(
    application,
    context,
    lowerByChildren(application, context, own),
  );
}

/** Switched off by annotation: the status is frozen, whatever it says. */
export function judgeSkipped({
  facts,
  meta,
}: Application): Verdict | undefined {
  return facts.skipReconcile && (meta.hasStatus || meta.origin === 'live')
    ? suspended(
        'ArgoReconcileSkipped',
        'Reconciliation is switched off; the status is frozen.',
        {
          evidence: [
            {
              path: 'metadata.annotations["argocd.argoproj.io/skip-reconcile"]',
              value: 'true',
            },
          ],
        },
      )
    : undefined;
}

function judgeWords({ facts }: Application): Verdict {
  const { sync, health, phase } = facts;
  const known = phase === undefined || phase === 'Succeeded';
  if (facts.conditionsUnreadable) {
    return unknown(
      'ArgoStateUnrecognised',
      'Its conditions, which would tell of errors, cannot be read.',
      { evidence: [{ path: 'status.conditions', value: 'no list' }] },
    );
  }
  if (sync === 'Synced' && health === 'Healthy' && known) {
    return healthy('ArgoSynced', 'Synced and healthy.', {
      since: facts.healthSince,
    });
  }
  return unknown(
    'ArgoStateUnrecognised',
    `Argo CD says sync ${sync ?? 'nothing'}, health ${health ?? 'nothing'}${
      known ? '' : `, operation ${phase}`
    }, which cannot be judged.`,
    {
      evidence: [
        { path: 'status.sync.status', value: sync ?? null },
        { path: 'status.health.status', value: health ?? null },
        ...(known
          ? []
          : [{ path: 'status.operationState.phase', value: phase }]),
      ],
    },
  );
}

/** What stands beside the health and never changes it: warnings, and how old the comparison is. */
function withRemarks(
  { facts, meta }: Application,
  context: HealthContext,
  verdict: Verdict,
): Verdict {
  const warnings = (facts.conditions ?? [])
    .filter(one => !one.type.endsWith('Error'))
    .map(one => `${one.type}: ${said(one)}`);
  if (facts.hydrationFailed) {
    warnings.push(`The source hydrator failed: ${facts.hydrationFailed}`);
  }
  const project = context.target<AppProjectFacts>('project');
  if (project?.state === 'present') {
    const refused = notAllowed(project.resource.facts, facts);
    if (refused.length > 0) {
      warnings.push(
        `Its project ${facts.project} does not allow ${refused.join(' and ')}.`,
      );
    }
  } else if (project?.state === 'absent') {
    warnings.push(`Its project ${facts.project} does not exist.`);
  }
  const { argoStaleRefreshIntervals, argoRefreshSeconds } = context.thresholds;
  const flags = [...(verdict.flags ?? [])];
  let due: number | undefined;
  if (facts.reconciledAt !== undefined && meta.deleting === undefined) {
    due =
      facts.reconciledAt +
      argoStaleRefreshIntervals * argoRefreshSeconds * 1000;
    if (context.now > due) {
      flags.push('stale');
      warnings.push(
        `Last compared with Git at ${formatTime(
          facts.reconciledAt,
        )}: the application controller may be stuck.`,
      );
    }
  }
  return {
    ...judgedAgainAfter(verdict, context.now, due),
    ...(flags.length > 0 ? { flags } : {}),
    ...(warnings.length > 0
      ? { warnings: [...(verdict.warnings ?? []), ...warnings] }
      : {}),
  };
}
