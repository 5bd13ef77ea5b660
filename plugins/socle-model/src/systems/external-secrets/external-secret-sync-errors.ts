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
import type { SecretStoreFacts } from './secret-store';

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
  const closed = closedStore(resource, context);
  if (closed) {
    evidence.push({
      of: closed.store,
      path: 'spec.conditions',
      value: closed.text,
    });
  }
  const causes = [
    ...(cause ? [cause.text] : []),
    ...(closed ? [closed.text] : []),
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

/** A cluster-wide store may let in some namespaces only; the operator says no more than that it got nothing. */
function closedStore(
  { meta }: Resource<ExternalSecretFacts>,
  context: HealthContext,
) {
  for (const store of context.targets<SecretStoreFacts>('store')) {
    if (store.state === 'present' && store.resource.facts.onlyNamed) {
      const { kind, meta: of, facts } = store.resource;
      if (!facts.namespaces?.includes(meta.namespace ?? '')) {
        return {
          store: store.resource,
          text: `the ${kind.kind} ${
            of.name
          } lets in only the namespaces ${facts.namespaces?.join(', ')}`,
        };
      }
    }
  }
  return undefined;
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
