import {
  counts,
  healthRank,
  HealthStatus,
} from '@socle/backstage-plugin-socle-common';
import { KindId } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { HealthContext, Verdict } from '../../judging/verdict';
import { ApplicationFacts } from './application-facts';

const MOST_NAMED = 3;
const APPLICATION: KindId = 'argoproj.io/Application';

const CHILD_REASONS: Record<HealthStatus, string> = {
  failed: 'ArgoChildDegraded',
  degraded: 'ArgoChildDegraded',
  unknown: 'ArgoChildUnknown',
  progressing: 'ArgoChildProgressing',
  healthy: 'ArgoSynced',
};

const SAID: Record<HealthStatus, string> = {
  failed: 'not well',
  degraded: 'not well',
  unknown: 'of unknown health',
  progressing: 'on their way',
  healthy: 'healthy',
};

/** What is managed and not well, as far as it is read: the first few. */
export function unhealthyManaged(context: HealthContext): Resource[] {
  return present(context)
    .filter(
      one =>
        (one.verdict.status === 'failed' ||
          one.verdict.status === 'degraded') &&
        counts(one.verdict),
    )
    .sort((a, b) => healthRank(a.verdict.status) - healthRank(b.verdict.status))
    .slice(0, MOST_NAMED);
}

/**
 * An app of apps stays Healthy in Argo CD while its children are broken, as Application has no health rule of its own
 * there. Here the worst child lowers it, but to degraded at most: the parent did its part.
 */
export function lowerByChildren(
  application: Resource<ApplicationFacts>,
  context: HealthContext,
  own: Verdict,
): Verdict {
  if (own.flags?.includes('suspended')) {
    return own;
  }
  const found = childrenOf(application, context);
  const children = found.filter(
    one => counts(one.verdict) && one.verdict.reason !== 'NotJudged',
  );
  const worst = children
    .map(child => lowered(child.verdict.status))
    .sort((a, b) => healthRank(a) - healthRank(b))[0];
  if (worst === undefined || healthRank(worst) >= healthRank(own.status)) {
    return own;
  }
  const those = children.filter(
    child => lowered(child.verdict.status) === worst,
  );
  const named = those
    .slice(0, MOST_NAMED)
    .map(child => `${child.meta.name} (${child.verdict.reason})`)
    .join(', ');
  return {
    ...own,
    status: worst,
    reason: CHILD_REASONS[worst],
    message: `${those.length} of its ${Math.max(
      application.facts.children ?? 0,
      found.length,
    )} child Applications ${those.length === 1 ? 'is' : 'are'} ${
      SAID[worst]
    }: ${named}${those.length > MOST_NAMED ? ', …' : ''}.`,
    since: undefined,
    explainedBy: undefined,
    evidence: those
      .slice(0, MOST_NAMED)
      .map(of => ({ of, path: 'verdict', value: of.verdict.message })),
  };
}

/** Those that it lists, and those that carry its mark: its status may be cut or not yet written. */
function childrenOf(
  application: Resource<ApplicationFacts>,
  context: HealthContext,
): Resource[] {
  const marked = context.incoming('parent', APPLICATION).items;
  if (!application.facts.children) {
    return marked;
  }
  const listed = present(context).filter(
    one => one.kind.kind === 'Application',
  );
  return [...new Set([...listed, ...marked])];
}

function lowered(status: HealthStatus): HealthStatus {
  return status === 'failed' ? 'degraded' : status;
}

function present(context: HealthContext): Resource[] {
  return context
    .targets('manages')
    .flatMap(neighbour =>
      neighbour.state === 'present' ? [neighbour.resource] : [],
    );
}
