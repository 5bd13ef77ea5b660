import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  progressing,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import {
  evidenceOf,
  nameOf,
  Pod,
  podsUsing,
  unschedulablePod,
} from './claim-pods';
import { freshUntil, newestEvent } from './events';
import type { ClaimFacts } from './persistent-volume-claim';
import { provisionerDown } from './provisioners';
import type { ClassFacts } from './storage-class';

const MINUTE = 60_000;
const PHASE: VerdictEvidence = { path: 'status.phase', value: 'Pending' };

/** Why a claim has no volume yet, first match wins. */
export function pendingClaim(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict {
  return (
    withoutClass(claim, context) ??
    refusedByEvents(claim, context) ??
    waitingForPod(claim, context) ??
    withoutProvisioner(claim, context) ??
    stillPending(claim, context)
  );
}

function withoutClass(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict | undefined {
  const { class: name } = claim.facts;
  const spec = { path: 'spec.storageClassName', value: name ?? null };
  if (!name) {
    const event = newestEvent(claim, context, ['FailedBinding']);
    return event
      ? failed(
          'ClaimWithoutClass',
          'No storage class is set and no free volume matches the claim.',
          { evidence: [PHASE, spec, event.evidence] },
        )
      : undefined;
  }
  const known = context.target('class');
  const event = newestEvent(claim, context, ['ProvisioningFailed']);
  const saysMissing =
    known?.state !== 'present' &&
    event !== undefined &&
    /^storageclass\S* "[^"]*" not found/i.test(event.says);
  if (known?.state !== 'absent' && !saysMissing) {
    return undefined;
  }
  return failed('ClaimClassMissing', `Storage class ${name} does not exist.`, {
    evidence: [PHASE, spec, ...(saysMissing ? [event.evidence] : [])],
  });
}

function refusedByEvents(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict | undefined {
  const provisioning = newestEvent(claim, context, ['ProvisioningFailed']);
  const until = provisioning && freshUntil(provisioning, context);
  if (provisioning && until !== undefined) {
    return failed(
      'ClaimProvisioningFailed',
      `The volume could not be created: ${provisioning.says}.`,
      { evidence: [PHASE, provisioning.evidence], recheckAt: until + 1 },
    );
  }
  const mismatch = newestEvent(claim, context, [
    'VolumeMismatch',
    'ClaimMisbound',
  ]);
  return mismatch
    ? failed(
        'ClaimMismatched',
        `The claim cannot be bound: ${mismatch.says}.`,
        {
          evidence: [PHASE, mismatch.evidence],
        },
      )
    : undefined;
}

/** Classes that bind at the first consumer make no volume before the scheduler has chosen a node. */
function waitingForPod(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict | undefined {
  const binding = bindsAtFirstConsumer(claim, context);
  if (!binding || claim.facts.selectedNode) {
    return undefined;
  }
  const pods = podsUsing(context).items;
  if (pods.length === 0) {
    return binding.podExists
      ? undefined
      : progressing(
          'ClaimWaitsForFirstPod',
          'Waits for a first pod; normal for this storage class.',
          { evidence: [PHASE, binding.evidence], flags: ['unused'] },
        );
  }
  const stuck = unschedulablePod(pods);
  if (stuck) {
    return failed(
      'ClaimPodUnschedulable',
      `Pod ${nameOf(
        stuck.pod,
      )}, which the claim waits for, cannot be scheduled: ${stuck.says}.`,
      { evidence: [PHASE, evidenceOf(stuck)] },
    );
  }
  const pinned = pods.find(isPlaced);
  return pinned
    ? failed(
        'ClaimPodPinned',
        `Pod ${nameOf(pinned)} is pinned to node ${
          pinned.facts.nodeName
        } past the scheduler, so the claim never gets a node.`,
        {
          evidence: [
            PHASE,
            { of: pinned, path: 'spec.nodeName', value: pinned.facts.nodeName },
          ],
        },
      )
    : undefined;
}

function isPlaced({ facts }: Pod): boolean {
  return facts.nodeName !== undefined && facts.nodeName !== '';
}

function bindsAtFirstConsumer(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): { evidence: VerdictEvidence; podExists: boolean } | undefined {
  const known = context.target<ClassFacts>('class');
  const event = newestEvent(claim, context, [
    'WaitForFirstConsumer',
    'WaitForPodScheduled',
  ]);
  const podExists = event?.reason === 'WaitForPodScheduled';
  if (known?.state === 'present') {
    const { bindingMode } = known.resource.facts;
    return bindingMode === 'WaitForFirstConsumer'
      ? {
          evidence: {
            of: known.resource,
            path: 'volumeBindingMode',
            value: bindingMode,
          },
          podExists,
        }
      : undefined;
  }
  return event && { evidence: event.evidence, podExists };
}

function withoutProvisioner(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict | undefined {
  const down = provisionerDown(claim.facts.provisioner, context);
  if (down) {
    return failed('ClaimProvisionerDown', `No volume yet: ${down.message}.`, {
      evidence: [PHASE, down.evidence],
    });
  }
  // Where the claim does not name its provisioner yet, its class does.
  const known = context.target<ClassFacts>('class');
  if (
    known?.state !== 'present' ||
    known.resource.verdict.reason !== 'StorageClassProvisionerDown'
  ) {
    return undefined;
  }
  const { resource } = known;
  return failed('ClaimProvisionerDown', resource.verdict.message, {
    evidence: [
      PHASE,
      ...(resource.verdict.evidence ?? []).map(one => ({
        of: resource,
        ...one,
      })),
    ],
  });
}

function stillPending(
  claim: Resource<ClaimFacts>,
  context: HealthContext,
): Verdict {
  const { meta, facts } = claim;
  const { now, thresholds } = context;
  const { volumeName, provisioner } = facts;
  const by = provisioner ?? 'its provisioner';
  const since = meta.created;
  const due =
    since === undefined
      ? undefined
      : since + thresholds.claimPendingMinutes * MINUTE;
  if (since !== undefined && due !== undefined && now > due) {
    const made = formatTime(since);
    // An error that is no longer fresh decides nothing, but it was reported.
    const old = newestEvent(claim, context, ['ProvisioningFailed']);
    const error = old
      ? `; the last error${
          old.last === undefined ? '' : `, at ${formatTime(old.last)}`
        }: ${old.says}`
      : ', and no error reported';
    return degraded(
      'ClaimNotProvisioned',
      volumeName
        ? `Not bound to volume ${volumeName} though it was made ${made}${error}; check the volume.`
        : `No volume, though the claim was made ${made}${error}; check ${by}.`,
      { evidence: [PHASE, ...(old ? [old.evidence] : [])] },
    );
  }
  return progressing(
    'ClaimBeingProvisioned',
    volumeName
      ? `Being bound to volume ${volumeName}.`
      : `The volume is being created by ${by}.`,
    { evidence: [PHASE], ...(due === undefined ? {} : { recheckAt: due + 1 }) },
  );
}
