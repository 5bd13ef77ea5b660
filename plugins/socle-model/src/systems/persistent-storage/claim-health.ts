import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { boundClaim } from './claim-bound';
import { pendingClaim } from './claim-pending';
import { nameThem, podsUsing } from './claim-pods';
import type { ClaimFacts } from './persistent-volume-claim';
import type { VolumeFacts } from './persistent-volume';

const MINUTE = 60_000;

/** The rules of a claim, first match wins. */
export function judgeClaim(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict {
  if (claim.meta.deleting !== undefined) {
    return claimBeingDeleted(claim, claim.meta.deleting, context);
  }
  switch (claim.facts.phase) {
    case 'Lost':
      return lostClaim(claim, context);
    case 'Pending':
      return holdingSince(pendingClaim(claim, context), claim.meta.created);
    case 'Bound':
      return boundClaim(claim, context);
    default:
      return unknown(
        'ClaimStateUnclear',
        claim.facts.phase === undefined
          ? 'The claim states no phase.'
          : `The claim states phase "${claim.facts.phase}", which is none that Kubernetes defines.`,
        {
          evidence: [
            { path: 'status.phase', value: claim.facts.phase ?? null },
          ],
        },
      );
  }
}

function claimBeingDeleted(
  { meta }: Resource<ClaimFacts>,
  since: number,
  context: HealthContext,
): Verdict {
  const { now, thresholds } = context;
  const begun = formatTime(since);
  const finalizers = meta.finalizers ?? [];
  const evidence = [
    { path: 'metadata.deletionTimestamp', value: formatTime(since) },
    { path: 'metadata.finalizers', value: finalizers },
  ];
  const pods = podsUsing(context);
  if (pods.items.length > 0) {
    const due = since + thresholds.claimDeletingWithPodHours * 60 * MINUTE;
    const by = nameThem(pods.items);
    return now > due
      ? degraded(
          'ClaimDeletionHeldByPod',
          `Deletion has waited since ${begun} for pod ${by}, which still uses the claim.`,
          { evidence, since },
        )
      : progressing(
          'ClaimDeletionWaitsForPod',
          `Deletion waits for pod ${by}.`,
          { evidence, progressingSince: since, recheckAt: due + 1 },
        );
  }
  const due = since + thresholds.claimDeletingMinutes * MINUTE;
  const held =
    finalizers.length > 0
      ? `held by finalizer ${finalizers.join(', ')}`
      : 'no finalizer holds it';
  const notRead = pods.listed
    ? ''
    : '; pods that may still use it were not all read';
  return now > due
    ? degraded(
        'ClaimDeletionStuck',
        `Being deleted since ${begun}; ${held}${notRead}.`,
        { evidence, since },
      )
    : progressing('ClaimBeingDeleted', `Being deleted; ${held}.`, {
        evidence,
        progressingSince: since,
        recheckAt: due + 1,
      });
}

function lostClaim(
  { meta, facts }: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict {
  const evidence = [
    { path: 'status.phase', value: 'Lost' },
    { path: 'spec.volumeName', value: facts.volumeName ?? null },
  ];
  const volume = context.target<VolumeFacts>('volume');
  let why = 'the volume is gone or belongs to another claim';
  if (!facts.volumeName) {
    why = 'the claim no longer names one';
  } else if (volume?.state === 'absent') {
    why = 'it does not exist any more';
  } else if (volume?.state === 'present') {
    const by = volume.resource.facts.claim;
    why =
      by?.uid === undefined || by.uid === meta.uid
        ? 'it was bound anew or edited'
        : `it belongs to another claim, ${by.namespace}/${by.name} with uid ${by.uid}`;
  }
  return failed(
    'ClaimLost',
    `The claim lost its volume${
      facts.volumeName ? ` ${facts.volumeName}` : ''
    }: ${why}.`,
    { evidence },
  );
}
