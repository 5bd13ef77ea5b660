import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  progressing,
  suspended,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { unhealthyManaged } from './application-children';
import { ApplicationFacts } from './application-facts';
import { RENDERING } from './application-operation';

type Application = Resource<ApplicationFacts>;

const MINUTE = 60_000;

export function judgeMissing({ facts }: Application): Verdict | undefined {
  return facts.health === 'Missing'
    ? failed(
        'ArgoResourcesMissing',
        facts.resourcesCount !== undefined && facts.resourcesCount > 1
          ? `None of its ${facts.resourcesCount} objects exists in the cluster.`
          : 'None of its objects exists in the cluster.',
        {
          evidence: [{ path: 'status.health.status', value: 'Missing' }],
          since: facts.healthSince,
        },
      )
    : undefined;
}

export function judgeDegraded(
  application: Application,
  context: HealthContext,
): Verdict | undefined {
  const { facts } = application;
  if (facts.health !== 'Degraded') {
    return undefined;
  }
  const broken = unhealthyManaged(context);
  const named =
    broken.length > 0
      ? broken.map(
          one =>
            `${one.kind.kind} ${one.meta.name} is ${one.verdict.status} (${one.verdict.reason})`,
        )
      : facts.unhealthy ?? [];
  return degraded(
    'ArgoHealthDegraded',
    named.length > 0
      ? `Argo CD finds its objects degraded: ${named.join('; ')}.`
      : 'Argo CD finds at least one of its objects degraded; which one is in its resource tree.',
    {
      evidence: [
        { path: 'status.health.status', value: 'Degraded' },
        ...broken.map(of => ({
          of,
          path: 'verdict',
          value: of.verdict.message,
        })),
      ],
      since: facts.healthSince,
    },
  );
}

export function judgeProgress(
  { facts, meta }: Application,
  context: HealthContext,
): Verdict | undefined {
  if (facts.health !== 'Progressing') {
    return facts.requested
      ? progressing(
          'ArgoSyncRequested',
          'A sync is asked for and has not started.',
          {
            evidence: [{ path: 'operation', value: 'set' }],
          },
        )
      : undefined;
  }
  const evidence = [{ path: 'status.health.status', value: 'Progressing' }];
  const begun = begunAt({ facts, meta });
  if (begun === undefined) {
    return progressing('ArgoHealthProgressing', 'Its objects are starting.', {
      evidence,
    });
  }
  const { since, path } = begun;
  const due = since + context.thresholds.progressMinutes * MINUTE;
  const message = `Its objects have been starting since ${formatTime(since)}.`;
  return context.now > due
    ? degraded('ArgoHealthStalled', message, {
        evidence: [...evidence, { path, value: formatTime(since) }],
        since,
      })
    : progressing('ArgoHealthProgressing', message, {
        evidence,
        progressingSince: since,
        recheckAt: due + 1,
      });
}

/** Before 3.0 nothing says since when: its last operation, or its creation, began it at the earliest. */
function begunAt({ facts, meta }: Pick<Application, 'facts' | 'meta'>) {
  const times: Array<[number | undefined, string]> = [
    [facts.healthSince, 'status.health.lastTransitionTime'],
    [facts.operationFinished, 'status.operationState.finishedAt'],
    [meta.created, 'metadata.creationTimestamp'],
  ];
  const found = times.find(([since]) => since !== undefined);
  return found && { since: found[0]!, path: found[1] };
}

export function judgeSyncUnknown({ facts }: Application): Verdict | undefined {
  return facts.sync === 'Unknown'
    ? degraded(
        'ArgoSyncUnknown',
        'Argo CD cannot compare the cluster with Git.',
        {
          evidence: [{ path: 'status.sync.status', value: 'Unknown' }],
          explainedBy: RENDERING,
        },
      )
    : undefined;
}

/** Neither word is there: Argo CD has not looked at it yet. */
export function judgeUncompared(
  { facts, meta }: Application,
  context: HealthContext,
): Verdict | undefined {
  const evidence = [{ path: 'status.sync.status', value: null }];
  if (facts.sync !== undefined || facts.health !== undefined) {
    return undefined;
  }
  if (meta.created === undefined) {
    return progressing('ArgoNotCompared', 'Not yet compared with Git.', {
      evidence,
    });
  }
  const due = meta.created + context.thresholds.firstStatusMinutes * MINUTE;
  return context.now > due
    ? degraded(
        'ArgoNeverCompared',
        `Not compared with Git since it was created at ${formatTime(
          meta.created,
        )}.`,
        { evidence, since: meta.created },
      )
    : progressing('ArgoNotCompared', 'Not yet compared with Git.', {
        evidence,
        since: meta.created,
        recheckAt: due + 1,
      });
}

export function judgePaused({ facts }: Application): Verdict | undefined {
  return facts.sync === 'Synced' && facts.health === 'Suspended'
    ? suspended(
        'ArgoHealthSuspended',
        'At least one of its objects is paused on purpose.',
        {
          evidence: [{ path: 'status.health.status', value: 'Suspended' }],
          since: facts.healthSince,
        },
      )
    : undefined;
}

export function judgeUnknownHealth({
  facts,
}: Application): Verdict | undefined {
  return facts.sync === 'Synced' && facts.health === 'Unknown'
    ? unknown('ArgoHealthUnknown', 'Argo CD cannot tell how its objects are.', {
        evidence: [{ path: 'status.health.status', value: 'Unknown' }],
        since: facts.healthSince,
      })
    : undefined;
}
