import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import type { ExternalSecretFacts } from './external-secret';
import { remoteFindings } from './remote-paths';

/** What this rule reads of an Event; the kind is defined elsewhere. */
type EventFacts = {
  type?: string;
  reason?: string;
  note?: string;
  last?: number;
};

/**
 * Ready False. The condition carries one of a few generic messages; the true cause is in a Warning event that lives
 * for about an hour.
 */
export function judgeNotSynced(
  resource: Resource<ExternalSecretFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = resource;
  const message = facts.readyMessage ?? facts.readyReason ?? 'no reason given';
  const cause = causeFromEvents(context);
  const [remote] = remoteFindings(facts.remotes, context);
  const evidence: VerdictEvidence[] = [
    { path: 'status.conditions[type=Ready].status', value: 'False' },
    {
      path: 'status.conditions[type=Ready].message',
      value: facts.readyMessage ?? null,
    },
    {
      path: 'status.refreshTime',
      value: facts.refreshed === undefined ? null : formatTime(facts.refreshed),
    },
    ...(cause ? [{ of: cause.event, path: 'message', value: cause.text }] : []),
    ...(remote ? [{ of: remote.of, path: 'verdict', value: remote.said }] : []),
  ];
  const causes = [
    ...(cause ? [cause.text] : []),
    ...(remote ? [`of ${remote.at} Vault says: ${remote.said}`] : []),
  ];
  const why =
    causes.length > 0
      ? `${message}: ${causes.join('; ')}`.replace(/\.$/, '')
      : `${message} (the cause is in the operator's log or events)`;
  const code = codeOf(message);
  if (facts.refreshed === undefined) {
    return failed(
      code ?? 'ExternalSecretNeverSynced',
      `Never synced: ${why}.`,
      { evidence, since: facts.readySince },
    );
  }
  return degraded(
    code ?? 'ExternalSecretSyncFailing',
    `Still serves the value of ${formatTime(facts.refreshed)}: ${why}.`,
    { evidence, since: facts.readySince },
  );
}

/** The messages are constants of the controller; they tell apart what is remedied differently. */
function codeOf(message: string): string | undefined {
  if (/owned by another|take ownership/.test(message)) {
    return 'ExternalSecretTargetOwned';
  }
  return /immutable/.test(message)
    ? 'ExternalSecretTargetImmutable'
    : undefined;
}

function causeFromEvents(context: HealthContext) {
  let newest: { event: Resource; text: string; at: number } | undefined;
  for (const event of context.incoming<EventFacts>('involves', '/Event')
    .items) {
    const { reason, note, last = 0 } = event.facts;
    if (
      reason === 'UpdateFailed' &&
      typeof note === 'string' &&
      (!newest || last > newest.at)
    ) {
      newest = { event, text: note, at: last };
    }
  }
  return newest;
}
